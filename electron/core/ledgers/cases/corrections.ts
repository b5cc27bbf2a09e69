import { v7 as uuid } from 'uuid'
import type { CorrectionView } from '../../../../shared/contract/cases.ts'
import { AppError, type Problem } from '../../../../shared/errors.ts'
import { dataSchema } from '../../../../shared/ledgers/check.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { pathOf } from '../../../../shared/rules/caseLife.ts'
import { keep, refuseInvalid, viewOf } from '../../calls/records.ts'
import { type Ctx, type Handlers, write } from '../../context.ts'
import { mayKnow, openRecord, readRecord } from '../../register/access.ts'
import type { StoredRecord } from '../../register/records.ts'
import { statement } from '../../register/statements.ts'
import type { Tx } from '../../register/unitOfWork.ts'
import { about, decide, differs, type StoredCorrection, type Values } from './correctionStore.ts'
import { frozenFields } from './frozen.ts'
import { voidCorrected } from './numberFate.ts'

/** Only what is frozen needs this door; everything else is typed into the form. Throws `record-invalid`. */
function refuseOpenFields(record: StoredRecord, frozen: readonly string[], changes: Values): void {
  const names = new Set(frozen.map((path) => path.split('.')[0]))
  const wrong = Object.keys(changes).flatMap((path): readonly Problem[] => {
    if (!names.has(path)) return [{ path, code: 'notFrozen', severity: 'error' }]
    return differs(record.data[path], changes[path]) ? [] : [{ path, code: 'notChanged', severity: 'error' }]
  })
  if (wrong.length > 0) throw new AppError('record-invalid', { problems: wrong })
}

/** The case with the changes in it: a sound one, and in the state it was, by the same result. Throws `input-invalid`, `record-invalid`. */
function correctedData(ctx: Ctx, record: StoredRecord, changes: Values): AnyData {
  // A field that now has its value is no longer 暂缺 or 拒绝提供.
  const given = (name: string) => name in changes && changes[name] !== null
  const absent = Object.fromEntries(Object.entries(record.data.absent as Values).filter(([name]) => !given(name)))
  const parsed = dataSchema('dispute').safeParse({ ...record.data, ...changes, absent })
  if (!parsed.success) {
    const problems = parsed.error.issues.map((i): Problem => {
      const known = i.code === 'custom' || i.code === 'invalid_format'
      return { path: i.path.map(String).join('.'), code: known ? i.message : i.code, severity: 'error' }
    })
    throw new AppError('input-invalid', { problems })
  }
  refuseInvalid(ctx, 'dispute', parsed.data)
  const [was, is] = [record.data, parsed.data].map((d) => [d.result, ...pathOf(d as unknown as DisputeData)].join())
  if (was !== is) {
    const path = Object.keys(changes)[0] ?? ''
    throw new AppError('record-invalid', { problems: [{ path, code: 'correctionMoves', severity: 'error' }] })
  }
  return parsed.data
}

/** An open correction this reader may know of; of others it does not exist (`not-found`). */
function openCorrection(
  ctx: Ctx,
  tx: Tx,
  id: string,
): { readonly found: StoredCorrection; readonly record: StoredRecord } {
  const found = statement(tx.db, "SELECT * FROM correction WHERE id = ? AND ledger = 'dispute'").get(id)
  if (found === undefined) throw new AppError('not-found')
  const stored = found as StoredCorrection
  const record = readRecord(tx.db, 'dispute', stored.record_id, ctx.session)
  if (stored.state !== 'open') throw new AppError('correction-outdated')
  return { found: stored, record }
}

interface Row extends StoredCorrection {
  readonly title: string | null
  readonly proposed_at: string
  readonly proposer: string | null
  readonly decider: string | null
  readonly decided_at: string | null
  readonly answer: string | null
}
const rowsSql = `SELECT c.*, r.party_names AS title, p.name AS proposer, d.name AS decider
  FROM correction c JOIN dispute r ON r.id = c.record_id LEFT JOIN user p ON p.id = c.proposed_by
  LEFT JOIN user d ON d.id = c.decided_by WHERE c.ledger = 'dispute' AND ${mayKnow('dispute', 'r')}`

