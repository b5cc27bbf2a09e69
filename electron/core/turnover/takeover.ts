import type { LoanRow, OpenCase, TakeoverView } from '../../../shared/contract/turnover.ts'
import { type CaseState, caseLife, caseStates } from '../../../shared/rules/caseLife.ts'
import type { ClockKind } from '../../../shared/rules/clocks.ts'
import { mayKnow, type Reader } from '../register/access.ts'
import type { Db } from '../register/open.ts'
import { statement } from '../register/statements.ts'
import { keptItems } from './kept.ts'

const named = (states: readonly CaseState[]): string => states.map((s) => `'${s}'`).join(', ')
/** Its work is done: what is left of it is the dossier. */
const dossierStates: readonly CaseState[] = ['closed', 'archived']
const isDossier = `r.stage IN (${named(dossierStates)})`
/** A further step leads on from where it stands. */
const goesOn = (s: CaseState): boolean => caseLife[s].next.length > 0 && !dossierStates.includes(s)
const isOpen = `r.stage IN (${named(caseStates.filter(goesOn))})`
const known = mayKnow('dispute', 'r')

interface CaseRow {
  readonly id: string
  readonly case_no: string | null
  readonly party_names: string | null
  readonly stage: string
  readonly mediators: string | null
  readonly clocks: number
  readonly kind: ClockKind | null
  readonly what: string | null
  readonly due_on: string | null
}
const casesSql = `SELECT r.id, r.case_no, r.party_names, r.stage,
    (SELECT group_concat(m.name, '、') FROM dispute_mediator m WHERE m.parent = r.k) AS mediators,
    (SELECT count(*) FROM due c WHERE c.record = r.k) AS clocks, d.kind, d.what, d.due_on
  FROM dispute r LEFT JOIN due d ON d.k = (SELECT n.k FROM due n WHERE n.record = r.k ORDER BY n.unshifted_on, n.position LIMIT 1)
  WHERE ${isOpen} AND ${known} ORDER BY coalesce(r.acceptance_date, r.application_date, substr(r.created_at, 1, 10)), r.k`

const openCase = (r: CaseRow): OpenCase => ({
  id: r.id,
  caseNo: r.case_no,
  title: r.party_names ?? '',
  stage: r.stage,
  mediators: r.mediators ?? '',
  next: r.kind === null || r.due_on === null ? null : { kind: r.kind, what: r.what ?? '', dueOn: r.due_on },
  clocks: r.clocks,
})

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

interface StoredLoan extends Omit<LoanRow, 'daysLate'> {
  readonly k: number
}
/** 借阅登记: dossiers out of the house, the latest first, then by the day they are due. */
export function loansOut(db: Db, reader: Reader, today: string): readonly LoanRow[] {
  const sql = `SELECT r.id, r.case_no AS caseNo, coalesce(r.party_names, '') AS title, r.box, coalesce(l.borrower, '') AS borrower, l.unit, l.lent_on AS lentOn, l.due_on AS dueOn
    FROM dispute_loan l JOIN dispute r ON r.k = l.parent WHERE l.returned_on IS NULL AND ${known}
    ORDER BY l.due_on IS NULL, l.due_on, l.lent_on, l.k`
  return (statement(db, sql).all(reader.userId) as StoredLoan[]).map((l) => ({
    ...l,
    daysLate: l.dueOn === null ? 0 : Math.max(0, daysBetween(l.dueOn, today)),
  }))
}

/** The highest serial is what a successor goes on from; a number in a style of its own says nothing about the next. */
const numbersSql = `SELECT series, committee, year, number FROM number_given n
  WHERE serial = (SELECT max(m.serial) FROM number_given m WHERE m.series = n.series AND m.committee = n.committee AND m.year = n.year)
  ORDER BY committee, year DESC, series DESC`

const boxesSql = `SELECT r.box, count(*) AS dossiers, min(r.case_no) AS first, max(r.case_no) AS last
  FROM dispute r WHERE ${isDossier} AND ${known} GROUP BY r.box ORDER BY r.box IS NULL, r.box`

/** Everything that is handed over with the work of the mediation book. */
export function takeoverView(db: Db, reader: Reader, today: string): TakeoverView {
  const hidden = (which: string): number =>
    Number(statement(db, `SELECT count(*) FROM dispute r WHERE ${which} AND NOT ${known}`).pluck().get(reader.userId))
  return {
    today,
    cases: (statement(db, casesSql).all(reader.userId) as CaseRow[]).map(openCase),
    lockedCases: hidden(isOpen),
    numbers: statement(db, numbersSql).all() as TakeoverView['numbers'],
    boxes: statement(db, boxesSql).all(reader.userId) as TakeoverView['boxes'],
    lockedDossiers: hidden(isDossier),
    loans: loansOut(db, reader, today),
    kept: keptItems(db),
  }
}
