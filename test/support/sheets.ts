import * as fs from 'node:fs'
import * as path from 'node:path'
import { readBook } from '../../electron/core/excel/readBook.ts'
import { spread } from '../../electron/core/excel/spread.ts'
import { codeWords, sheetOf } from '../../electron/core/excel/words.ts'
import type { ImportOutcome, ImportPage, ImportView } from '../../shared/contract/sheets.ts'
import type { Input } from '../../shared/contract.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import type { SheetRow } from '../../shared/rules/sheetCell.ts'
import { matchHeaders } from '../../shared/rules/sheetColumns.ts'
import { createGrouping, recordOf, type SheetPlan, type SheetRecord } from '../../shared/rules/sheetRecords.ts'
import type { ValueContext } from '../../shared/rules/sheetValue.ts'
import { defaultSettings } from '../../shared/settings.ts'
import type { TestOffice } from './office.ts'

export const today = '2026-11-23'
export const values: ValueContext = {
  today,
  year: { value: '2026', said: false },
  epoch1904: false,
  words: codeWords,
}

/** What the header of these words is taken to mean, for sheets whose first row is the header. */
export function planFor(ledger: LedgerName, headers: readonly string[]): SheetPlan {
  const { headers: words, columns: all } = sheetOf(ledger)
  const meanings = matchHeaders(words, headers)
  return {
    ledger: ledgerOf(ledger),
    all,
    columns: meanings.map((m) => (m?.role === 'field' ? (words.columns.get(m.path) ?? null) : null)),
    recordColumn:
      meanings.findIndex((m) => m?.role === 'record') < 0 ? null : meanings.findIndex((m) => m?.role === 'record'),
    constants: [],
    values,
    rules: { today, sample: false, settings: defaultSettings },
  }
}

/** The records of a sheet without titles or totals, by the rules alone: no office, no staging. */
export async function recordsIn(ledger: LedgerName, bytes: Uint8Array): Promise<readonly SheetRecord[]> {
  const [sheet] = (await readBook(bytes, null)).sheets
  const rows = [...(sheet?.rows ?? [])] as SheetRow[]
  spread(rows, sheet?.merges ?? [])
  const plan = planFor(ledger, (rows[0] ?? []).map(String))
  const grouping = createGrouping(plan)
  const groups = [...rows.slice(1).map((row, i) => grouping.push({ row, at: i + 2 })), grouping.end()]
  return groups.flatMap((g) => (g === null ? [] : [recordOf(plan, g)]))
}

/** Puts a file on the office's stick and answers its token. */
export async function putOnStick(t: TestOffice, name: string, bytes: Uint8Array | string): Promise<string> {
  fs.writeFileSync(path.join(t.stick, name), bytes)
  const [place] = await t.call('place.list', {})
  const found = await t.call('place.files', {
    place: place?.token ?? '',
    extensions: ['xlsx', 'xlsm', 'xls', 'csv', 'txt'],
  })
  const file = found.find((f) => f.name === name)
  if (!file) throw new Error(`${name} is not on the stick`)
  return file.token
}
export const stickOf = async (t: TestOffice): Promise<string> => (await t.call('place.list', {}))[0]?.token ?? ''

/** The dry run of a file. Throws with the code it was refused with. */
export async function dryRun(
  t: TestOffice,
  ledger: LedgerName,
  name: string,
  bytes: Uint8Array | string,
  more: Partial<Input<'import.read'>> = {},
): Promise<ImportView> {
  const file = await putOnStick(t, name, bytes)
  const job = await t.job('import.read', { ledger, name, from: { file }, ...more })
  if (job.state !== 'done') throw new Error(job.error?.code ?? job.state)
  return job.outcome as ImportView
}
export async function matchAgain(t: TestOffice, input: Input<'import.match'>): Promise<ImportView> {
  const job = await t.job('import.match', input)
  if (job.state !== 'done') throw new Error(job.error?.code ?? job.state)
  return job.outcome as ImportView
}
export async function commit(
  t: TestOffice,
  { batch }: Pick<ImportView, 'batch'>,
  ledger: LedgerName,
  equal: 'leave' | 'take' = 'leave',
): Promise<ImportOutcome> {
  const job = await t.job('import.commit', { ledger, batch, equal })
  if (job.state !== 'done') throw new Error(job.error?.code ?? job.state)
  return job.outcome as ImportOutcome
}
export const pageOf = (
  t: TestOffice,
  ledger: LedgerName,
  { batch }: Pick<ImportView, 'batch'>,
  only: Input<'import.page'>['only'] = null,
): Promise<ImportPage> => t.call('import.page', { ledger, batch, only, limit: 500 })

/** What is wrong, as `C17 code`; errors only, or warnings. */
export const toldIn = (page: ImportPage, severity: 'error' | 'warning' = 'error'): readonly string[] =>
  page.rows.flatMap((r) => r.problems.filter((p) => p.severity === severity).map((p) => `${p.cell ?? '-'} ${p.code}`))

/** Every record of a ledger, in the order of their making. */
export async function recordsOf(t: TestOffice, ledger: LedgerName): Promise<readonly unknown[]> {
  const { rows } = await t.call('record.page', { ledger, sort: { field: 'createdAt', direction: 'asc' }, limit: 500 })
  return Promise.all(rows.map(async (r) => (await t.call('record.get', { ledger, id: r.id })).data))
}
