/** What a staged sheet means: where its header is, what fills which field, what its title says of every row. */
import type { ImportConstant, ImportRemark } from '../../../shared/contract/sheets.ts'
import type { RuleContext } from '../../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import { cellText, codeText, isBlankCell, lineText, type SheetRow } from '../../../shared/rules/sheetCell.ts'
import { headerFingerprint, matchHeaders, type SheetColumn } from '../../../shared/rules/sheetColumns.ts'
import {
  codeInTitle,
  findHeader,
  type Header,
  headersOf,
  headerWithin,
  titleFacts,
  titleText,
  yearInTitle,
} from '../../../shared/rules/sheetHeader.ts'
import type { SheetPlan } from '../../../shared/rules/sheetRecords.ts'
import { kindOfRow } from '../../../shared/rules/sheetRows.ts'
import type { Db } from '../register/open.ts'
import { type Batch, type Choices, type ReadColumn, type Reading, rememberedMeaning, sheetRows } from './batches.ts'
import { codeWords, sheetOf } from './words.ts'

const manyExamples = 3
/** Rows a sheet is known by: title, header and the first of its data. */
const lookedAt = headerWithin + 20

/** The sheet whose header is known best; hidden ones only where nothing else is there. */
function likelySheet(db: Db, batch: Batch): number {
  const { headers } = sheetOf(batch.ledger)
  const scores = batch.book.sheets.map((s, i) => {
    const found = findHeader(headers, sheetRows(db, batch.k, i, 1, headerWithin))
    const known = found === null ? 0 : matchHeaders(headers, found.headers).filter((m) => m !== null).length
    return (s.hidden ? 0 : 1000) + known * 2 + (s.rows > 0 ? 1 : 0)
  })
  return Math.max(0, scores.indexOf(Math.max(...scores)))
}

function headerIn(batch: Batch, rows: readonly SheetRow[], chosen: Choices['header']): Header | null {
  const { headers } = sheetOf(batch.ledger)
  if (chosen === null) return findHeader(headers, rows)
  const [first, last] = [chosen.first - 1, Math.min(chosen.last - 1, rows.length - 1)]
  if (first > last) return null
  return { first, last, headers: headersOf(headers, rows, first, last) }
}

function examplesOf(rows: readonly SheetRow[], header: Header, column: number): readonly string[] {
  const context = { headers: header.headers.map((h) => codeText(h)), ordinals: new Set<number>(), marksExamples: false }
  const data = rows.slice(header.last + 1).filter((r) => kindOfRow(r, context) === 'data')
  const texts = data.map((r) => r[column] ?? null)
  const said = texts.filter((c) => !isBlankCell(c)).map((c) => lineText(cellText(c)).slice(0, 40))
  return [...new Set(said)].slice(0, manyExamples)
}

/** A column of numbers says which rows belong together only where a number stands in several rows, or in the first only. */
function groups(rows: readonly SheetRow[], header: Header, column: number): boolean {
  const texts = rows.slice(header.last + 1).map((r) => lineText(cellText(r[column] ?? null)))
  return texts.some((t, i) => i > 0 && (t === '' || t === texts[i - 1]) && texts.slice(i).some((u) => u !== ''))
}

function columnsOf(
  db: Db,
  batch: Batch,
  rows: readonly SheetRow[],
  header: Header,
  choices: Choices,
): readonly ReadColumn[] {
  const { headers: words, columns } = sheetOf(batch.ledger)
  const paths = new Set(columns.map((c) => c.path))
  const remembered = rememberedMeaning(db, batch.ledger, headerFingerprint(header.headers))
  const found = matchHeaders(words, header.headers)
  const said = (i: number): { path: string | null; by: ReadColumn['by'] } | null => {
    for (const [from, by] of [
      [choices.columns, 'chosen'],
      [remembered, 'remembered'],
    ] as const) {
      const path = from[i]
      if (path === null || (path !== undefined && paths.has(path))) return { path, by }
    }
    return null
  }
  const chosen = new Set(header.headers.map((_, i) => said(i)?.path))
  return header.headers.map((text, i): ReadColumn => {
    const own = { header: text, examples: examplesOf(rows, header, i) }
    const word = said(i)
    if (word !== null) return { ...own, path: word.path, by: word.by, role: 'field' }
    const meaning = found[i] ?? null
    if (meaning === null) return { ...own, path: null, by: null, role: 'field' }
    if (meaning.role === 'field' && chosen.has(meaning.path)) return { ...own, path: null, by: null, role: 'field' }
    if (meaning.role === 'field') return { ...own, path: meaning.path, by: meaning.by, role: 'field' }
    const isRecord = meaning.role === 'record' && (meaning.sure || groups(rows, header, i))
    return { ...own, path: null, by: null, role: isRecord ? 'record' : 'ordinal' }
  })
}

