/** A real office register and a recipient's keys, for tests of sealing and receipts. */
import * as fs from 'node:fs'
import * as path from 'node:path'
import { after } from 'node:test'
import { toHex } from '../../electron/core/crypto.ts'
import { makeCard, parseCard } from '../../electron/core/handover/cards.ts'
import type { Opener } from '../../electron/core/handover/container.ts'
import { type Card, formatVersion, type Receipt, receiptFileName } from '../../electron/core/handover/format.ts'
import { writeReceipt } from '../../electron/core/handover/receiptFile.ts'
import { storeRecipient } from '../../electron/core/handover/recipients.ts'
import { type Desk, type SealInput, seal } from '../../electron/core/handover/seal.ts'
import type { JobControl } from '../../electron/core/jobs.ts'
import { writeFact } from '../../electron/core/register/facts.ts'
import {
  beginEpoch,
  currentEpoch,
  currentStation,
  newStation,
  type Station,
  storeStation,
} from '../../electron/core/register/life.ts'
import { openRegister, type Register } from '../../electron/core/register/open.ts'
import { saveRecord } from '../../electron/core/register/records.ts'
import { transact } from '../../electron/core/register/unitOfWork.ts'
import type { Profile } from '../../shared/contract/session.ts'
import type { AnyData, Book } from '../../shared/ledgers/describe.ts'
import { emptyData } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { signAs } from './handoverKit.ts'

export const fixedKey = new Uint8Array(32).fill(7)
export const clock = {
  now: () => '2026-03-02T01:02:03.000Z',
  today: () => '2026-03-02',
  startOf: (day: string) => `${day}T00:00:00.000Z`,
}
const userId = '019a0000-0000-7000-8000-0000000000aa'
export const unitCode = '990000'
const profile: Profile = { kind: 'unit', sample: true, unitName: '示例乡', unitCode, book: null }

export interface Office {
  readonly register: Register
  readonly desk: Desk
  readonly station: Station
  readonly recipient: Station
  readonly usb: string
}

export const cardOf = (s: Station, kind: Card['kind'], book: Book | null, changes: Partial<Card> = {}): Card => ({
  format: 'jiefenbu-card',
  version: formatVersion,
  kind,
  name: kind === 'unit' ? '示例乡' : '示例市司法局',
  code: kind === 'unit' ? unitCode : '99',
  book,
  station: s.id,
  signKey: toHex(s.sign_public),
  ageRecipient: s.age_recipient,
  sample: true,
  made: clock.now(),
  ...changes,
})
const pairOf = (s: Station) => ({ publicKey: s.sign_public, privateKey: s.sign_private })
export const cardBytes = (s: Station, card: Card): Uint8Array => makeCard(card, pairOf(s))

/** Makes the register of 示例乡 in a folder and enrols a recipient for both books. */
export async function foundOffice(dataDir: string, recipient: Station): Promise<void> {
  const station = await newStation()
  const register = await openRegister(dataDir, fixedKey, { create: true })
  register.db.transaction(() => {
    beginEpoch(register.db, 'created', clock.now())
    storeStation(register.db, station, clock.now())
    writeFact(register.db, 'profile', profile)
  })()
  transact(register, clock, userId, (tx) => {
    for (const book of ['mediation', 'teams'] as const) {
      storeRecipient(tx, book, parseCard(cardBytes(recipient, cardOf(recipient, 'recipient', book))))
    }
  })
  await register.close()
}

export async function openOffice(
  dataDir: string,
  usb: string,
  recipient: Station,
  step?: (name: string) => void,
): Promise<Office> {
  const register = await openRegister(dataDir, fixedKey, { create: false, ...(step ? { step } : {}) })
  return { register, desk: { register, clock, userId }, station: currentStation(register.db), recipient, usb }
}

