import type { RecordView } from '../../shared/contract/records.ts'
import { type AnyData, emptyData, emptyPart, type Part, type PartData } from '../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import type { DutyData } from '../../shared/ledgers/duty.ts'
import { type LedgerName, ledgerOf, ledgers } from '../../shared/ledgers/index.ts'
import type { MeetingData } from '../../shared/ledgers/meeting.ts'
import type { PlaceData } from '../../shared/ledgers/place.ts'
import type { PostData } from '../../shared/ledgers/post.ts'
import type { TrainingData } from '../../shared/ledgers/training.ts'
import type { VisitData } from '../../shared/ledgers/visit.ts'
import type { TestOffice } from './office.ts'

/** One part of a list with the given values; everything else blank. */
export const partOf = <const P extends Part>(part: P, values: Partial<PartData<P>>): PartData<P> =>
  ({ ...emptyPart(part), ...values }) as PartData<P>

type Party = DisputeData['parties'][number]
export const partyOf = (values: Partial<Party>): Party => partOf(p.party, values)

/** The least a 纠纷 can be saved with, of 示例乡. */
export function disputeOf(values: Partial<DisputeData> = {}): DisputeData {
  return {
    ...(emptyData(ledgerOf('dispute')) as unknown as DisputeData),
    committee: '示例乡人民调解委员会',
    typeJustice: 'neighbour',
    summary: '示例一村两户草场边界争议',
    secrecy: 'normal',
    parties: [partyOf({ side: 'applicant', name: '扎西·示例' }), partyOf({ side: 'respondent', name: '李示例' })],
    ...values,
  }
}

/** A 纠纷 complete enough for its agreement to take effect. */
export function agreedDispute(values: Partial<DisputeData> = {}): DisputeData {
  return disputeOf({
    acceptanceDate: '2026-11-02',
    source: 'application',
    noticeDate: '2026-11-02',
    mediators: [partOf(p.mediator, { name: '王示例', presiding: true })],
    sessions: [partOf(p.session, { heldOn: '2026-11-20', record: '双方自愿达成协议。', result: 'agreed' })],
    facts: '示例一村两户因草场边界发生争议。',
    result: 'written',
    resultDate: '2026-11-20',
    clauses: [partOf(p.clause, { text: '双方以旧界石为界。' })],
    performances: [
      partOf(p.performance, { debtor: '李示例', manner: '一次付清', amount: 120000, dueOn: '2026-11-25' }),
    ],
    copies: 3,
    ...values,
  })
}

export function trainingOf(values: Partial<TrainingData> = {}): TrainingData {
  return {
    ...(emptyData(ledgerOf('training')) as unknown as TrainingData),
    topic: '示例培训：防火',
    form: ledgers.training.fields.form.codes[0] ?? null,
    heldOn: '2026-11-10',
    teams: ledgers.training.fields.teams.codes.slice(0, 1),
    ...values,
  }
}

export function visitOf(values: Partial<VisitData> = {}): VisitData {
  const { visitors } = ledgers.visit.fields
  return {
    ...(emptyData(ledgerOf('visit')) as unknown as VisitData),
    visitedOn: '2026-11-11',
    village: '示例一村',
    kind: ledgers.visit.fields.kind.codes[0] ?? null,
    visitors: [partOf(visitors.part, { name: '赵示例' })],
    ...values,
  }
}

export function postOf(values: Partial<PostData> = {}): PostData {
  return {
    ...(emptyData(ledgerOf('post')) as unknown as PostData),
    team: 'household',
    groupNo: '7',
    name: '才让·示例',
    selectedOn: '2026-01-05',
    ...values,
  }
}

export const dutyOf = (values: Partial<DutyData> = {}): DutyData => ({
  ...(emptyData(ledgerOf('duty')) as unknown as DutyData),
  kind: 'patrol',
  event: '示例节',
  dutyOn: '2026-11-12',
  people: [partOf(ledgers.duty.fields.people.part, { name: '扎西·示例', team: 'street' })],
  ...values,
})

export const meetingOf = (values: Partial<MeetingData> = {}): MeetingData => ({
  ...(emptyData(ledgerOf('meeting')) as unknown as MeetingData),
  title: '示例联席会议',
  heldOn: '2026-11-13',
  ...values,
})

let places = 0
/** Another village each time: no two places have one name. */
export const placeOf = (values: Partial<PlaceData> = {}): PlaceData => ({
  ...(emptyData(ledgerOf('place')) as unknown as PlaceData),
  level: 'village',
  name: `示例${++places}村`,
  ...values,
})

/** The least each ledger can be saved with. */
export const sampleOf = (ledger: LedgerName): AnyData =>
  ({
    dispute: disputeOf,
    post: postOf,
    training: trainingOf,
    visit: visitOf,
    duty: dutyOf,
    meeting: meetingOf,
    place: placeOf,
  })[ledger]() as unknown as AnyData

/** Saves a record: a new one, or the next revision of `old`. */
export function save(
  t: TestOffice,
  ledger: LedgerName,
  data: unknown,
  options: { readonly old?: RecordView; readonly pipe?: string } = {},
): Promise<RecordView> {
  const { old, pipe } = options
  const input = { ledger, id: old?.id ?? null, revision: old?.revision ?? 0, data: data as AnyData }
  return t.call('record.save', input, pipe)
}
