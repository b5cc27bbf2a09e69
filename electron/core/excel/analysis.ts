/** The dry run: every record the sheet holds, with everything that is wrong with it, into staging. */
import type { ImportRemark } from '../../../shared/contract/sheets.ts'
import { dataSchema, isSound } from '../../../shared/ledgers/check.ts'
import type { AnyData, Ledger, RuleContext } from '../../../shared/ledgers/describe.ts'
import { codeText, type SheetRow } from '../../../shared/rules/sheetCell.ts'
import {
  createGrouping,
  type RecordRows,
  recordOf,
  type SheetPlan,
  type SheetProblem,
} from '../../../shared/rules/sheetRecords.ts'
import { kindOfRow, type RowContext, type RowKind } from '../../../shared/rules/sheetRows.ts'
import { sha256 } from '../crypto.ts'
import { breathe, type Work } from '../longWork.ts'
import type { Reader } from '../register/access.ts'
import { shortly } from '../register/scratch.ts'
import { statement } from '../register/statements.ts'
import { type Batch, type Choices, forgetRecords, keepReading, type Reading, sheetRows } from './batches.ts'
import { equalRecord } from './equals.ts'
import { planOf, readMeaning } from './meaning.ts'

/** Rows looked at between two turns of the event loop: some twenty milliseconds. */
const rowsAtOnce = 400

/** What names a record in lists. */
export function titleOf({ derived, title }: Ledger, data: AnyData): string {
  const found = derived[title] ? derived[title].from(data as never) : data[title]
  return typeof found === 'string' ? found.slice(0, 80) : ''
}

interface Look {
  readonly work: Work
  readonly batch: Batch
  readonly plan: SheetPlan
  readonly reader: Reader
  /** First row of records seen in this sheet, by what they say. */
  readonly seen: Map<string, number>
  position: number
}

/** Problems beyond what fields and rules say: lists too long, values that fit nowhere. */
function schemaProblems({ batch }: Look, data: AnyData, known: readonly SheetProblem[]): readonly SheetProblem[] {
  if (known.some((p) => p.severity === 'error') || isSound(batch.ledger, data)) return []
  const parsed = dataSchema(batch.ledger).safeParse(data)
  if (parsed.success) return []
  return parsed.error.issues.slice(0, 20).map((i) => ({
    path: i.path.join('.'),
    code: i.code === 'custom' || i.code === 'invalid_format' ? i.message : i.code,
    severity: 'error',
    cell: null,
    label: '',
    found: '',
  }))
}

interface Equal {
  readonly recordId?: string
  readonly row?: number
  readonly at?: string
  readonly by?: string
}
const earlierRow = `SELECT r.record_id AS recordId, b.at, coalesce(u.name, '') AS "by" FROM import_row r
  JOIN import_batch b ON b.k = r.batch AND b.ledger = ? LEFT JOIN user u ON u.id = b."by"
  WHERE r.hash = ? AND r.record_id IS NOT NULL AND r.state = 'saved' ORDER BY r.k DESC LIMIT 1`

/** An earlier row of this sheet, a row imported before, or a record of the register that says the same. */
function equalTo(look: Look, data: AnyData, hash: Uint8Array, row: number): Equal | null {
  const { work, batch, reader, seen } = look
  const key = Buffer.from(hash).toString('latin1')
  const before = seen.get(key)
  if (before !== undefined) return { row: before }
  seen.set(key, row)
  const { db } = work.register
  const imported = statement(db, earlierRow).get(batch.ledger, hash) as Equal | undefined
  if (imported !== undefined) return imported
  const recordId = equalRecord(db, batch.ledger, data, reader)
  return recordId === null ? null : { recordId }
}

