import type { DisputeData } from '../ledgers/dispute.ts'
import { type CaseState, caseLife, stateOf } from './caseLife.ts'

type FieldName = Exclude<keyof DisputeData & string, 'absent'>

/** An end of a case other than an agreement: what is set, what is asked for, which of it happens today unless said. */
export interface OtherWay {
  readonly state: CaseState
  readonly result: DisputeData['result']
  readonly asked: readonly FieldName[]
  /** Of what is asked for, what may stay open. */
  readonly optional?: readonly FieldName[]
  readonly today: readonly FieldName[]
}

/** In the order of the table of states. 人民调解法 26: who ends a mediation without agreement is told the other routes. */
export const otherWays: readonly OtherWay[] = [
  {
    state: 'notAccepted',
    result: null,
    asked: ['notAcceptedOn', 'refusalGround', 'refusalReason'],
    today: ['notAcceptedOn'],
  },
  { state: 'calmed', result: 'calmed', asked: ['resultDate'], today: ['resultDate'] },
  {
    state: 'failed',
    result: 'failed',
    asked: ['resultDate', 'otherRoutesToldOn'],
    today: ['resultDate', 'otherRoutesToldOn'],
  },
  { state: 'refused', result: 'refused', asked: ['resultDate'], today: ['resultDate'] },
  { state: 'withdrawn', result: 'withdrawn', asked: ['resultDate'], today: ['resultDate'] },
  {
    state: 'transferred',
    result: 'transferred',
    asked: ['resultDate', 'transferredTo', 'transferredLetterNo', 'transferReason'],
    optional: ['transferReason'],
    today: ['resultDate'],
  },
  {
    state: 'terminated',
    result: 'terminated',
    asked: ['resultDate', 'terminationReason', 'otherRoutesToldOn'],
    today: ['resultDate', 'otherRoutesToldOn'],
  },
]

/** The ways open from where the case stands; none once it has an end. */
export const waysFrom = (d: DisputeData): readonly OtherWay[] =>
  otherWays.filter((way) => caseLife[stateOf(d)].next.includes(way.state))
