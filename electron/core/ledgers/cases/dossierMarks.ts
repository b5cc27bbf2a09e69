/** 原件已在卷 and 不需要: what somebody saw of the paper dossier, kept beside the case. */
import type { FileMarking } from '../../../../shared/contract/dossier.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { type FileMark, type FilePlace, filePlaces, fileStateOf } from '../../../../shared/rules/dossier.ts'
import type { Settings } from '../../../../shared/settings.ts'
import { readSettings } from '../../calls/settings.ts'
import { type Ctx, type Handlers, write } from '../../context.ts'
import { readRecord } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import type { StoredRecord } from '../../register/records.ts'
import { statement } from '../../register/statements.ts'
import type { Tx } from '../../register/unitOfWork.ts'
import { scansOf } from '../../scans/store.ts'
import { isFiled } from './frozen.ts'
import { contentOf } from './paperPrints.ts'

export interface KeptMark extends FileMark {
  readonly item: string
  /** Content of the paper when its original was seen; null for scans, and for what came from paper before. */
  readonly fingerprint: string | null
}

export function marksOf(db: Db, recordId: string): ReadonlyMap<string, KeptMark> {
  const sql =
    'SELECT item, state, day, by_name AS byName, reason, pages, fingerprint FROM dossier_mark WHERE record_id = ?'
  return new Map((statement(db, sql).all(recordId) as KeptMark[]).map((m) => [m.item, m]))
}

const asCase = (record: StoredRecord): DisputeData => record.data as unknown as DisputeData

/** After 归档 the dossier is bound. One that was bound before it came into the register is still described. */
export const isBound = (record: StoredRecord): boolean => isFiled(record) && asCase(record).lateEntry !== true

function refuseBound(record: StoredRecord): void {
  if (isBound(record)) throw new AppError('case-finished', { state: 'archived' })
}

/** Throws `input-invalid` naming the item: a must is left out with a reason only, nothing was seen tomorrow. */
function refuseMark(place: FilePlace, mark: FileMark | null, today: string): void {
  if (mark === null) return
  const problem = (code: string) => [{ path: place.key, code, severity: 'error' } as const]
  if (mark.state === 'notNeeded' && place.need === 'must' && mark.reason === null)
    throw new AppError('input-invalid', { problems: problem('reasonNeeded') })
  if (mark.day > today) throw new AppError('input-invalid', { problems: problem('dateFuture') })
}

function seenContent(record: StoredRecord, place: FilePlace, settings: Settings): string | null {
  if (place.paper === null || place.lacks.length > 0 || asCase(record).lateEntry === true) return null
  return contentOf(record, place.paper, place.part, settings)
}

function putMark(tx: Tx, recordId: string, item: string, mark: FileMark | null, fingerprint: string | null): void {
  statement(tx.db, 'DELETE FROM dossier_mark WHERE record_id = ? AND item = ?').run(recordId, item)
  if (mark === null) return
  const sql = `INSERT INTO dossier_mark (record_id, item, state, day, by_name, reason, pages, fingerprint, at, by)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  const { state, day, byName, reason, pages } = mark
  statement(tx.db, sql).run(recordId, item, state, day, byName, reason, pages, fingerprint, tx.at, tx.by)
}

/** The mark as it is shown and given back. */
export function withoutContent(mark: FileMark | null | undefined): FileMark | null {
  if (mark == null) return null
  const { state, day, byName, reason, pages } = mark
  return { state, day, byName, reason, pages }
}

/** Puts marks in one transaction and answers what stood there before. */
function markAll(ctx: Ctx, id: string, marksFor: (record: StoredRecord) => readonly FileMarking[]): FileMarkings {
  const settings = readSettings(ctx.register.db)
  const before = write(ctx, (tx) => {
    const record = readRecord(tx.db, 'dispute', id, ctx.session)
    refuseBound(record)
    const places = new Map(filePlaces(asCase(record), settings).map((p) => [p.key, p]))
    const [old, marks] = [marksOf(tx.db, id), marksFor(record)]
    for (const { item, mark } of marks) {
      const place = places.get(item)
      if (place === undefined) throw new AppError('not-found')
      refuseMark(place, mark, tx.today)
      const content = mark?.state === 'onFile' ? seenContent(record, place, settings) : null
      putMark(tx, id, item, mark, content)
    }
    if (marks.length > 0) tx.event('dossier.marked', { marks }, { book: 'mediation', ledger: 'dispute', recordId: id })
    tx.step('dossier:marked')
    return marks.map(({ item }): FileMarking => ({ item, mark: withoutContent(old.get(item)) }))
  })
  ctx.emit({ type: 'changed', what: 'dossier' })
  return { before }
}
interface FileMarkings {
  readonly before: readonly FileMarking[]
}

/** Items whose original somebody may have seen at one go: what is there, and of 补录 whatever is asked for. */
function openItems(db: Db, record: StoredRecord, settings: Settings): readonly string[] {
  const [marks, scans] = [marksOf(db, record.id), scansOf(db, record.id)]
  const isLate = asCase(record).lateEntry === true
  return filePlaces(asCase(record), settings)
    .filter((p) => {
      if (marks.has(p.key)) return false
      const state = fileStateOf(p, null, scans.filter((s) => s.item === p.key).length)
      return state === 'filled' || (isLate && state === 'lacking')
    })
    .map((p) => p.key)
}

export const dossierMarkHandlers = {
  'dossier.mark': (ctx, { id, marks }) => markAll(ctx, id, () => marks),
  'dossier.markAll': (ctx, { id, day, byName }) => {
    const { db } = ctx.register
    const mark = { state: 'onFile', day, byName, reason: null, pages: null } as const
    return markAll(ctx, id, (record) => openItems(db, record, readSettings(db)).map((item) => ({ item, mark })))
  },
} satisfies Partial<Handlers>
