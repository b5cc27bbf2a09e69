import type { Role } from '../../../../shared/contract/call.ts'
import { AppError } from '../../../../shared/errors.ts'
import { type AnyData, emptyData } from '../../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { ledgerOf } from '../../../../shared/ledgers/index.ts'
import { effectiveOn } from '../../../../shared/rules/effect.ts'
import { keep, refuseInvalid, viewOf } from '../../calls/records.ts'
import { type Handlers, write } from '../../context.ts'
import { letKnowToo, readRecord } from '../../register/access.ts'
import { needRole } from './moves.ts'

/** Finished work is taken up again by who answers for the committee. */
const mayReopen: readonly Role[] = ['head']

/** What a new mediation of the same dispute starts from: who, what and where, nothing of how it went. */
const carriedOver = [
  ...['committee', 'village', 'gridUnit', 'householdGroup', 'typeJustice', 'localSubtype', 'typeSocial'],
  ...['ownershipDispute', 'summary', 'occurredOn', 'occurredAt', 'parties', 'secrecy', 'heldBack'],
] as const satisfies readonly (keyof DisputeData)[]

/** Ages belong to a dossier: the new one counts its own from the birth dates. */
function partiesAnew(parties: DisputeData['parties']): DisputeData['parties'] {
  return parties.map((p) => ({ ...p, age: p.birthDate === null ? p.age : null, refusedOn: null }))
}

/** Throws `agreement-not-in-effect` while there is nothing to mediate again. */
function mediatedAgain(old: DisputeData): AnyData {
  if (effectiveOn(old) === null) throw new AppError('agreement-not-in-effect')
  const continuesCaseNo = old.caseNo ?? old.agreementNo
  if (continuesCaseNo === null) {
    const problem = { path: 'caseNo', code: 'needed', severity: 'error' } as const
    throw new AppError('record-invalid', { problems: [problem] })
  }
  const carried = Object.fromEntries(carriedOver.map((f) => [f, old[f]]))
  return {
    ...emptyData(ledgerOf('dispute')),
    ...carried,
    parties: partiesAnew(old.parties),
    continuesCaseNo,
  } as unknown as AnyData
}

const about = (recordId: string) => ({ book: 'mediation', ledger: 'dispute', recordId }) as const

export const caseActHandlers = {
  'case.reopen': (ctx, { id, revision, reason, slip }) => {
    const saved = write(ctx, (tx) => {
      const { data } = readRecord(tx.db, 'dispute', id, ctx.session)
      if (data.closedOn === null && data.filedOn === null) throw new AppError('case-not-finished')
      const given = { slipNo: slip?.no ?? null, slipOn: slip?.on ?? null }
      needRole(ctx.session, 'reopen', mayReopen, given)
      const next: AnyData = { ...data, closedOn: null, filedOn: null, ...(slip === null ? {} : given) }
      const kept = keep(ctx, tx, { ledger: 'dispute', id, revision, data: next, door: 'reopening' })
      tx.event('case.reopened', { reason, ...given }, about(id))
      tx.step('reopen:noted')
      return kept
    })
    ctx.emit({ type: 'changed', what: 'dispute' })
    return viewOf(ctx, 'dispute', saved)
  },
  'case.mediateAgain': (ctx, { id }) => {
    const saved = write(ctx, (tx) => {
      const old = readRecord(tx.db, 'dispute', id, ctx.session)
      const data = mediatedAgain(old.data as unknown as DisputeData)
      refuseInvalid(ctx, 'dispute', data)
      const made = keep(ctx, tx, { ledger: 'dispute', id: null, revision: 0, data })
      // Who knows of the first case works on this one too.
      letKnowToo(tx, 'dispute', old.k, made.k)
      tx.event('case.mediatedAgain', { newCase: made.id }, about(id))
      return made
    })
    ctx.emit({ type: 'changed', what: 'dispute' })
    return viewOf(ctx, 'dispute', saved)
  },
} satisfies Partial<Handlers>
