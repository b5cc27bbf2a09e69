import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvLine, csvStart } from '../../electron/core/excel/csv.ts'
import { headerRow, rowsOf } from '../../electron/core/excel/exportRows.ts'
import { workbookBytes } from '../../electron/core/excel/writeSheet.ts'
import type { ExportOutcome } from '../../shared/contract/sheets.ts'
import { type AnyData, type AnyPart, isList, type ScalarField } from '../../shared/ledgers/describe.ts'
import { isPlain, type LedgerName, ledgerNames, ledgerOf } from '../../shared/ledgers/index.ts'
import { lineText, nameText, paragraphText } from '../../shared/rules/sheetCell.ts'
import { anyRecordOf } from '../support/anyRecord.ts'
import { unitOffice } from '../support/office.ts'
import { save } from '../support/samples.ts'
import { commit, dryRun, recordsIn, recordsOf, stickOf } from '../support/sheets.ts'

const plain = ledgerNames.filter(isPlain)

/** White space is all that a sheet does not keep: a cell's text has none at its ends, and one line has none doubled. */
function keptValue(field: ScalarField, value: unknown): unknown {
  if (typeof value !== 'string')
    return field.kind === 'codes' && Array.isArray(value) && value.length === 0 ? null : value
  const text =
    field.kind === 'paragraph' ? paragraphText(value) : field.kind === 'name' ? nameText(value) : lineText(value)
  if (field.kind === 'phone') return lineText(value.normalize('NFKC')) || null
  return field.kind === 'text' || field.kind === 'name' || field.kind === 'paragraph' ? text || null : value
}
const keptPart = (fields: Readonly<Record<string, ScalarField>>, part: AnyPart): AnyPart => ({
  ...Object.fromEntries(
    Object.entries(fields).map(([n, f]) => [n, f.kind === 'reference' ? null : keptValue(f, part[n] ?? null)]),
  ),
  absent: part.absent ?? {},
})
function kept(ledger: LedgerName, data: AnyData): AnyData {
  const { fields } = ledgerOf(ledger)
  const entries = Object.entries(fields).map(([n, f]) => {
    if (!isList(f)) return [n, f.kind === 'reference' ? null : keptValue(f, data[n] ?? null)]
    return [n, (data[n] as readonly AnyPart[]).map((p) => keptPart(f.part.fields, p))]
  })
  return { ...Object.fromEntries(entries), absent: data.absent }
}
/** A needed text that is nothing but white space would be none in a sheet, and a part without any text no row. */
const saysSomething = (ledger: LedgerName, data: AnyData): boolean => {
  const { fields } = ledgerOf(ledger)
  const after = kept(ledger, data)
  return Object.entries(fields).every(([n, f]) => {
    if (!isList(f)) return !f.needed || after[n] !== null
    return (after[n] as readonly AnyPart[]).every(
      (p) =>
        Object.entries(f.part.fields).some(([i]) => p[i] !== null) &&
        Object.entries(f.part.fields).every(([i, x]) => !x.needed || p[i] !== null),
    )
  })
}
const records = (ledger: LedgerName) =>
  fc.array(
    anyRecordOf(ledger).filter((d) => saysSomething(ledger, d)),
    { minLength: 1, maxLength: 12 },
  )

for (const ledger of plain) {
  test(`${ledger}: what goes out as .xlsx or CSV comes in as the same records`, async () => {
    await fc.assert(
      fc.asyncProperty(records(ledger), async (all) => {
        const rows = [headerRow(ledger), ...all.flatMap((d, i) => rowsOf(ledger, d, i + 1, true))]
        const expected = all.map((d) => kept(ledger, d))
        const xlsx = await workbookBytes([{ name: '表', widths: [], headerRows: 1, rows }])
        const csv = Buffer.from(csvStart + rows.map(csvLine).join(''))
        for (const bytes of [xlsx, csv]) {
          const read = await recordsIn(ledger, bytes)
          assert.deepEqual(
            read.map((r) => r.data),
            expected,
          )
          assert.deepEqual(
            read.flatMap((r) => r.problems.filter((p) => p.severity === 'error')),
            [],
          )
        }
      }),
      { numRuns: 8 },
    )
  })
}

test('the same through two offices: exported in one, imported in the other after one dry run', async () => {
  const [from, to] = [await unitOffice(), await unitOffice()]
  for (const ledger of plain) {
    const all = fc.sample(
      anyRecordOf(ledger).filter((d) => saysSomething(ledger, d)),
      { numRuns: 10, seed: 7 },
    )
    for (const data of all) await save(from, ledger, data)
    // As it is kept there: a save fills in what the program knows, such as 第几次.
    const there = (await recordsOf(from, ledger)) as readonly AnyData[]
    const out = await from.job('export.run', {
      ledger,
      format: 'xlsx',
      unmasked: true,
      sort: { field: 'createdAt', direction: 'asc' },
      place: await stickOf(from),
    })
    const { fileName, records: exported } = out.outcome as ExportOutcome
    assert.equal(exported, 10)
    const view = await dryRun(to, ledger, `${ledger}.xlsx`, fs.readFileSync(path.join(from.stick, fileName)))
    assert.deepEqual([view.lacking, view.counts.bad], [[], 0], ledger)
    await commit(to, view, ledger, 'take')
    assert.deepEqual(
      await recordsOf(to, ledger),
      there.map((d) => kept(ledger, d)),
    )
  }
  await from.dispose()
  await to.dispose()
})