function viewOfRow(ctx: Ctx, row: Row, withValues: boolean): CorrectionView {
  const [before, after] = [JSON.parse(row.before) as Values, JSON.parse(row.after) as Values]
  const change = (field: string) => ({
    field,
    before: withValues ? before[field] : null,
    after: withValues ? after[field] : null,
  })
  return {
    id: row.id,
    caseId: row.record_id,
    title: row.title ?? '',
    state: row.state,
    reason: withValues ? row.reason : '',
    proposedBy: row.proposer ?? '',
    proposedAt: row.proposed_at,
    own: row.proposed_by === ctx.session.userId,
    decidedBy: row.decider,
    decidedAt: row.decided_at,
    answer: withValues ? row.answer : null,
    changes: Object.keys(after).map(change),
  }
}

function list(ctx: Ctx, id: string | null): readonly CorrectionView[] {
  const { db } = ctx.register
  const { userId } = ctx.session
  if (id === null) {
    const sql = `${rowsSql} AND c.state = 'open' ORDER BY c.proposed_at DESC LIMIT 100`
    // Values are read on the page of the case, where a reading is noted.
    return (statement(db, sql).all(userId) as Row[]).map((row) => viewOfRow(ctx, row, false))
  }
  openRecord(db, 'dispute', id, ctx.session, ctx.clock.now())
  const sql = `${rowsSql} AND c.record_id = ? ORDER BY c.proposed_at DESC, c.id DESC LIMIT 100`
  return (statement(db, sql).all(userId, id) as Row[]).map((row) => viewOfRow(ctx, row, true))
}

const insertSql = `INSERT INTO correction (id, ledger, record_id, state, before, after, reason, proposed_by, proposed_at)
  VALUES (?, 'dispute', ?, 'open', ?, ?, ?, ?, ?)`

export const correctionHandlers = {
  'correction.propose': (ctx, { id, revision, changes, reason }) => {
    const correction = uuid()
    write(ctx, (tx) => {
      const record = readRecord(tx.db, 'dispute', id, ctx.session)
      if (record.revision !== revision) throw new AppError('revision-conflict', { revision: record.revision })
      refuseOpenFields(record, frozenFields(tx.db, record), changes)
      const next = correctedData(ctx, record, changes)
      const fields = Object.keys(changes)
      const of = (data: AnyData) => JSON.stringify(Object.fromEntries(fields.map((f) => [f, data[f]])))
      statement(tx.db, insertSql).run(...[correction, id, of(record.data), of(next), reason, tx.by, tx.at])
      tx.event('correction.proposed', { correction, fields, reason }, about(id))
      tx.step('correction:proposed')
    })
    ctx.emit({ type: 'changed', what: 'dispute' })
    return { correction }
  },
  'correction.list': (ctx, { id }) => list(ctx, id),
  'correction.approve': (ctx, { correction }) => {
    const saved = write(ctx, (tx) => {
      const { found, record } = openCorrection(ctx, tx, correction)
      // The act stays with two persons also where one holds every role.
      if (found.proposed_by === tx.by) throw new AppError('second-person-needed')
      const after = JSON.parse(found.after) as Values
      const data = correctedData(ctx, record, after)
      const fields = Object.keys(after)
      // Before the save: the save itself withdraws what was proposed for values that it changes.
      decide(tx, correction, 'approved', tx.by, null)
      const { id, revision } = record
      voidCorrected(tx, record, data, found.reason)
      const kept = keep(ctx, tx, { ledger: 'dispute', id, revision, data, door: { corrected: fields } })
      const facts = { correction, fields, reason: found.reason, proposedBy: found.proposed_by, approvedBy: tx.by }
      tx.event('correction.approved', facts, about(id))
      tx.step('correction:approved')
      return kept
    })
    ctx.emit({ type: 'changed', what: 'dispute' })
    return viewOf(ctx, 'dispute', saved)
  },
  'correction.decline': (ctx, { correction, answer }) => {
    write(ctx, (tx) => {
      const { found, record } = openCorrection(ctx, tx, correction)
      const state = found.proposed_by === tx.by ? 'withdrawn' : 'declined'
      decide(tx, correction, state, tx.by, answer)
      tx.event(`correction.${state}`, { correction, reason: answer }, about(record.id))
      tx.step('correction:declined')
    })
    ctx.emit({ type: 'changed', what: 'dispute' })
    return null
  },
} satisfies Partial<Handlers>
