import { emptyData } from '../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import * as parts from '../../../shared/ledgers/disputeParts.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import { chineseDate, daysAfter } from '../../../shared/rules/dates.ts'
import { aftermathOf } from './aftermath.ts'
import { homeStories } from './homeStories.ts'
import { landStories } from './landStories.ts'
import { type Cast, castOf, partOf } from './parties.ts'
import { agreementOf, endOf, evidenceOf, type Fill, inquiriesOf, sessionsOf } from './proceedings.ts'
import { createRandom, type Random } from './random.ts'
import type { Story } from './story.ts'
import { type Result, sampleSpan, type Timeline, timelineOf } from './timeline.ts'
import { mediators, recorders, township, villages } from './township.ts'
import { tradeStories } from './tradeStories.ts'

/** A case in the steps an office takes it through. */
export interface SampleCase {
  /** As registered and mediated, without numbers, signatures and what comes after them. */
  readonly data: DisputeData
  /** Day the case number is given, or null while there is none. */
  readonly caseNoOn: string | null
  /** Day the agreement is written, for a written one. */
  readonly agreementOn: string | null
  /** Day of the last of the three acts, for an agreement in effect. */
  readonly effectiveOn: string | null
  /** Entered afterwards: performance, follow-up, closing, filing. */
  readonly after: Partial<DisputeData> | null
}

export const stories: readonly Story[] = [...landStories, ...landStories, ...homeStories, ...tradeStories]

type End = Result | 'notAccepted'
/** In the proportions of an ordinary year; every result occurs. */
const endDeck: readonly End[] = [
  ...Array<End>(12).fill('written'),
  ...([
    'oral',
    'oral',
    'failed',
    'refused',
    'withdrawn',
    'transferred',
    'terminated',
    'calmed',
    'notAccepted',
  ] as const),
]

/** 劳动 and 土地承包 disputes are settled in writing only. */
const writtenOnly: ReadonlySet<Story['type']> = new Set([
  'migrantWages',
  'otherLabour',
  'landAndForest',
  'expropriation',
])

/** Deals from a shuffled deck again and again, so that rare things come in few cases too. */
function dealer<T>(random: Random, deck: readonly T[]): () => T {
  let left: T[] = []
  return () => {
    if (left.length === 0) left = [...random.shuffled(deck)]
    return left.pop() as T
  }
}

const spots = ['示例沟', '样本滩', '示例河边', '演示坡', '样例桥头', '示例路口', '样本梁'] as const
/** Who sends cases, where a source is a transfer. */
const senders: Readonly<Partial<Record<NonNullable<DisputeData['source']>, string>>> = {
  police: '示例派出所',
  court: '示例人民法院',
  government: '示例乡人民政府',
}
const sources = ['application', 'application', 'application', 'committee', 'police', 'government', 'court'] as const

interface Plan {
  readonly story: Story
  readonly village: string
  readonly timeline: Timeline
  readonly cast: Cast
  readonly result: Result | null
  /** 不予受理. */
  readonly isRefused: boolean
  readonly fill: Fill
  readonly amount: number | null
  readonly mediator: string
  readonly recorder: string
}

function planOf(random: Random, story: Story, end: End, on: { applied: string; today: string }): Plan {
  const village = random.pick(villages)
  const result = end === 'notAccepted' ? 'withdrawn' : end
  const timeline = timelineOf(random, on.applied, result, on.today)
  const cast = castOf(random, story, { village, on: timeline.accepted ?? on.applied })
  // Whole tens of yuan, as people settle.
  const yuan = story.amount ? random.int(story.amount[0] / 100, story.amount[1] / 100) * 100 : null
  const [spot, number] = [random.pick(spots), random.int(2, 9)]
  const fill: Fill = (text) =>
    text
      .replaceAll('{甲}', cast.parties[0]?.name ?? '')
      .replaceAll('{乙}', cast.parties[1]?.name ?? '')
      .replaceAll('{村}', village)
      .replaceAll('{处}', spot)
      .replaceAll('{数}', String(number))
      .replaceAll('{金}', String(yuan ?? ''))
      .replaceAll('{限}', chineseDate(timeline.due))
  return {
    story,
    village,
    timeline,
    cast,
    result: timeline.ended === null ? null : result,
    isRefused: end === 'notAccepted' && timeline.accepted !== null,
    fill,
    amount: yuan === null ? null : yuan * 100,
    mediator: random.pick(mediators),
    recorder: random.pick(recorders),
  }
}

/** What is written at the counter. */
function registration({ story, village, timeline, cast, fill }: Plan, random: Random): Partial<DisputeData> {
  return {
    committee: township.committee,
    village,
    householdGroup: `${random.int(1, 6)}组`,
    applicationDate: timeline.applied,
    applicationForm: random.pick(['oral', 'written']),
    typeJustice: story.type,
    typeSocial: story.social,
    localSubtype: story.subtype ?? null,
    scale: cast.parties.length > 2 ? 'group' : 'individual',
    occurredOn: daysAfter(timeline.applied, -random.int(0, 20)),
    occurredAt: fill('{村}{处}'),
    peopleInvolved: cast.parties.length + random.int(0, 3),
    summary: fill(story.summary),
    claims: story.claims.map((text) => partOf(parts.claim, { text: fill(text) })),
    parties: cast.parties,
    agents: cast.agents,
    secrecy: story.secrecy ?? 'normal',
    heldBack: random.chance(0.04) ? true : null,
  }
}

