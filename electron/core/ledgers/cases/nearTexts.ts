import { type NearText, nearFields } from '../../../../shared/contract/cases.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { bareText, nearShare, piecesOf, shareOf } from '../../../../shared/rules/nearText.ts'
import { readSettings } from '../../calls/settings.ts'
import type { Handlers } from '../../context.ts'
import { mayKnow, type Reader, readRecord } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { statement } from '../../register/statements.ts'

type Field = NearText['field']
/** Each text of a case as one. */
type Texts = Readonly<Record<Field, string>>

/** Cases of the register looked through, and of those with the same mediator compared; the newest of each. */
const lookedThrough = 5000
const compared = 500

interface Other extends Texts {
  readonly id: string
  readonly title: string | null
  readonly caseNo: string | null
}

/** Cases of the same mediators that the reader may know, newest first. The names are a JSON list. */
function othersOf(db: Db, id: string, mediators: readonly string[], reader: Reader): readonly Other[] {
  const joined = (table: string, column: string) =>
    `coalesce((SELECT group_concat(p.${column}, char(10) ORDER BY p.position) FROM ${table} p WHERE p.parent = r.k), '')`
  const sql = `SELECT r.id, r.party_names AS title, r.case_no AS caseNo, coalesce(r.facts, '') AS facts,
      ${joined('dispute_session', 'record')} AS sessions, ${joined('dispute_clause', 'text')} AS clauses
    FROM (SELECT k FROM dispute ORDER BY k DESC LIMIT ${lookedThrough}) newest CROSS JOIN dispute r ON r.k = newest.k
    WHERE ${mayKnow('dispute', 'r')} AND r.id <> ? AND EXISTS (SELECT 1 FROM dispute_mediator m
      WHERE m.parent = r.k AND m.name IN (SELECT value FROM json_each(?)))
    ORDER BY r.k DESC LIMIT ${compared}`
  return statement(db, sql).all(reader.userId, id, JSON.stringify(mediators)) as Other[]
}

const lines = (texts: readonly (string | null)[]): string => texts.filter((x) => x !== null).join('\n')
const textsOf = (d: DisputeData): Texts => ({
  facts: d.facts ?? '',
  sessions: lines(d.sessions.map((s) => s.record)),
  clauses: lines(d.clauses.map((c) => c.text)),
})

/** The share each text of one case has in common with the same text of another, where it is near. */
function nearIn(own: Texts, others: readonly Other[], phrases: readonly string[]): readonly NearText[] {
  return nearFields.flatMap((field): readonly NearText[] => {
    const pieces = piecesOf(bareText(own[field], phrases))
    if (pieces === null) return []
    return others.flatMap(({ id, title, caseNo, [field]: text }): readonly NearText[] => {
      const theirs = piecesOf(bareText(text, phrases))
      const share = theirs === null ? 0 : shareOf(pieces, theirs)
      return share < nearShare ? [] : [{ id, title: title ?? '', caseNo, field, share }]
    })
  })
}

export const nearTextHandlers = {
  'case.nearTexts': (ctx, { id }) => {
    const { db } = ctx.register
    const data = readRecord(db, 'dispute', id, ctx.session).data as unknown as DisputeData
    const mediators = data.mediators.flatMap((m) => (m.name === null ? [] : [m.name]))
    if (mediators.length === 0) return []
    const others = othersOf(db, id, mediators, ctx.session)
    const { phrases } = readSettings(db)
    return nearIn(textsOf(data), others, phrases).toSorted((a, b) => b.share - a.share)
  },
} satisfies Partial<Handlers>
