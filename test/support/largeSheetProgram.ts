/**
 * A dry run in a process whose heap is bounded by its starter: `largeSheetProgram.ts <file>` prints what was counted and
 * where the bad rows are.
 */
import * as fs from 'node:fs'
import { unitOffice } from './office.ts'
import { dryRun, pageOf, toldIn } from './sheets.ts'

const t = await unitOffice()
const dry = await dryRun(t, 'post', '名册.xlsx', fs.readFileSync(process.argv[2] ?? ''))
const bad = await pageOf(t, 'post', dry, 'bad')
process.stdout.write(JSON.stringify({ counts: dry.counts, told: toldIn(bad), found: bad.rows[0]?.problems[0]?.found }))
await t.dispose()
