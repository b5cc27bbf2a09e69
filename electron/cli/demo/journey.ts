import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordView } from '../../../shared/contract/records.ts'
import type { Input } from '../../../shared/contract.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import type { demo } from '../../../shared/text/zh-CN/demo.ts'
import { type Entered, enterSamples } from '../../core/sample/entering.ts'
import { type Changes, makeChanges } from './changes.ts'
import { checkHeld } from './checking.ts'
import { exchangeCards, type HandedOver, handOver } from './exchange.ts'
import { type Ground, openRecipient, openUnit, type Station } from './stations.ts'

export type DemoStep = keyof typeof demo.steps
const books = ['mediation', 'teams'] as const

export interface BookReport {
  readonly handovers: readonly HandedOver[]
  readonly bytes: number
  /** Rows the recipient holds at the end, by ledger. */
  readonly rows: Readonly<Partial<Record<LedgerName, number>>>
  readonly acknowledgedNo: number
  readonly mark: number
}
export interface DemoReport {
  readonly seed: number
  readonly cases: number
  /** Posts of the rosters, those that were left too. */
  readonly posts: number
  readonly trainings: number
  readonly visits: number
  /** Agreements in effect. */
  readonly agreements: number
  /** PDFs in the folder for papers. */
  readonly papers: number
  readonly changes: Changes
  readonly books: Readonly<Record<Book, BookReport>>
  readonly seconds: Readonly<Record<DemoStep, number>>
}

export interface DemoWishes extends Ground {
  readonly cases: number
  readonly seed: number
  /** Called when a step begins, and when it ended with its seconds. */
  readonly told: (step: DemoStep, seconds: number | null) => void
}

type Mode = 'draft' | 'final' | 'blank'
async function savePaper(unit: Station, mode: Mode, { id }: RecordView): Promise<void> {
  await unit.call('paper.savePdf', {
    ledger: 'dispute',
    id,
    paper: 'agreement',
    mode,
    place: await unit.place('papers'),
  })
  await unit.call('paper.printed', { ledger: 'dispute', id, paper: 'agreement', mode, copies: 1 })
}
/** The papers of agreements in effect. */
async function saveFinals(unit: Station, cases: readonly RecordView[]): Promise<void> {
  for (const signed of cases.filter((c) => c.data.sealedOn !== null)) await savePaper(unit, 'final', signed)
}
/** A draft and an empty form of one that is not signed yet, or of the first; then the final papers. */
async function savePapers(unit: Station, { cases }: Entered): Promise<void> {
  const agreed = cases.filter((c) => c.data.agreementNo !== null)
  const drafted = agreed.find((c) => c.data.sealedOn === null) ?? agreed[0]
  if (drafted) for (const mode of ['draft', 'blank'] as const) await savePaper(unit, mode, drafted)
  await saveFinals(unit, cases)
}

interface Cast {
  readonly unit: Station
  readonly recipients: Readonly<Record<Book, Station>>
}
async function setUp(ground: Ground): Promise<Cast> {
  const unit = await openUnit(ground)
  const [mediation, teams] = [await openRecipient(ground, 'mediation'), await openRecipient(ground, 'teams')]
  return { unit, recipients: { mediation, teams } }
}

async function bookReport(
  { unit, recipients }: Cast,
  book: Book,
  handovers: readonly HandedOver[],
): Promise<BookReport> {
  const rows = await checkHeld(unit, recipients[book], book)
  const { acknowledgedNo, mark } = await unit.call('handover.state', { book })
  const bytes = handovers.reduce((sum, h) => sum + h.bytes, 0)
  return { handovers, bytes, rows, acknowledgedNo: acknowledgedNo ?? 0, mark }
}

async function everyBook<T>(work: (book: Book) => Promise<T>): Promise<Record<Book, T>> {
  const done: Partial<Record<Book, T>> = {}
  for (const book of books) done[book] = await work(book)
  return done as Record<Book, T>
}

type Timed = <T>(step: DemoStep, work: () => Promise<T>) => Promise<T>
function timer(told: DemoWishes['told']): { readonly timed: Timed; readonly seconds: () => DemoReport['seconds'] } {
  const milliseconds: Partial<Record<DemoStep, number>> = {}
  const timed: Timed = async (step, work) => {
    told(step, null)
    const from = performance.now()
    const result = await work()
    const took = Math.round(performance.now() - from)
    milliseconds[step] = (milliseconds[step] ?? 0) + took
    told(step, took / 1000)
    return result
  }
  const seconds = () => Object.fromEntries(Object.entries(milliseconds).map(([step, ms]) => [step, ms / 1000]))
  return { timed, seconds: () => seconds() as DemoReport['seconds'] }
}

async function play(cast: Cast, wishes: DemoWishes, timed: Timed) {
  const { unit, recipients } = cast
  const { seed, cases, clock, dir } = wishes
  const today = clock.today()
  const entered = await timed('enter', () => enterSamples(unit.call, { seed, cases, today, progress: () => undefined }))
  await timed('papers', () => savePapers(unit, entered))
  await timed('cards', () => everyBook((book) => exchangeCards(unit, recipients[book], book)))
  const first = await timed('firstRound', () => everyBook((book) => handOver(unit, recipients[book], book)))
  await timed('check', () => everyBook((book) => checkHeld(unit, recipients[book], book)))
  const { changes, fresh } = await timed('changes', () => makeChanges(unit, entered, { seed, today }))
  await timed('papers', () => saveFinals(unit, fresh))
  const second = await timed('secondRound', () => everyBook((book) => handOver(unit, recipients[book], book)))
  const held = async (ledger: LedgerName, filters: Input<'record.page'>['filters'] = []) =>
    (await unit.call('record.page', { ledger, filters, limit: 1 })).total
  return {
    cases: await held('dispute'),
    posts: await held('post'),
    trainings: await held('training'),
    visits: await held('visit'),
    agreements: await held('dispute', [{ field: 'effectiveOn', op: 'notBlank' }]),
    papers: readdirSync(join(dir, 'papers')).filter((n) => n.endsWith('.pdf')).length,
    changes,
    books: await timed('check', () => everyBook((book) => bookReport(cast, book, [first[book], second[book]]))),
  }
}

/**
 * Plays the whole journey in an empty folder, through `dispatch` only. Throws what a call refuses, and
 * `DifferenceError` when a recipient does not hold exactly what left.
 */
export async function playJourney(wishes: DemoWishes): Promise<DemoReport> {
  const { timed, seconds } = timer(wishes.told)
  const cast = await timed('setUp', () => setUp(wishes))
  try {
    const played = await play(cast, wishes, timed)
    return { seed: wishes.seed, ...played, seconds: seconds() }
  } finally {
    for (const station of [cast.unit, ...Object.values(cast.recipients)]) await station.close()
  }
}
