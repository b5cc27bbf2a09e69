/** `npm run bench [-- --rows N] [--json]`: the program against the bare parts it is made of, in one run. */
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { parseArgs } from 'node:util'
import { dossiers } from './dossiers.ts'
import { figures } from './figures.ts'
import { freezes } from './freezes.ts'
import { handovers, memories } from './handovers.ts'
import { hezuo } from './hezuo.ts'
import { type Line, ratioOf, tableOf, verdictOf } from './line.ts'
import { pages } from './pages.ts'
import { papers } from './papers.ts'
import { people } from './people.ts'
import { type Bench, buildBench } from './registers.ts'
import { saves } from './saves.ts'
import { searches } from './searches.ts'
import { sheets } from './sheets.ts'
import { visits } from './visits.ts'

const { values } = parseArgs({
  options: { rows: { type: 'string' }, json: { type: 'boolean' }, only: { type: 'string' } },
})
const tell = (text: string): void => void process.stderr.write(text)

/** Two sizes at least: how a line grows is half of what it says. */
function sizes(): readonly number[] {
  if (values.rows === undefined) return [10_000, 100_000]
  const rows = Number(values.rows)
  if (!Number.isInteger(rows) || rows < 1000) throw new Error('--rows is a whole number from 1000')
  return rows > 10_000 ? [10_000, rows] : [Math.round(rows / 10), rows]
}

async function build(root: string, cases: number): Promise<Bench> {
  const from = performance.now()
  const bench = await buildBench(path.join(root, String(cases)), cases, (done) =>
    tell(`\r${cases.toLocaleString('en')} cases: ${Math.round((done / cases) * 100)} %`),
  )
  tell(` in ${Math.round((performance.now() - from) / 1000)} s\n`)
  return bench
}

// Saves come late: their other side writes journal rows that belong to no chain, which a backup would find. Memory is
// last: it closes the registers and opens them in processes of their own.
const areas = {
  pages,
  searches,
  people,
  figures,
  papers,
  dossiers,
  handovers,
  freezes,
  saves,
  excel: sheets,
  visits,
  hezuo,
  memories,
} as const

async function run(root: string): Promise<readonly Line[]> {
  const benches: Bench[] = []
  for (const cases of sizes()) benches.push(await build(root, cases))
  const lines: Line[] = []
  try {
    for (const [name, area] of Object.entries(areas)) {
      if (values.only !== undefined && !values.only.split(',').includes(name)) continue
      tell(`${name} … `)
      const found = await area(benches)
      const missed = found.filter((l) => verdictOf(l) === 'miss')
      tell(`${missed.length} of ${found.length} miss\n${missed.length > 0 ? `${tableOf(missed)}\n` : ''}`)
      lines.push(...found)
    }
  } finally {
    for (const bench of benches) await bench.close()
  }
  return lines
}

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-bench-'))
try {
  const lines = await run(root)
  const shown = values.json
    ? JSON.stringify(lines.map((l) => ({ ...l, ratio: ratioOf(l), verdict: verdictOf(l) })))
    : tableOf(lines)
  process.stdout.write(`${shown}\n`)
} finally {
  fs.rmSync(root, { recursive: true, force: true })
}
