/** What the tests of a recipient share: its register, files of offices made as a test wants them, and importing. */
import * as fs from 'node:fs'
import * as path from 'node:path'
import { after } from 'node:test'
import { v7 as uuid } from 'uuid'
import { inspect } from '../../electron/core/city/inspect.ts'
import { merge } from '../../electron/core/city/merge.ts'
import { mergedSource } from '../../electron/core/city/pages.ts'
import { sha256, toHex } from '../../electron/core/crypto.ts'
import type { Card, Entry, Manifest } from '../../electron/core/handover/format.ts'
import { storeUnit } from '../../electron/core/handover/recipients.ts'
import { inTurn, type Work } from '../../electron/core/longWork.ts'
import { writeFact } from '../../electron/core/register/facts.ts'
import { beginEpoch, newStation, type Station, storeStation } from '../../electron/core/register/life.ts'
import { openRegister, type Register } from '../../electron/core/register/open.ts'
import { readPage } from '../../electron/core/register/query.ts'
import { transact } from '../../electron/core/register/unitOfWork.ts'
import type { ImportPreview, MergeOutcome } from '../../shared/contract/handover.ts'
import type { Row } from '../../shared/contract/records.ts'
import type { Profile } from '../../shared/contract/session.ts'
import type { Book } from '../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import { testClock } from '../support/clock.ts'
import { makeFile } from './handoverKit.ts'
import { cardOf, fixedKey } from './handoverOffice.ts'

export const clerk = '019a0000-0000-7000-8000-0000000000bb'
export interface City {
  readonly folder: string
  readonly register: Register
  readonly station: Station
}
const profile: Profile = {
  kind: 'recipient',
  sample: true,
  unitName: '示例市司法局',
  unitCode: '99',
  book: 'mediation',
}
export const clock = testClock()

export async function openCity(folder: string, step?: (name: string) => void): Promise<City> {
  const dataDir = path.join(folder, 'city')
  const register = await openRegister(dataDir, fixedKey, { create: false, ...(step ? { step } : {}) })
  const station = register.db.prepare('SELECT * FROM station').get() as Station
  return { folder, register, station }
}

/** A recipient's register in a folder. */
export async function foundCity(folder: string): Promise<void> {
  const dataDir = path.join(folder, 'city')
  fs.mkdirSync(dataDir)
  const register = await openRegister(dataDir, fixedKey, { create: true })
  const station = await newStation()
  register.db.transaction(() => {
    beginEpoch(register.db, 'created', clock.now())
    storeStation(register.db, station, clock.now())
    writeFact(register.db, 'profile', profile)
  })()
  await register.close()
}
export async function makeCity(folder: string): Promise<City> {
  await foundCity(folder)
  const city = await openCity(folder)
  after(() => city.register.close())
  return city
}

export function enrol(city: City, station: Station, changes: Partial<Card> = {}): void {
  transact(city.register, clock, clerk, (tx) => storeUnit(tx, cardOf(station, 'unit', null, changes)))
}

/** One life of an office's register, as its handovers tell it. */
export interface OfficeLife {
  readonly station: Station
  readonly epoch: Manifest['epoch']
}
export const firstLife = (station: Station): OfficeLife => ({
  station,
  epoch: { id: uuid(), reason: 'created', parent: null, parentSeq: null, parentChain: null },
})
export const chainAt = (life: OfficeLife, seq: number): string =>
  seq === 0 ? '0'.repeat(64) : toHex(sha256(`${life.epoch.id} ${seq}`))
/** The life that begins when a backup of `parentSeq` is restored. */
export const restoredLife = (old: OfficeLife, parentSeq: number): OfficeLife => ({
  station: old.station,
  epoch: { id: uuid(), reason: 'restored', parent: old.epoch.id, parentSeq, parentChain: chainAt(old, parentSeq) },
})

export const idOf = (n: number): string => toHex(sha256(`record ${n}`))
export type StateData = Extract<Entry, { kind: 'state' }>['data']
export const state = (n: number, seq: number, data: StateData = {}, ledger = 'dispute'): Entry => ({
  kind: 'state',
  ledger,
  id: idOf(n),
  seq,
  revision: seq,
  level: 'T1',
  data: ledger === 'dispute' ? { caseNo: `示例人调字〔2026〕第${n}号`, ...data } : data,
})
export const tombstone = (n: number, seq: number, ledger = 'dispute'): Entry => ({
  kind: 'tombstone',
  ledger,
  id: idOf(n),
  seq,
  revision: seq,
  level: 'T1',
})
export const count = (measure: string, amount: number, period = '2026-01'): Entry => ({
  kind: 'count',
  ledger: 'dispute',
  period,
  measure,
  category: 'neighbour',
  amount,
})

export interface Handover {
  readonly no: number
  readonly base?: number
  readonly upTo: number
  readonly entries?: Iterable<Entry>
  readonly changes?: Partial<Manifest>
  readonly signer?: Station
}
/** A sealed file of an office's life for this city. */
export function fileOf(city: City, life: OfficeLife, h: Handover): Promise<string> {
  const base = h.base ?? 0
  return makeFile(
    city.folder,
    { office: life.station, recipient: city.station },
    {
      entries: h.entries ?? [],
      ...(h.signer ? { signer: h.signer } : {}),
      changes: {
        epoch: life.epoch,
        no: h.no,
        base: { seq: base, chain: chainAt(life, base) },
        upTo: { seq: h.upTo, chain: chainAt(life, h.upTo) },
        ledgers: { dispute: { states: 0, tombstones: 0, counts: 0 } },
        ...h.changes,
      },
    },
  )
}

export const workAt = (city: City, more: Partial<Work> = {}): Work => ({
  register: city.register,
  clock,
  by: clerk,
  step: () => undefined,
  signal: new AbortController().signal,
  ...more,
})
export function look(
  city: City,
  files: readonly string[],
  book: Book = 'mediation',
  work = workAt(city),
): Promise<ImportPreview> {
  const picked = files.map((file) => ({ token: file, path: file, fileName: path.basename(file) }))
  return inTurn(city.register, () => inspect(work, { book, sample: true, files: picked }))
}
export const mergeIt = (city: City, batch: string, book: Book = 'mediation'): Promise<MergeOutcome> =>
  inTurn(city.register, () => merge(workAt(city), { book, batch, beforeMerge: async () => undefined }))

export interface Imported {
  readonly preview: ImportPreview
  readonly outcome: MergeOutcome
}
export async function take(city: City, ...files: string[]): Promise<Imported> {
  const preview = await look(city, files)
  return { preview, outcome: await mergeIt(city, preview.batch) }
}

export const rows = (city: City, ledger: LedgerName = 'dispute'): readonly Row[] =>
  readPage(city.register.db, mergedSource(ledger), { filters: [], offset: 0, limit: 500 }).rows
/** Case number → difficulty, the one value these tests change. */
export const held = (city: City): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    rows(city)
      .map((r) => [String(r.caseNo).replace(/\D/g, '').slice(4), r.difficulty])
      .sort(),
  )
export const table = <T>(city: City, sql: string, ...parameters: unknown[]): readonly T[] =>
  city.register.db.prepare(sql).all(...parameters) as T[]
