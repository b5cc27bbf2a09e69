/** 卷宗评查: what the checks propose for each row of the office's sheet, and what the reviewer gave. */
import type { ReviewRowView, ReviewView } from '../../../../shared/contract/dossier.ts'
import { AppError } from '../../../../shared/errors.ts'
import { type ReviewRow, suggestedDeduction } from '../../../../shared/rules/dossierReview.ts'
import type { OfficePaper } from '../../calls/officePapers.ts'
import { readSettings } from '../../calls/settings.ts'
import { type Ctx, type Handlers, write } from '../../context.ts'
import { reviewSheet } from '../../papers/reviewSheet.ts'
import { lookAtRecord, readRecord } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'
import { checksOf, dossierOf, factsOf } from './dossier.ts'

interface Score {
  readonly item: string
  readonly score: number | null
  readonly reason: string | null
  readonly at: string
  readonly by: string | null
}
/** The latest last. */
const scoresOf = (db: Db, recordId: string): readonly Score[] =>
  statement(
    db,
    `SELECT item, score, reason, at, (SELECT name FROM user u WHERE u.id = r.by) AS by FROM dossier_review r
     WHERE record_id = ? ORDER BY at`,
  ).all(recordId) as Score[]

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

function reviewOf(ctx: Ctx, id: string): ReviewView {
  lookAtRecord(ctx.register.db, 'dispute', id, ctx.session, ctx.clock.now())
  const dossier = dossierOf(ctx, id)
  const [checks, scores] = [checksOf(dossier, factsOf(ctx, dossier)), scoresOf(ctx.register.db, id)]
  const rows = dossier.context.settings.reviewRows.map((row): ReviewRowView => {
    const { key, text, points } = row
    const given = scores.find((s) => s.item === key)
    const [score, reason] = [given?.score ?? null, given?.reason ?? null]
    return { key, text, points, suggested: suggestedDeduction(row, checks), score, reason }
  })
  const [reached, last] = [rows.flatMap((r) => r.score ?? []), scores.at(-1)]
  return {
    rows,
    points: sum(rows.map((r) => r.points)),
    reached: reached.length < rows.length ? null : sum(reached),
    ...{ by: last?.by ?? null, at: last?.at ?? null },
  }
}

interface Given {
  readonly key: string
  readonly score: number | null
  readonly reason: string | null
}
/** Throws `not-found` for a row the sheet has not, `input-invalid` naming the row. */
function refuseScore(rows: readonly ReviewRow[], { key, score, reason }: Given): void {
  const row = rows.find((r) => r.key === key)
  if (row === undefined) throw new AppError('not-found')
  if (score === null) return
  const problem = (code: string, params: Readonly<Record<string, number>>) =>
    new AppError('input-invalid', { problems: [{ path: key, code, severity: 'error', params }] })
  if (score > row.points) throw problem('scoreTooHigh', { points: row.points })
  if (score < row.points && reason === null) throw problem('scoreReason', {})
}

export const dossierReviewHandlers = {
  'dossier.review': (ctx, { id }) => reviewOf(ctx, id),
  'dossier.saveReview': (ctx, { id, scores }) => {
    const rows = readSettings(ctx.register.db).reviewRows
    write(ctx, (tx) => {
      readRecord(tx.db, 'dispute', id, ctx.session)
      for (const given of scores) {
        refuseScore(rows, given)
        const sql = `INSERT OR REPLACE INTO dossier_review (record_id, item, score, reason, at, by) VALUES (?, ?, ?, ?, ?, ?)`
        statement(tx.db, sql).run(id, given.key, given.score, given.reason, tx.at, tx.by)
      }
      tx.event('dossier.reviewed', { scores }, { book: 'mediation', ledger: 'dispute', recordId: id })
    })
    ctx.emit({ type: 'changed', what: 'dossier' })
    return reviewOf(ctx, id)
  },
} satisfies Partial<Handlers>

export const reviewSheetOffice: OfficePaper = {
  title: '卷宗评查表',
  book: 'mediation',
  allow: ['clerk', 'mediator', 'head'],
  ofCase: true,
  make: (ctx, about) => {
    const id = about ?? ''
    const { rows } = reviewOf(ctx, id)
    const { data, context } = dossierOf(ctx, id)
    const committee = data.committee ?? context.settings.committee
    const [on, { sample }, { settings }] = [ctx.clock.today(), ctx.profile, context]
    return reviewSheet(
      { paper: 'cover', data, committee, mode: 'final', part: 0, on, sample, settings },
      rows.map(({ text, points, score, reason }) => ({ text, points, scored: score, reason: reason ?? '' })),
    )
  },
}