function stageRecord(look: Look, rows: RecordRows): void {
  const { data, problems: found } = recordOf(look.plan, rows)
  const problems = [...found, ...schemaProblems(look, data, found)]
  const text = JSON.stringify(data)
  const hash = sha256(text).subarray(0, 16)
  const isBad = problems.some((p) => p.severity === 'error')
  const equal = isBad ? null : equalTo(look, data, hash, rows[0].at)
  const last = rows.at(-1)?.at ?? rows[0].at
  statement(
    look.work.register.db,
    `INSERT INTO import_row (batch, position, first_row, last_row, state, warned, title, data, problems, hash, equals)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    look.batch.k,
    look.position,
    rows[0].at,
    last,
    isBad ? 'bad' : equal === null ? 'good' : 'equal',
    !isBad && problems.length > 0 ? 1 : 0,
    titleOf(look.plan.ledger, data),
    text,
    problems.length === 0 ? null : JSON.stringify(problems),
    hash,
    equal === null ? null : JSON.stringify(equal),
  )
  look.position += 1
}

const leftOut = {
  empty: 'emptyRows',
  header: 'repeatedHeaders',
  total: 'totalRows',
  signature: 'signatureRows',
  example: 'exampleRows',
} as const satisfies Record<Exclude<RowKind, 'data'>, ImportRemark['code']>

const mostNamed = 10
/** Rows left out: how many of each kind, and where the first of them stand. */
function createLeftOut() {
  const found = new Map<Exclude<RowKind, 'data'>, { count: number; readonly rows: number[] }>()
  return {
    note: (kind: Exclude<RowKind, 'data'>, at: number): void => {
      const known = found.get(kind) ?? { count: 0, rows: [] }
      known.count += 1
      if (known.rows.length < mostNamed) known.rows.push(at)
      found.set(kind, known)
    },
    remarks: (): readonly ImportRemark[] =>
      [...found].map(([kind, { count, rows }]) => ({ code: leftOut[kind], params: { count, rows: rows.join('、') } })),
  }
}

async function stageRecords(look: Look, reading: Reading, total: number): Promise<readonly ImportRemark[]> {
  const { work, batch, plan } = look
  const { db } = work.register
  const context: RowContext = {
    headers: reading.columns.map((c) => codeText(c.header)),
    ordinals: new Set(reading.columns.flatMap((c, i) => (c.role === 'ordinal' ? [i] : []))),
    marksExamples: reading.columns[0]?.role === 'ordinal' || reading.columns[0]?.role === 'record',
  }
  const left = createLeftOut()
  const grouping = createGrouping(plan)
  const take = (row: SheetRow, at: number) => {
    const kind = kindOfRow(row, context)
    if (kind === 'data') {
      const ended = grouping.push({ row, at })
      if (ended !== null) stageRecord(look, ended)
      return
    }
    left.note(kind, at)
  }
  for (let at = (reading.header?.last ?? 0) + 1; at <= total; at += rowsAtOnce) {
    work.step('checking', at / total)
    shortly(db, () => {
      for (const [i, row] of sheetRows(db, batch.k, reading.sheet, at, rowsAtOnce).entries()) take(row, at + i)
    })
    await breathe()
  }
  const last = grouping.end()
  if (last !== null) shortly(db, () => stageRecord(look, last))
  return left.remarks()
}

/**
 * Looks at a batch's sheet as chosen and stages its records anew. Nothing is saved. Given up in the middle it leaves a
 * batch that has to be looked at again.
 */
export async function analyse(work: Work, batch: Batch, choices: Choices, rules: RuleContext): Promise<void> {
  const { db } = work.register
  work.step('checking', null)
  keepReading(db, batch.k, null)
  await forgetRecords(db, batch.k)
  const reading = readMeaning(db, batch, choices)
  const look: Look = {
    work,
    batch,
    plan: planOf(batch, reading, rules),
    reader: { userId: work.by },
    seen: new Map(),
    position: 0,
  }
  const total = reading.header === null ? 0 : (batch.book.sheets[reading.sheet]?.rows ?? 0)
  const remarks = await stageRecords(look, reading, total)
  keepReading(db, batch.k, { ...reading, remarks: [...reading.remarks, ...remarks] })
}
