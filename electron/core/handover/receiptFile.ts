/** The `.jfr` file: one signed document, sealed to the unit. */
import { AppError } from '../../../shared/errors.ts'
import { sha256, verify } from '../crypto.ts'
import { plainOf } from './ageFile.ts'
import { budgets, parseStrictly, type Receipt, receiptBody } from './format.ts'
import { checkTarget, publishDraft, type Target, writeDraft } from './sealedFile.ts'
import { readTar } from './tar.ts'

/** What is signed: this line, then the exact bytes of `receipt.json`. */
export const receiptPrefix = 'jiefenbu-receipt-v1\n'
export const signedReceipt = (receipt: Uint8Array): Uint8Array => Buffer.concat([Buffer.from(receiptPrefix), receipt])

const names = ['receipt.json', 'receipt.sig'] as const
const limits: readonly number[] = [budgets.receiptBytes, 64]

export interface ReceiptToWrite {
  readonly target: Target
  /** The unit's age recipient. */
  readonly recipient: string
  readonly receipt: Receipt
  readonly sign: (message: Uint8Array) => Uint8Array
  readonly step?: (name: string) => void
}
/** Writes, reads back and publishes a receipt. Throws `target-occupied`, `target-full`, `target-gone`, `target-read-only`. */
export async function writeReceipt(r: ReceiptToWrite): Promise<{ readonly bytes: number; readonly hash: Uint8Array }> {
  checkTarget(r.target)
  const document = Buffer.from(JSON.stringify(r.receipt))
  const members = [
    { name: names[0], bytes: document },
    { name: names[1], bytes: r.sign(signedReceipt(document)) },
  ]
  const written = await writeDraft(r.target, [r.recipient], members)
  r.step?.('receipt:written')
  await publishDraft(r.target)
  r.step?.('receipt:published')
  return written
}

export interface OpenedReceipt {
  readonly receipt: Receipt
  readonly hash: Uint8Array
}
/**
 * Opens a receipt and verifies it with the key of the recipient's card. Throws what {@link plainOf} throws,
 * `file-stranger` for any other signature, `file-hostile` for anything not expected inside.
 */
export async function openReceipt(file: string, ageIdentity: string, signKey: Uint8Array): Promise<OpenedReceipt> {
  const found: Uint8Array[] = []
  const expect = (name: string): number => {
    const limit = limits[found.length]
    if (limit === undefined || name !== names[found.length]) throw new AppError('file-hostile', { at: 'member' })
    return limit
  }
  for await (const member of readTar(plainOf(file, ageIdentity), expect)) found.push(member.bytes)
  const [document, signature] = found
  if (!document || !signature) throw new AppError('file-hostile', { at: 'member' })
  if (!verify(signKey, signedReceipt(document), signature)) throw new AppError('file-stranger')
  return { receipt: parseStrictly(receiptBody, document), hash: sha256(document) }
}
