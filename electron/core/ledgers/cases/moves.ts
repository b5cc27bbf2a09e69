import type { Role } from '../../../../shared/contract/call.ts'
import { AppError, type Problem } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { type CaseState, caseLife, movesOf, pathOf } from '../../../../shared/rules/caseLife.ts'
import { wallDay } from '../../../../shared/rules/dates.ts'
import { refuseInvalid } from '../../calls/records.ts'
import { type Ctx, hasRole, type Session } from '../../context.ts'
import type { StoredRecord } from '../../register/records.ts'
import type { Door } from '../service.ts'

/** 审批单 on paper: its number and its date. */
export interface Slip {
  readonly slipNo: string | null
  readonly slipOn: string | null
}
const isFilled = ({ slipNo, slipOn }: Slip): boolean => slipNo !== null && slipOn !== null

/**
 * A step is taken by one of its roles, or by another's hand with the slip of one. Throws `approval-needed` naming the
 * step and the roles.
 */
export function needRole(session: Session, act: string, by: readonly Role[], slip: Slip): void {
  if (hasRole(session, 'mediation', ...by) || isFilled(slip)) return
  throw new AppError('approval-needed', { act, roles: by.join(' ') })
}

/** States a save enters are entered by who may; 结案 and 归档 are left by reopening only (`case-finished`). */
export function checkMoves(session: Session, old: DisputeData | null, next: DisputeData, door: Door): void {
  const { entered, left } = movesOf(old, next)
  const [state] = left
  if (state !== undefined && door !== 'reopening') throw new AppError('case-finished', { state })
  // What 补录 brings at once was decided on paper.
  if (old === null && next.lateEntry === true) return
  const slip = isSpent(old, next) ? noSlip : next
  for (const s of entered) needRole(session, s, caseLife[s].by, slip)
}

const noSlip: Slip = { slipNo: null, slipOn: null }
const isDecision = (s: CaseState): boolean => !caseLife[s].by.includes('clerk') || !caseLife[s].by.includes('mediator')
/** One slip is for one decision: that of an earlier one, still written in the case, carries no later one. */
const isSpent = (old: DisputeData | null, next: DisputeData): boolean =>
  old !== null && old.slipNo !== null && old.slipNo === next.slipNo && pathOf(old).some(isDecision)

/**
 * 补录 takes what had happened by the day it was entered. A result of a later day is none of a paper that came first:
 * the case is judged like any other. Throws `record-invalid`.
 */
export function checkLateResult(ctx: Ctx, old: StoredRecord | null, next: AnyData, today: string): void {
  const { lateEntry, result, resultDate } = next as unknown as DisputeData
  if (lateEntry !== true || result === null) return
  const enteredOn = old === null ? today : wallDay(old.created_at)
  if (resultDate === null && old !== null && old.data.result !== result)
    throw new AppError('record-invalid', { problems: [{ path: 'resultDate', code: 'needed', severity: 'error' }] })
  if (resultDate !== null && resultDate > enteredOn) refuseInvalid(ctx, 'dispute', { ...next, lateEntry: null })
}

/** 补录 is said with the first save, of paper that is there; it neither begins nor ends later (domain 2.3). */
export function checkLateEntry(old: DisputeData | null, next: DisputeData): void {
  const [was, is] = [old?.lateEntry === true, next.lateEntry === true]
  if (old === null || was === is) return
  const problem: Problem = is
    ? { path: 'lateEntry', code: 'lateTooLate', severity: 'error' }
    : { path: 'lateEntry', code: 'lateForGood', severity: 'error' }
  throw new AppError('record-invalid', { problems: [problem] })
}