export async function makeOffice(folder: string, step?: (name: string) => void): Promise<Office> {
  const [dataDir, usb] = [path.join(folder, 'data'), path.join(folder, 'usb')]
  for (const f of [dataDir, usb]) fs.mkdirSync(f)
  const recipient = await newStation()
  await foundOffice(dataDir, recipient)
  const office = await openOffice(dataDir, usb, recipient, step)
  after(() => office.register.close())
  return office
}

/** A new aggregate with these values over the blanks. */
export const dataOf = (ledger: LedgerName, values: Readonly<Record<string, unknown>>): AnyData =>
  ({ ...emptyData(ledgerOf(ledger)), ...values }) as AnyData

export function save(
  office: Office,
  ledger: LedgerName,
  values: Readonly<Record<string, unknown>>,
  old?: { id: string; revision: number },
) {
  return transact(office.register, clock, userId, (tx) =>
    saveRecord(tx, { ledger, id: old?.id ?? null, revision: old?.revision ?? 0, data: dataOf(ledger, values) }),
  )
}
/** Many new records in one transaction. */
export const saveAll = (o: Office, ledger: LedgerName, all: readonly Readonly<Record<string, unknown>>[]): void =>
  transact(o.register, clock, userId, (tx) => {
    for (const values of all) saveRecord(tx, { ledger, id: null, revision: 0, data: dataOf(ledger, values) })
  })
export const aDispute = (n: number, more: Readonly<Record<string, unknown>> = {}) => ({
  committee: '示例乡人民调解委员会',
  caseNo: `示例人调字〔2026〕第${n}号`,
  acceptanceDate: '2026-01-15',
  typeJustice: 'marriageFamily',
  secrecy: 'normal',
  summary: '示例纠纷',
  ...more,
})

export function control(signal?: AbortSignal): JobControl {
  return { cancelled: signal ?? new AbortController().signal, step: () => undefined }
}
export const sealNow = (office: Office, more: Partial<SealInput> = {}, job = control()) =>
  seal(office.desk, { book: 'mediation', baseline: false, folder: office.usb, unitCode, ...more }, job)

export const openerOf = (o: Office, book: Book = 'mediation'): Opener => ({
  station: o.recipient.id,
  ageIdentity: o.recipient.age_identity,
  ageRecipient: o.recipient.age_recipient,
  book,
  sample: true,
  senders: [{ station: o.station.id, signKey: o.station.sign_public, revoked: false }],
})

export const chainOf = (o: Office, seq: number): string =>
  seq === 0
    ? '0'.repeat(64)
    : toHex(o.register.db.prepare('SELECT chain FROM journal WHERE seq = ?').pluck().get(seq) as Uint8Array)

export const recipientLife = '019a0000-0000-7000-8000-00000000c001'
/** The recipient's word on the handovers up to `no`, with the changes a test wants. */
export function receiptFor(o: Office, no: number, changes: Partial<Receipt> = {}): Receipt {
  const mark = o.register.db
    .prepare("SELECT up_to FROM handover WHERE book = 'mediation' AND no = ?")
    .pluck()
    .get(no) as number
  const base: Receipt = {
    format: 'jiefenbu-receipt',
    version: formatVersion,
    book: 'mediation',
    sample: true,
    recipient: { station: o.recipient.id, epoch: recipientLife, earlier: [], name: '示例市司法局' },
    station: o.station.id,
    epoch: currentEpoch(o.register.db).id,
    mark,
    markChain: chainOf(o, changes.mark ?? mark),
    no,
    missingNos: [],
    exceptions: [],
    refused: [],
    at: '2026-03-03T01:02:03.000Z',
  }
  return { ...base, ...changes }
}
let written = 0
export async function receiptFile(
  o: Office,
  receipt: Receipt,
  signer: Station = o.recipient,
  to: string = o.station.age_recipient,
): Promise<string> {
  const target = { folder: o.usb, name: `${++written}-${receiptFileName(unitCode, 'mediation', receipt.no)}` }
  await writeReceipt({ target, recipient: to, receipt, sign: signAs(signer) })
  return path.join(o.usb, target.name)
}
