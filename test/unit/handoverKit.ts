/** What the tests of the travelling file share: one office, one recipient, a small file between them. */
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after } from 'node:test'
import { v7 as uuid } from 'uuid'
import { randomBytes, sign, toHex } from '../../electron/core/crypto.ts'
import { type Opener, openHandover, writeHandover } from '../../electron/core/handover/container.ts'
import { type Entry, formatVersion, type Manifest, suite } from '../../electron/core/handover/format.ts'
import { publishDraft } from '../../electron/core/handover/sealedFile.ts'
import { newStation, type Station } from '../../electron/core/register/life.ts'
import { AppError } from '../../shared/errors.ts'

export function tempFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jfb-'))
  after(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Parties {
  readonly office: Station
  readonly recipient: Station
}
export const makeParties = async (): Promise<Parties> => ({ office: await newStation(), recipient: await newStation() })

export const zeros = '0'.repeat(64)
export const manifestFor = (
  { office, recipient }: Parties,
  parts: Manifest['parts'],
  changes: Partial<Manifest> = {},
): Manifest => ({
  format: 'jiefenbu-handover',
  version: formatVersion,
  suite,
  book: 'mediation',
  sample: true,
  unit: { code: '990000', name: '示例乡' },
  station: office.id,
  epoch: {
    id: '019a0000-0000-7000-8000-000000000001',
    reason: 'created',
    parent: null,
    parentSeq: null,
    parentChain: null,
  },
  no: 1,
  base: { seq: 0, chain: zeros },
  upTo: { seq: 9, chain: 'ab'.repeat(32) },
  level: 'T1',
  shapes: { dispute: 1 },
  ledgers: { dispute: { states: 3, tombstones: 0, counts: 0 } },
  recipient: { station: recipient.id, age: [recipient.age_recipient] },
  parts,
  date: '2026-01-05',
  at: '2026-01-05T01:02:03.000Z',
  ...changes,
})

export const stateEntry = (n: number): Entry => ({
  kind: 'state',
  ledger: 'dispute',
  id: toHex(new Uint8Array(32).fill(n % 256)),
  seq: n + 1,
  revision: 1,
  level: 'T1',
  data: { committee: '示例乡人民调解委员会', caseNo: `示例人调字〔2026〕第${n}号`, remark: toHex(randomBytes(60)) },
})

export const openerFor = ({ office, recipient }: Parties, changes: Partial<Opener> = {}): Opener => ({
  station: recipient.id,
  ageIdentity: recipient.age_identity,
  ageRecipient: recipient.age_recipient,
  book: 'mediation',
  sample: true,
  senders: [{ station: office.id, signKey: office.sign_public, revoked: false }],
  ...changes,
})

export const signAs = (station: Station) => (message: Uint8Array) =>
  sign({ publicKey: station.sign_public, privateKey: station.sign_private }, message)

export interface FileOptions {
  readonly entries?: Iterable<Entry>
  readonly changes?: Partial<Manifest>
  readonly recipients?: readonly string[]
  readonly signer?: Station
}
/** A published file of this office for this recipient; the options make it wrong in one way. */
export async function makeFile(folder: string, p: Parties, o: FileOptions = {}): Promise<string> {
  const target = { folder, name: `${uuid()}.jfb` }
  await writeHandover({
    target,
    recipients: o.recipients ?? [p.recipient.age_recipient],
    entries: o.entries ?? [0, 1, 2].map(stateEntry),
    manifest: (parts) => manifestFor(p, parts, o.changes),
    sign: signAs(o.signer ?? p.office),
  })
  await publishDraft(target)
  return path.join(folder, target.name)
}

/** The code a file is refused with; null when it is taken and every line of it is an entry. */
export async function verdictOf(file: string, opener: Opener): Promise<string | null> {
  try {
    const opened = await openHandover(file, opener)
    for await (const line of opened.entries()) if (!('entry' in line)) return `line:${line.reason}`
    return null
  } catch (e) {
    if (e instanceof AppError) return e.code
    throw e
  }
}
