import { matchQuery } from '../../electron/core/register/search.ts'
import { growth, type Line } from './line.ts'
import { interleaved } from './measure.ts'
import type { Bench } from './registers.ts'

/** What people look for: words of nearly every case, of one in a hundred, of none; a name; initials. */
const sought = {
  'common word': '协议',
  'rare word': '取暖炉',
  'absent word': '鲸鱼',
  name: '扎西·示例',
  'rare name': '示例𬭎',
  initials: 'zsl',
} as const

const rounds = 25
const limit = 50

async function measured(bench: Bench, name: keyof typeof sought): Promise<Line> {
  const text = sought[name]
  const bare = bench.register.db.prepare(
    `SELECT r.id, r.party_names, r.case_no, r.type_justice, r.acceptance_date, r.result, r.agreement_no, r.updated_at
     FROM search_dispute s CROSS JOIN dispute r ON r.k = s.rowid WHERE s.text MATCH ? ORDER BY s.rowid DESC LIMIT ?`,
  )
  const match = matchQuery(text)
  const both = await interleaved(
    rounds,
    () => bench.call('record.search', { ledger: 'dispute', text, limit }),
    () => structuredClone(bare.all(match, limit + 1)),
  )
  return {
    area: 'search',
    name,
    cases: bench.cases,
    unit: 'ms',
    ours: both.ours.median,
    bare: both.bare.median,
    target: 2,
  }
}

/** The search box, against the bare full-text query with the rows it finds and one structured clone. */
export async function searches(benches: readonly Bench[]): Promise<readonly Line[]> {
  const lines: Line[] = []
  for (const bench of benches) {
    for (const name of Object.keys(sought) as (keyof typeof sought)[]) lines.push(await measured(bench, name))
  }
  return [...lines, ...growth(lines, 3)]
}
