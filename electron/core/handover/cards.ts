/** `.jfk` 单位登记卡: the public keys of one side, signed by the key they carry, compared by telephone. */
import { readFile, stat } from 'node:fs/promises'
import type { CardView } from '../../../shared/contract/handover.ts'
import { AppError } from '../../../shared/errors.ts'
import { type KeyPair, sha256, sign, toHex, verify } from '../crypto.ts'
import { diskError } from '../files.ts'
import { ageKeyBytes } from './ageKeys.ts'
import { budgets, type Card, cardBody, parseStrictly } from './format.ts'
import { spokenCode, spokenDigits } from './phoneCode.ts'

/** What is signed: this line, then the exact bytes of the card's first line without its line feed. */
export const cardPrefix = 'jiefenbu-card-v1\n'
const signedCard = (body: Uint8Array): Uint8Array => Buffer.concat([Buffer.from(cardPrefix), body])
const hexBytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))

/** A card's bytes: one line of JSON, one line with the signature in hex. */
export function makeCard(card: Card, pair: KeyPair): Uint8Array {
  const body = Buffer.from(JSON.stringify(card))
  return Buffer.concat([body, Buffer.from(`\n${toHex(sign(pair, signedCard(body)))}\n`)])
}

/** Throws `file-not-ours`, `file-cut`, `file-altered`, `file-unsupported` or `file-hostile`. */
export function parseCard(bytes: Uint8Array): Card {
  if (bytes.length > budgets.cardBytes) throw new AppError('file-too-large')
  const text = Buffer.from(bytes).toString('latin1')
  if (text.length === 0) throw new AppError('file-cut')
  if (!text.startsWith('{"format":"jiefenbu-card",')) throw new AppError('file-not-ours')
  const feed = text.indexOf('\n')
  const signature = text.slice(feed + 1)
  if (feed === -1 || signature.length < 129) throw new AppError('file-cut')
  if (!/^[0-9a-f]{128}\n$/.test(signature)) throw new AppError('file-altered')
  const body = bytes.subarray(0, feed)
  const key = /"signKey":"([0-9a-f]{64})"/.exec(text.slice(0, feed))?.[1] ?? ''
  if (!verify(hexBytes(key), signedCard(body), hexBytes(signature.trim()))) throw new AppError('file-altered')
  const card = parseStrictly(cardBody, body)
  const whole = card.signKey === key && ageKeyBytes(card.ageRecipient, 'age') !== null
  if (!whole || (card.kind === 'unit') !== (card.book === null)) throw new AppError('file-hostile', { at: 'card' })
  return card
}

/** Reads a card from a stick. Throws what {@link parseCard} throws, or `target-gone`. */
export async function readCard(file: string): Promise<Card> {
  try {
    if ((await stat(file)).size > budgets.cardBytes) throw new AppError('file-too-large')
    return parseCard(await readFile(file))
  } catch (e) {
    throw diskError(e, 'target')
  }
}

/**
 * 核对码: sixteen digits over the card's keys. Everything else on the card hangs on these keys by its signature, so a
 * forger would have to search through 10^16 key pairs, not through spellings of a name.
 */
export const checkCodeOf = (card: Pick<Card, 'signKey' | 'ageRecipient'>): string =>
  spokenCode(sha256(`jiefenbu-check-v1\n${card.signKey}\n${card.ageRecipient}\n`), 16)

/** Compares what was heard and typed. Throws `card-mismatch`. */
export function confirmCheckCode(card: Card, typed: string): void {
  if (spokenDigits(typed) !== spokenDigits(checkCodeOf(card))) throw new AppError('card-mismatch')
}

export const cardView = (
  card: Pick<Card, 'kind' | 'name' | 'code' | 'book' | 'sample' | 'signKey' | 'ageRecipient'>,
): CardView => ({
  kind: card.kind,
  name: card.name,
  code: card.code,
  book: card.book,
  sample: card.sample,
  checkCode: checkCodeOf(card),
})
