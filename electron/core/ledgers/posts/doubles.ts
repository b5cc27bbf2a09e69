import type { Pair, PairDecision, Pairs } from '../../../../shared/contract/posts.ts'
import { AppError } from '../../../../shared/errors.ts'
import { likelyPairs, pairOf } from '../../../../shared/rules/doubles.ts'
import { type Ctx, write } from '../../context.ts'
import { type Reader, readRecord } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'
import { factsOf, postsWhere } from './facts.ts'

type Decided = NonNullable<Pair['decided']>

function decisions(db: Db): ReadonlyMap<string, Decided> {
  const sql = `SELECT p.a, p.b, p.decision, p.at, coalesce(u.name, '') AS "by" FROM post_pair p LEFT JOIN user u ON u.id = p.by`
  const rows = statement(db, sql).all() as readonly (Decided & { readonly a: string; readonly b: string })[]
  return new Map(rows.map(({ a, b, decision, at, by }) => [a + b, { decision, at, by }]))
}

/** Pairs a page can be read through; more are found once these are decided. */
const mostPairs = 200

/** Likely doubles among those who serve on the day: this circle alone, never with parties or households. */
export function likelyDoubles(db: Db, reader: Reader, today: string, wantDecided: boolean): Pairs {
  const serving = postsWhere(db, reader, '(r.left_on IS NULL OR r.left_on > ?) AND r.name IS NOT NULL', today)
  const known = decisions(db)
  const all = likelyPairs(serving).map(({ a, b, reasons }) => ({
    a: factsOf(a),
    b: factsOf(b),
    reasons,
    decided: known.get(a.id + b.id) ?? null,
  }))
  const [open, decided] = [all.filter((p) => p.decided === null), all.filter((p) => p.decided !== null)]
  const rows = (wantDecided ? decided : open).slice(0, mostPairs)
  return { rows, open: open.length, decided: decided.length }
}

/** Throws `not-found` for a post that is not there, `input-invalid` for one with itself. */
export function decidePair(ctx: Ctx, one: string, other: string, decision: PairDecision | null): null {
  if (one === other) throw new AppError('input-invalid', { field: 'b' })
  const [a, b] = pairOf(one, other)
  write(ctx, (tx) => {
    for (const id of [a, b]) readRecord(tx.db, 'post', id, ctx.session)
    statement(tx.db, 'DELETE FROM post_pair WHERE a = ? AND b = ?').run(a, b)
    if (decision !== null)
      statement(tx.db, 'INSERT INTO post_pair (a, b, decision, at, by) VALUES (?, ?, ?, ?, ?)').run(
        a,
        b,
        decision,
        tx.at,
        tx.by,
      )
    for (const [id, with_] of [
      [a, b],
      [b, a],
    ] as const)
      tx.event('post.pairDecided', { decision, with: with_ }, { book: 'teams', ledger: 'post', recordId: id })
  })
  ctx.emit({ type: 'changed', what: 'post' })
  return null
}
