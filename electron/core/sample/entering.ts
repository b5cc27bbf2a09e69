import type { RecordView } from '../../../shared/contract/records.ts'
import type { CallName, Input, Output } from '../../../shared/contract.ts'
import type { AnyData } from '../../../shared/ledgers/describe.ts'
import { type SampleCase, sampleCases } from './cases.ts'
import { sampleTrainings, sampleVisits } from './teamRecords.ts'

/** How samples come in: the same calls a clerk's window makes. Throws what a call refuses. */
export type Caller = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

/** Takes one case through the steps of an office: registration, numbers, the three acts, what came after. */
export async function enterCase(call: Caller, sample: SampleCase): Promise<RecordView> {
  const { caseNoOn, agreementOn, effectiveOn, after } = sample
  const data = sample.data as unknown as AnyData
  let view = await call('record.save', { ledger: 'dispute', id: null, revision: 0, data })
  // Samples are of years gone by.
  const given = { ledger: 'dispute', typed: null, confirmed: true } as const
  const number = (series: 'caseNo' | 'agreementNo', on: string) =>
    call('dispute.giveNumber', { ...given, id: view.id, revision: view.revision, series, on })
  if (caseNoOn !== null) view = await number('caseNo', caseNoOn)
  if (agreementOn !== null) view = await number('agreementNo', agreementOn)
  if (effectiveOn !== null) {
    const acts = { signedByPartiesOn: agreementOn, signedByMediatorsOn: agreementOn, sealedOn: effectiveOn }
    await call('agreement.takeEffect', { ledger: 'dispute', id: view.id, revision: view.revision, ...acts })
    view = await call('record.get', { ledger: 'dispute', id: view.id })
  }
  if (after === null) return view
  const ended = { ...view.data, ...after } as unknown as AnyData
  return call('record.save', { ledger: 'dispute', id: view.id, revision: view.revision, data: ended })
}

export interface EnteringWishes {
  readonly seed: number
  readonly cases: number
  readonly today: string
  /** Called after each record with what share of the work is done, 0–1. */
  readonly progress: (done: number) => void
}
export interface Entered {
  readonly cases: readonly RecordView[]
  readonly trainings: readonly RecordView[]
  readonly visits: readonly RecordView[]
}

/** One outing for every four cases: enough to fill a page of the list. */
const casesPerVisit = 4

/** Fills a register with synthetic records, one short transaction each. */
export async function enterSamples(call: Caller, wishes: EnteringWishes): Promise<Entered> {
  const { seed, cases: count, today, progress } = wishes
  const trainings = [...sampleTrainings({ seed, today })]
  const visits = [...sampleVisits({ seed, today, count: Math.ceil(count / casesPerVisit) })]
  const total = count + trainings.length + visits.length
  let done = 0
  const noted = async (view: Promise<RecordView>): Promise<RecordView> => {
    const saved = await view
    done += 1
    progress(done / total)
    return saved
  }
  const plain = (ledger: 'training' | 'visit', data: unknown) =>
    noted(call('record.save', { ledger, id: null, revision: 0, data: data as AnyData }))
  const entered = { cases: [] as RecordView[], trainings: [] as RecordView[], visits: [] as RecordView[] }
  for (const sample of sampleCases({ seed, count, today })) entered.cases.push(await noted(enterCase(call, sample)))
  for (const data of trainings) entered.trainings.push(await plain('training', data))
  for (const data of visits) entered.visits.push(await plain('visit', data))
  return entered
}
