import type { NextNumber } from '../../../../shared/contract/numbers.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import { patternOf } from '../../../../shared/rules/committees.ts'
import { yearOf } from '../../../../shared/rules/dates.ts'
import { earlyProblems, type Series, typedProblems } from '../../../../shared/rules/numbers.ts'
import { keep, refuseInvalid, viewOf } from '../../calls/records.ts'
import { readSettings } from '../../calls/settings.ts'
import { type Ctx, type Handlers, write } from '../../context.ts'
import { readRecord } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import type { StoredRecord } from '../../register/records.ts'
import { statement } from '../../register/statements.ts'
import type { Tx } from '../../register/unitOfWork.ts'
import { type Book, bookOfNumber, committeeOf, firstDay, holderOf, lastKnown, nextNumber } from './numberBook.ts'
import { enterNumber } from './numberEntry.ts'
import { answerPaper, markAnswer, markSerial, paperQuestion } from './numberPaper.ts'

interface Wanted {
  readonly series: Series
  readonly on: string
  readonly typed: string | null
}

/** The number shown before it is given. */
function preview(ctx: Ctx, { series, on, typed }: Wanted, named: string | null): NextNumber {
  const { db } = ctx.register
  const settings = readSettings(db)
  const committee = committeeOf(settings, { committee: named })
  const book = bookOfNumber(settings, { series, committee, on, typed })
  const next = nextNumber(db, settings, book)
  const pattern = patternOf(settings, committee, series)
  const holder = typed === null ? null : holderOf(db, book, typed, book.serial)
  return {
    ...next,
    problems: [
      ...(typed === null ? [] : typedProblems({ series, typed, pattern, on, next: next.serial, holder })),
      ...earlyProblems(series, on, firstDay(db, book, ctx.session)),
    ],
    question: paperQuestion(ctx, book),
    untouched: lastKnown(db, book) === 0,
  }
}

const dayMs = 86_400_000
/** The latest day of the journal; null in a register that has none. */
function latestDay(db: Db): string | null {
  const at = statement(db, 'SELECT max(at) FROM journal').pluck().get()
  return typeof at === 'string' ? at.slice(0, 10) : null
}
const isDaysBefore = (day: string, last: string): boolean => Date.parse(last) - Date.parse(day) > dayMs

/**
 * A clock that was set back, or a year that is over, would open a wrong year's book. One day is no sign of either: the
 * journal's instants are UTC. Throws `number-date-doubtful`.
 */
function refuseDoubtfulDay(tx: Tx, on: string): void {
  const last = latestDay(tx.db)
  if (last === null) return
  const setBack = isDaysBefore(tx.today, last)
  const yearOver = isDaysBefore(on, last) && (yearOf(on) ?? 0) < (yearOf(last) ?? 0)
  if (setBack || yearOver) throw new AppError('number-date-doubtful', { on, today: tx.today, last })
}

/** The next number of a book that has nothing to ask. Throws `number-ask-paper`. */
function takeNext(ctx: Ctx, book: Book): { readonly number: string; readonly serial: number } {
  const question = paperQuestion(ctx, book)
  if (question !== null)
    throw new AppError('number-ask-paper', {
      year: book.year,
      committee: book.committee,
      known: question.known,
      proposed: question.proposed,
    })
  return nextNumber(ctx.register.db, readSettings(ctx.register.db), book)
}

interface Giving extends Wanted {
  readonly id: string
  readonly revision: number
  readonly confirmed: boolean
}
function give(ctx: Ctx, tx: Tx, input: Giving): StoredRecord {
  const { id, revision, series, on, typed } = input
  const old = readRecord(tx.db, 'dispute', id, ctx.session)
  if (old.data[series] !== null) throw new AppError('number-kept')
  if (typed === null && !input.confirmed) refuseDoubtfulDay(tx, on)
  const settings = readSettings(tx.db)
  const book = bookOfNumber(settings, { series, committee: committeeOf(settings, old.data), on, typed })
  const { number, serial } = typed === null ? takeNext(ctx, book) : { number: typed, serial: book.serial }
  const data: AnyData = { ...old.data, [series]: number }
  refuseInvalid(ctx, 'dispute', data)
  enterNumber(tx, { ...book, number, serial, recordId: id, on })
  const saved = keep(ctx, tx, { ledger: 'dispute', id, revision, data })
  markSerial(ctx, tx, book, serial)
  return saved
}

export const numberHandlers = {
  'dispute.nextNumber': (ctx, input) => preview(ctx, input, input.committee),
  'dispute.giveNumber': (ctx, input) => {
    const saved = write(ctx, (tx) => give(ctx, tx, input))
    ctx.emit({ type: 'changed', what: 'dispute' })
    return viewOf(ctx, 'dispute', saved)
  },
  'dispute.lastOnPaper': (ctx, input) => {
    const settings = readSettings(ctx.register.db)
    const { series, year, last, confirmed } = input
    const book: Book = { series, year, committee: committeeOf(settings, input) }
    write(ctx, (tx) => answerPaper(ctx, tx, book, { last, confirmed }))
    markAnswer(ctx, book)
    ctx.emit({ type: 'changed', what: 'numbers' })
    return { next: nextNumber(ctx.register.db, settings, book).number }
  },
} satisfies Partial<Handlers>
