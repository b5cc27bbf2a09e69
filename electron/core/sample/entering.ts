import type { RecordView } from '../../../shared/contract/records.ts'
import type { CallName, Input, Output } from '../../../shared/contract.ts'
import type { AnyData } from '../../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import type { PostData } from '../../../shared/ledgers/post.ts'
import { type SampleCase, sampleCases } from './cases.ts'
import { sampleDuties, sampleMeetings, samplePlaces } from './officeLife.ts'
import type { Member, Succession } from './posts.ts'
import { sampleRoster } from './roster.ts'
import { sampleTrainings } from './trainings.ts'
import { sampleVisits } from './visits.ts'

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
  /** Whoever left stands before who followed. */
  readonly posts: readonly RecordView[]
  readonly trainings: readonly RecordView[]
  readonly visits: readonly RecordView[]
}

/** One outing for every four cases: enough to fill a page of the list. */
const casesPerVisit = 4

type Plain = (ledger: Exclude<LedgerName, 'dispute'>, data: object) => Promise<RecordView>
/** A record of a plain ledger as it is saved. */
export const savePlain =
  (call: Caller): Plain =>
  (ledger, data) =>
    call('record.save', { ledger, id: null, revision: 0, data: data as AnyData })

/** Who left is entered first: the one who followed names that row. */
async function enterPosts(save: Plain, successions: readonly Succession[]): Promise<readonly RecordView[]> {
  const views: RecordView[] = []
  for (const { before, latest } of successions) {
    const left = before === null ? null : await save('post', before)
    views.push(...(left === null ? [] : [left]), await save('post', { ...latest, replaces: left?.id ?? null }))
  }
  return views
}

/** Saved posts as the other samples refer to them. */
export const membersOf = (posts: readonly RecordView[]): readonly Member[] =>
  posts.map(({ id, data }) => ({ id, data: data as unknown as PostData }))

/** Fills a register with synthetic records, one short transaction each. */
export async function enterSamples(call: Caller, wishes: EnteringWishes): Promise<Entered> {
  const { seed, cases: count, today, progress } = wishes
  const visitCount = Math.ceil(count / casesPerVisit)
  const successions = sampleRoster({ seed, today })
  const postCount = successions.reduce((sum, s) => sum + (s.before === null ? 1 : 2), 0)
  const trainingCount = [...sampleTrainings({ seed, today, roster: [] })].length
  const places = samplePlaces()
  const meetings = [...sampleMeetings({ seed, today })]
  const dutyCount = [...sampleDuties({ seed, today, roster: [] })].length
  const total = count + postCount + trainingCount + visitCount + places.length + meetings.length + dutyCount
  let done = 0
  const noted = async (view: Promise<RecordView>): Promise<RecordView> => {
    const saved = await view
    done += 1
    progress(done / total)
    return saved
  }
  const save: Plain = (ledger, data) => noted(savePlain(call)(ledger, data))
  const [cases, trainings, visits] = [[] as RecordView[], [] as RecordView[], [] as RecordView[]]
  for (const data of places) await save('place', data)
  for (const sample of sampleCases({ seed, count, today })) cases.push(await noted(enterCase(call, sample)))
  const posts = await enterPosts(save, successions)
  const roster = membersOf(posts)
  for (const data of sampleTrainings({ seed, today, roster })) trainings.push(await save('training', data))
  for (const data of sampleVisits({ seed, today, count: visitCount, roster })) visits.push(await save('visit', data))
  for (const data of sampleDuties({ seed, today, roster })) await save('duty', data)
  for (const data of meetings) await save('meeting', data)
  return { cases, posts, trainings, visits }
}
