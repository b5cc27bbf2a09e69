import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import * as parts from '../../../shared/ledgers/disputeParts.ts'
import { daysAfter } from '../../../shared/rules/dates.ts'
import { partOf } from './parties.ts'
import type { Random } from './random.ts'
import type { Result, Timeline } from './timeline.ts'

type State = NonNullable<DisputeData['performanceState']>
const outcomes: readonly State[] = ['done', 'done', 'done', 'done', 'done', 'done', 'partly', 'notDone']

interface Undertaking {
  readonly timeline: Timeline
  readonly today: string
  readonly data: DisputeData
  readonly by: string
}

/** Whether the promise was kept, and the visit to ask about it. */
function performed(random: Random, { timeline, today, data, by }: Undertaking): Partial<DisputeData> {
  const state: State = timeline.due > today ? 'notDue' : random.pick(outcomes)
  const doneOn = state === 'done' ? daysAfter(timeline.due, -random.int(0, 5)) : null
  const followUps =
    timeline.followedUp === null
      ? []
      : [
          partOf(parts.followUp, {
            heldOn: timeline.followedUp,
            by,
            reason: '协议履行情况',
            findings: state === 'done' ? '协议已经履行，双方关系缓和。' : '尚未全部履行，已说明后果，约定补足的日期。',
            satisfaction: state === 'done' ? random.pick(['satisfied', 'satisfied', 'fair']) : 'fair',
          }),
        ]
  const urgings =
    state === 'notDone' ? [partOf(parts.urging, { urgedOn: timeline.due, by, note: '电话督促，答应近日履行。' })] : []
  return {
    performanceState: state,
    performances: data.performances.map((p) => ({ ...p, doneOn, voucherPage: doneOn === null ? null : '12' })),
    followUps,
    urgings,
  }
}

function filed(random: Random, timeline: Timeline): Partial<DisputeData> {
  if (timeline.filed === null) return {}
  return {
    filedBy: '赵样例',
    filedOn: timeline.filed,
    checkedBy: '李演示',
    retention: random.pick(['short', 'long', 'long', 'permanent']),
    pages: random.int(12, 40),
    box: `${timeline.filed.slice(0, 4)}-${random.int(1, 9)}`,
  }
}

/** What is entered once a case has come to its end; null while there is nothing. */
export function aftermathOf(
  random: Random,
  result: Result | null,
  plan: { timeline: Timeline; today: string; data: DisputeData; by: string },
): Partial<DisputeData> | null {
  const { timeline } = plan
  if (result === null || result === 'calmed') return null
  const isSettled = result === 'oral' || timeline.effective !== null
  const kept = isSettled ? performed(random, plan) : {}
  const isAgreed = result === 'written' || result === 'oral'
  const mayClose = !isAgreed || kept.performanceState === 'done'
  const closing = mayClose && timeline.closed !== null ? { closedOn: timeline.closed, ...filed(random, timeline) } : {}
  const found = { ...kept, ...closing }
  return Object.keys(found).length === 0 ? null : found
}