/** What the title says, and what the clerk said instead. */
function constantsOf(
  columns: readonly SheetColumn[],
  filled: ReadonlySet<string>,
  title: { readonly facts: readonly ImportConstant[]; readonly text: string },
  choices: Choices,
): readonly ImportConstant[] {
  const found = new Map<string, ImportConstant>()
  for (const fact of title.facts) if (!filled.has(fact.path)) found.set(fact.path, fact)
  for (const column of columns) {
    if (found.has(column.path) || filled.has(column.path) || (!column.needed && column.path !== 'team')) continue
    const code = codeInTitle(column, title.text, codeWords)
    if (code !== null) found.set(column.path, { path: column.path, text: code, cell: null })
  }
  for (const [path, text] of Object.entries(choices.constants)) {
    found.delete(path)
    if (text !== '' && columns.some((c) => c.path === path)) found.set(path, { path, text, cell: null })
  }
  return [...found.values()]
}

const remark = (code: ImportRemark['code'], params: ImportRemark['params'] = {}): ImportRemark => ({ code, params })

function remarksOf(
  batch: Batch,
  sheet: number,
  header: Header | null,
  columns: readonly ReadColumn[],
): readonly ImportRemark[] {
  const { sheets, epoch1904, remarks } = batch.book
  const facts = sheets[sheet]
  const hidden = sheets.filter((s, i) => s.hidden && i !== sheet && s.rows > 0).map((s) => s.name)
  const left = columns.filter(
    (c) => c.path === null && c.role === 'field' && (c.header !== '' || c.examples.length > 0),
  )
  const names = left.map((c, i) => c.header || `${i + 1}`).join('、')
  return [
    ...remarks,
    ...(hidden.length > 0 ? [remark('hiddenSheets', { names: hidden.join('、') })] : []),
    ...(epoch1904 ? [remark('epoch1904')] : []),
    ...(header !== null && header.first > 0 ? [remark('titleRows', { count: header.first })] : []),
    ...((facts?.merges ?? 0) > 0 ? [remark('mergedSpread', { count: facts?.merges ?? 0 })] : []),
    ...(columns.some((c) => c.role === 'ordinal') ? [remark('ordinalColumn')] : []),
    ...(left.length > 0 ? [remark('columnsLeft', { count: left.length, names })] : []),
    ...((facts?.columnsBeyond ?? 0) > 0 ? [remark('columnsBeyond', { count: facts?.columnsBeyond ?? 0 })] : []),
  ]
}

/** Looks at the first rows of a batch's sheet. */
export function readMeaning(db: Db, batch: Batch, choices: Choices): Reading {
  const sheet =
    choices.sheet !== null && choices.sheet < batch.book.sheets.length ? choices.sheet : likelySheet(db, batch)
  const { columns: all, headers: words } = sheetOf(batch.ledger)
  const rows = sheetRows(db, batch.k, sheet, 1, Math.max(lookedAt, (choices.header?.last ?? 0) + 20))
  const header = headerIn(batch, rows, choices.header)
  const columns = header === null ? [] : columnsOf(db, batch, rows, header, choices)
  const filled = new Set(columns.flatMap((c) => (c.path === null ? [] : [c.path])))
  const before = header?.first ?? 0
  const text = `${batch.book.sheets[sheet]?.name ?? ''} ${titleText(rows, before)} ${batch.fileName}`
  const constants = constantsOf(all, filled, { facts: titleFacts(words, rows, before), text }, choices)
  const known = new Set([...filled, ...constants.map((c) => c.path)])
  const fromTitle = constants.filter((c) => choices.constants[c.path] === undefined)
  const labels = fromTitle.map((c) => `${all.find((x) => x.path === c.path)?.label}：${c.text}`).join('；')
  return {
    choices,
    sheet,
    header: header && { first: header.first + 1, last: header.last + 1 },
    columns,
    constants,
    lacking: all.filter((c) => c.needed && c.of === 'record' && !known.has(c.path)).map((c) => c.path),
    remarks: [
      ...remarksOf(batch, sheet, header, columns),
      ...(fromTitle.length > 0 ? [remark('constantFromTitle', { facts: labels })] : []),
    ],
    year: yearInTitle(text),
  }
}

/** The reading as the rules want it. */
export function planOf(batch: Batch, reading: Reading, rules: RuleContext): SheetPlan {
  const { columns } = sheetOf(batch.ledger)
  const byPath = new Map(columns.map((c) => [c.path, c]))
  const recordColumn = reading.columns.findIndex((c) => c.role === 'record')
  return {
    ledger: ledgerOf(batch.ledger),
    all: columns,
    columns: reading.columns.map((c) => (c.path === null ? null : (byPath.get(c.path) ?? null))),
    recordColumn: recordColumn < 0 ? null : recordColumn,
    constants: reading.constants.flatMap((c) => {
      const column = byPath.get(c.path)
      return column === undefined ? [] : [{ column, text: c.text, cell: c.cell }]
    }),
    values: {
      today: rules.today,
      year: { value: reading.year ?? rules.today.slice(0, 4), said: reading.year !== null },
      epoch1904: batch.book.epoch1904,
      words: codeWords,
    },
    rules,
  }
}
