import type { PaperQuestion } from '../../../../shared/contract/numbers.ts'
import { AppError } from '../../../../shared/errors.ts'
import { yearOf } from '../../../../shared/rules/dates.ts'
import type { Ctx } from '../../context.ts'
import { currentEpoch } from '../../register/life.ts'
import { type Marks, readMarks, writeMarks } from '../../register/numberMarks.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'
import type { Tx } from '../../register/unitOfWork.ts'
import { type Book, bookKey, lastGiven, lastKnown, paperAnswers } from './numberBook.ts'

const allBooksSql = `SELECT series, committee, year, max(serial) AS last FROM number_given
  WHERE serial IS NOT NULL GROUP BY series, committee, year`
/** Marks of every book as the register itself knows them: what a lost side file is made anew from. */
const marksOfRegister = (db: Db): Marks =>
  new Map((statement(db, allBooksSql).all() as (Book & { last: number })[]).map((b) => [bookKey(b), b.last]))

/** Changes the side file; a disk that refuses never stops the work on a case. */
function changeMark(ctx: Ctx, book: Book, change: (mark: number) => number): void {
  const { register } = ctx
  try {
    const [stored, key] = [readMarks(register), bookKey(book)]
    const marks = stored ?? marksOfRegister(register.db)
    const next = change(marks.get(key) ?? 0)
    if (stored?.get(key) !== next) writeMarks(register, new Map([...marks, [key, next]]))
  } catch (e) {
    ctx.log('warn', 'number mark not written', { error: String(e) })
  }
}

/**
 * Called before the transaction commits: whatever moment the power fails, no number was given that the side file does
 * not know. A mark that is one too high makes the program ask; one too low could give a number twice.
 */
export function markSerial(ctx: Ctx, tx: Tx, book: Book, serial: number | null): void {
  if (serial === null) return
  tx.step('number:before-mark')
  changeMark(ctx, book, (mark) => Math.max(mark, serial))
  tx.step('number:marked')
}
/** After a number was taken back and that is committed, the one before it is the highest again. */
export const unmarkSerial = (ctx: Ctx, book: Book, serial: number): void =>
  changeMark(ctx, book, (mark) => (mark === serial ? lastKnown(ctx.register.db, book) : mark))

/** The last year in which this life's parent may have given numbers that the register does not know. */
function lastForgottenYear(db: Db): number {
  const { started_at, parent_seq } = currentEpoch(db)
  const before = statement(db, 'SELECT at FROM journal WHERE seq = ?')
    .pluck()
    .get(parent_seq ?? 0)
  // A day more: the instants are UTC, and a year begins earlier here.
  const nextDay = new Date(Date.parse(started_at) + 86_400_000).toISOString()
  return Math.max(yearOf(nextDay) ?? 0, typeof before === 'string' ? (yearOf(before) ?? 0) : 0)
}

/**
 * 「纸上最后一个号是多少？」: asked once for each book after a restore or a copy, and whenever the side file knows of
 * higher numbers than the register. Null when there is nothing to ask.
 */
export function paperQuestion(ctx: Ctx, book: Book): PaperQuestion | null {
  const { db } = ctx.register
  const epoch = currentEpoch(db)
  const known = lastKnown(db, book)
  const mark = readMarks(ctx.register)?.get(bookKey(book)) ?? 0
  const answer = paperAnswers(db, book).find((a) => a.epoch === epoch.id)
  const open =
    answer === undefined
      ? mark > known || (epoch.reason !== 'created' && book.year <= lastForgottenYear(db))
      : mark > Math.max(known, answer.proposed)
  return open ? { known, proposed: Math.max(mark, known) } : null
}

interface Answer {
  readonly last: number
  readonly confirmed: boolean
}
/**
 * Notes the last number on paper: the answer to the question, or the start of a book begun on paper. Throws
 * `number-below-mark` for less than what this program has given, unless it is confirmed.
 */
export function answerPaper(ctx: Ctx, tx: Tx, book: Book, { last, confirmed }: Answer): void {
  const question = paperQuestion(ctx, book)
  const known = lastGiven(tx.db, book)
  const proposed = question?.proposed ?? known
  if (last < proposed && !confirmed) throw new AppError('number-below-mark', { last, proposed })
  const life = currentEpoch(tx.db).id
  const asked = question !== null || paperAnswers(tx.db, book).some((a) => a.epoch === life)
  const epoch = asked ? life : ''
  const { series, committee, year } = book
  statement(
    tx.db,
    `INSERT OR REPLACE INTO number_on_paper (series, committee, year, epoch, last, known, proposed, at, "by")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(series, committee, year, epoch, last, known, proposed, tx.at, tx.by)
  const why = asked ? 'asked' : 'start'
  tx.event('number.lastOnPaper', { series, committee, year, last, proposed, why }, { book: 'mediation' })
  changeMark(ctx, book, (mark) => Math.max(mark, last))
}
/** After the answer is committed: what people read from the paper is the mark. */
export const markAnswer = (ctx: Ctx, book: Book): void => changeMark(ctx, book, () => lastKnown(ctx.register.db, book))