function acceptance({ story, timeline, cast, mediator, recorder, result }: Plan, random: Random): Partial<DisputeData> {
  if (timeline.accepted === null || result === 'calmed') return {}
  const needsInterpreter = cast.parties.some((p) => p.needsInterpreter === true)
  const source = random.pick(sources)
  const second = random.chance(0.4) ? mediators.filter((m) => m !== mediator).slice(0, 1) : []
  return {
    acceptanceDate: timeline.accepted,
    source,
    transferUnit: senders[source] ?? null,
    difficulty: random.pick(['simple', 'general', 'general', 'complex']),
    mediators: [
      partOf(parts.mediator, { name: mediator, presiding: true }),
      ...second.map((name) => partOf(parts.mediator, { name })),
    ],
    recorder,
    noticeDate: timeline.accepted,
    noticeForm: 'oral',
    openness: story.secrecy === undefined && random.chance(0.7) ? 'open' : 'closed',
    attendants: needsInterpreter
      ? [partOf(parts.attendant, { kind: 'interpreter', name: '央金·样本', language: '藏语', relation: '村干部' })]
      : [],
  }
}

function mediation(plan: Plan, random: Random): Partial<DisputeData> {
  // Calmed on the spot: nothing was accepted and no session recorded.
  if (plan.result === 'calmed') return { result: 'calmed', resultDate: plan.timeline.ended }
  const { story, timeline, cast, result, fill, amount } = plan
  const debtor = cast.parties[story.payer === 'applicant' ? 0 : 1]?.name ?? null
  const held = {
    sessions: sessionsOf(random, story, { timeline, result: result ?? 'failed', fill }),
    inquiries: inquiriesOf(random, story, { timeline, fill }),
    evidence: evidenceOf(random, { timeline, giver: cast.parties[0]?.name ?? null }),
  }
  if (result === null || timeline.ended === null) return held
  return {
    ...held,
    result,
    resultDate: timeline.ended,
    ...endOf(result, timeline.ended),
    ...agreementOf(story, result, { due: timeline.due, amount, debtor, fill }, cast.parties.length),
  }
}

/** A dispute that the police have taken up already is told to the applicant and ends there. */
const notAccepted = ({ timeline }: Plan): Partial<DisputeData> => ({
  notAcceptedOn: timeline.accepted,
  refusalGround: 'takenElsewhere',
  refusalReason: '公安机关已经受理，告知申请人向公安机关反映。',
})

/** A medical dispute is sent on the day it comes in: its own committee mediates it. */
const routed = ({ timeline }: Plan): Partial<DisputeData> => ({
  result: 'transferred',
  resultDate: timeline.applied,
  transferredTo: '示例市医疗纠纷人民调解委员会',
  transferredLetterNo: '示例调移〔示例〕2号',
  terminationReason: '医疗纠纷，经当事人同意移送。',
})

/** What a case that this committee does not mediate is entered as; null for all others. */
function turnedAway(plan: Plan): Partial<DisputeData> | null {
  if (plan.story.type === 'medical') return routed(plan)
  return plan.isRefused ? notAccepted(plan) : null
}

function caseOf(random: Random, plan: Plan, today: string): SampleCase {
  const { timeline, result } = plan
  const away = turnedAway(plan)
  const data: DisputeData = {
    ...(emptyData(ledgerOf('dispute')) as unknown as DisputeData),
    ...registration(plan, random),
    ...(away ?? { ...acceptance(plan, random), ...mediation(plan, random) }),
  }
  if (away !== null) return { data, caseNoOn: null, agreementOn: null, effectiveOn: null, after: null }
  return {
    data,
    caseNoOn: result === 'calmed' ? null : timeline.accepted,
    agreementOn: result === 'written' ? timeline.ended : null,
    effectiveOn: result === 'written' ? timeline.effective : null,
    after: aftermathOf(random, result, { timeline, today, data, by: plan.mediator }),
  }
}

export interface SampleWishes {
  readonly seed: number
  readonly count: number
  /** YYYY-MM-DD: the samples end here. */
  readonly today: string
}
/** Cases in the order they came in; the oldest are filed, the newest just registered. */
export function* sampleCases({ seed, count, today }: SampleWishes): Generator<SampleCase> {
  const random = createRandom(seed)
  const [nextStory, nextEnd] = [dealer(random, stories), dealer(random, endDeck)]
  for (let i = 0; i < count; i += 1) {
    const share = random.next()
    // The last came in today: there is always one that waits for acceptance.
    const ago = i === count - 1 ? 0 : Math.floor(sampleSpan * (1 - (i + share) / count))
    // The first case is shown to its end.
    const dealtStory = nextStory()
    const story = i === 0 && dealtStory.type === 'medical' ? nextStory() : dealtStory
    const dealt = i === 0 ? 'written' : nextEnd()
    const end = dealt === 'oral' && writtenOnly.has(story.type) ? 'written' : dealt
    yield caseOf(random, planOf(random, story, end, { applied: daysAfter(today, -ago), today }), today)
  }
}
