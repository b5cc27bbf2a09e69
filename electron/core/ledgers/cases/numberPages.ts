import type { NumberBooks, NumberBookView, NumberGap, NumberRow } from '../../../../shared/contract/numbers.ts'
import { committeesOf, patternOf } from '../../../../shared/rules/committees.ts'
import { yearOf } from '../../../../shared/rules/dates.ts'
import { type Gap, gapsOf } from '../../../../shared/rules/numbers.ts'
import { readSettings } from '../../calls/settings.ts'
import type { Ctx, Handlers } from '../../context.ts'
import { mayKnow } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'
import {
  type Book,
  committeeOf,
  firstSerial,
  lastKnown,
  nextNumber,
  type PaperAnswer,
  paperAnswers,
} from './numberBook.ts'
import { paperQuestion } from './numberPaper.ts'

const mostRows = 1000

interface StoredNumber {
  readonly number: string
  readonly serial: number | null
  readonly at: string
  readonly given_on: string | null
  readonly void_reason: string | null
  readonly known: string | null
  readonly party_names: string | null
}
const rowsSql = `SELECT g.number, g.serial, g.at, g.given_on, g.void_reason, r.id AS known, r.party_names
  FROM number_given g LEFT JOIN dispute r ON r.id = g.record_id AND ${mayKnow('dispute', 'r')}
  WHERE g.series = ? AND g.committee = ? AND g.year = ? ORDER BY g.serial IS NULL, g.serial DESC, g.at DESC LIMIT ${mostRows}`

/** Of a case this reader may not know of, its number and nothing else. */
function rowOf(row: StoredNumber): NumberRow {
  const { number, serial } = row
  if (row.known === null)
    return { number, serial, locked: true, recordId: null, partyNames: null, on: null, at: null, voidReason: null }
  const { known: recordId, party_names: partyNames, given_on: on, at, void_reason: voidReason } = row
  return { number, serial, locked: false, recordId, partyNames, on, at, voidReason }
}

/** Cuts a gap where it enters or leaves what was said to be on paper when the book was asked. */
function withCauses(gap: Gap, answers: readonly PaperAnswer[]): readonly NumberGap[] {
  const asked = answers.filter((a) => a.epoch !== '' && a.last > a.known)
  const cuts = asked.flatMap((a) => [a.known + 1, a.last + 1]).filter((c) => c > gap.from && c <= gap.to)
  const starts = [...new Set([gap.from, ...cuts])].sort((a, b) => a - b)
  return starts.map((from, i) => ({
    from,
    to: (starts[i + 1] ?? gap.to + 1) - 1,
    cause: asked.some((a) => a.known < from && from <= a.last) ? 'paper' : 'skipped',
  }))
}

function gapsIn(db: Db, book: Book): readonly NumberGap[] {
  const { series, committee, year } = book
  const sql = 'SELECT serial FROM number_given WHERE series = ? AND committee = ? AND year = ? AND serial IS NOT NULL'
  const serials = statement(db, sql).pluck().all(series, committee, year) as number[]
  const answers = paperAnswers(db, book)
  return gapsOf(serials, firstSerial(db, book), lastKnown(db, book)).flatMap((gap) => withCauses(gap, answers))
}

function bookView(ctx: Ctx, book: Book): NumberBookView {
  const { db } = ctx.register
  const { series, committee, year } = book
  const settings = readSettings(db)
  const rows = statement(db, rowsSql).all(ctx.session.userId, series, committee, year) as StoredNumber[]
  const countSql = 'SELECT count(*) FROM number_given WHERE series = ? AND committee = ? AND year = ?'
  const all = Number(statement(db, countSql).pluck().get(series, committee, year))
  return {
    committee,
    pattern: patternOf(settings, committee, series),
    first: firstSerial(db, book),
    next: nextNumber(db, settings, book),
    question: paperQuestion(ctx, book),
    rows: rows.map(rowOf),
    more: all - rows.length,
    gaps: gapsIn(db, book),
  }
}

const namesSql = `SELECT DISTINCT g.committee FROM number_given g JOIN dispute r ON r.id = g.record_id
  WHERE ${mayKnow('dispute', 'r')} ORDER BY g.committee`
const yearsSql = 'SELECT year FROM number_given UNION SELECT year FROM number_on_paper'
function books(ctx: Ctx): NumberBooks {
  const { db } = ctx.register
  const listed = committeesOf(readSettings(db))
  const numbered = statement(db, namesSql).pluck().all(ctx.session.userId) as string[]
  const typed = numbered.filter((n) => !listed.some((c) => c.name === n)).map((name) => ({ name, kind: null }))
  const years = statement(db, yearsSql).pluck().all() as number[]
  const present = yearOf(ctx.clock.today()) ?? 0
  return {
    committees: [...listed, ...typed].map(({ name, kind }) => ({ name, kind, numbered: numbered.includes(name) })),
    years: [...new Set([present, ...years])].sort((a, b) => b - a),
  }
}

export const numberPageHandlers = {
  'dispute.numberBooks': books,
  'dispute.numberBook': (ctx, input) => {
    const committee = committeeOf(readSettings(ctx.register.db), input)
    return bookView(ctx, { series: input.series, year: input.year, committee })
  },
} satisfies Partial<Handlers>
