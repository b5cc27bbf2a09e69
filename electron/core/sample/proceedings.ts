import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import * as parts from '../../../shared/ledgers/disputeParts.ts'
import { partOf } from './parties.ts'
import type { Random } from './random.ts'
import type { Story } from './story.ts'
import type { Result, Timeline } from './timeline.ts'

/** Puts names, places and figures into a story's text. */
export type Fill = (text: string) => string

type Sessions = DisputeData['sessions']
const opening =
  '主持人核对各方身份，告知人民调解的性质、原则以及当事人的权利和义务，询问是否申请回避。各方答：听清楚了，不申请回避。'
const middle = '双方各自陈述经过，意见尚有距离，主持人分别做工作，约定改日再谈。'
const endings: Readonly<Record<Result, string>> = {
  written: '双方自愿达成协议，同意制作书面调解协议。以上记录经宣读，当事人确认无误。',
  oral: '双方自愿达成口头协议，同意由调解员记入登记表。以上记录经宣读，当事人确认无误。',
  failed: '双方分歧较大，调解不成，已告知可以通过仲裁、行政、司法等途径维护权利。',
  refused: '一方明确表示不愿调解，已告知其他途径。',
  withdrawn: '申请人表示双方已自行和好，撤回申请。',
  transferred: '经查看事由，应由有关部门处理，经当事人同意移交。',
  terminated: '有继续激化的可能，终止调解，已告知其他途径并报告。',
  calmed: '经当场劝解，双方和好，不立卷。',
}
const agreed = (result: Result) => result === 'written' || result === 'oral'

export function sessionsOf(
  random: Random,
  story: Story,
  plan: { timeline: Timeline; result: Result; fill: Fill },
): Sessions {
  const { timeline, result, fill } = plan
  // The last answers of a talk already agree.
  const told = agreed(result) ? story.talk : story.talk.slice(0, 1)
  const talk = told.map(([q, a]) => `问：${fill(q)}\n${fill(a)}`).join('\n')
  return timeline.sessions.map((heldOn) => {
    const isLast = heldOn === timeline.ended
    const hour = random.int(9, 15)
    return partOf(parts.session, {
      heldOn,
      startTime: `${String(hour).padStart(2, '0')}:30`,
      endTime: `${String(hour + random.int(1, 2)).padStart(2, '0')}:15`,
      place: random.pick(['示例乡人民调解室', '村委会办公室', '现场']),
      record: [opening, isLast ? talk : middle, ...(isLast ? [endings[result]] : [])].join('\n'),
      result: isLast ? (agreed(result) ? 'agreed' : 'failed') : 'toContinue',
    })
  })
}

export const inquiriesOf = (random: Random, story: Story, plan: { timeline: Timeline; fill: Fill }) =>
  plan.timeline.accepted === null || random.chance(0.6)
    ? []
    : [
        partOf(parts.inquiry, {
          heldOn: plan.timeline.accepted,
          place: '村委会办公室',
          asked: '王样稿',
          investigators: '张示例、李演示',
          recorder: '赵样例',
          record: `问：请讲一讲你知道的情况。\n答：${plan.fill(story.facts)}`,
        }),
      ]

export const evidenceOf = (random: Random, plan: { timeline: Timeline; giver: string | null }) =>
  plan.timeline.accepted === null
    ? []
    : Array.from({ length: random.int(0, 2) }, () =>
        partOf(parts.evidence, {
          name: random.pick(['现场照片', '承包证复印件', '转账记录', '收据', '村组证明', '诊疗记录']),
          provider: plan.giver,
          form: random.pick(['original', 'copy']),
          pages: random.int(1, 4),
          receivedOn: plan.timeline.accepted,
        }),
      )

export interface Terms {
  readonly due: string
  /** In 分, or null where nothing is paid. */
  readonly amount: number | null
  readonly debtor: string | null
  readonly fill: Fill
}
/** What was agreed: clauses and undertakings, with copies for a written agreement. */
export function agreementOf(story: Story, result: Result, terms: Terms, parties: number): Partial<DisputeData> {
  if (!agreed(result)) return {}
  const { due, amount, debtor, fill } = terms
  return {
    facts: fill(story.facts),
    responsibilities: fill(story.responsibilities),
    clauses: story.clauses.map((text) =>
      partOf(parts.clause, { text: fill(text), confirmable: text.includes('{金}') ? true : null }),
    ),
    performances: [
      partOf(parts.performance, { debtor, manner: fill(story.manner), place: '示例乡人民调解室', amount, dueOn: due }),
    ],
    copies: result === 'written' ? parties + 1 : null,
    oralAgreed: result === 'oral' ? true : null,
  }
}

const reasons: Readonly<Partial<Record<Result, string>>> = {
  failed: '双方分歧较大，经多次调解未能达成一致。',
  refused: '被申请人不同意调解。',
  withdrawn: '双方自行和好，申请人撤回申请。',
  transferred: '属有关部门职责范围，经同意移交。',
  terminated: '一方情绪激动，不宜继续调解。',
}
/** How a mediation without agreement ended. */
export const endOf = (result: Result, endedOn: string): Partial<DisputeData> => ({
  terminationReason: reasons[result] ?? null,
  otherRoutesToldOn: result === 'failed' || result === 'refused' || result === 'terminated' ? endedOn : null,
  ...(result === 'transferred' ? { transferredTo: '示例乡人民政府', transferredLetterNo: '示例调移〔示例〕1号' } : {}),
})
