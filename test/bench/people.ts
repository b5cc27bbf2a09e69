import * as path from 'node:path'
import { keep } from '../../electron/core/calls/records.ts'
import type { Ctx } from '../../electron/core/context.ts'
import { matchQuery } from '../../electron/core/register/search.ts'
import { transact } from '../../electron/core/register/unitOfWork.ts'
import { sampleUser } from '../../electron/core/sample/township.ts'
import { type AnyData, emptyData } from '../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import type { Line } from './line.ts'
import { interleaved } from './measure.ts'
import { type Bench, benchClock, buildBench } from './registers.ts'

const posts = 200_000
const digits = '零一二三四五六七八九'
const written = (n: number): string => [...String(n)].map((d) => digits[Number(d)]).join('')

/** Of a rare thing there are a few, of a common one every post or a fortieth of them. */
const sought = {
  'every name': '示例',
  'one name': '示例一二三四五六',
  'initials of one': 'slyeeswl',
  'absent name': '鲸鱼',
  'a village': '示例三村',
  'village and name': '示例三村 九九九',
} as const

function postOf(i: number): AnyData {
  return {
    ...emptyData(ledgerOf('post')),
    team: i % 3 === 0 ? 'shop' : 'household',
    groupNo: `${i % 300}组`,
    village: `示例${written(i % 40)}村`,
    name: `示例${written(i)}`,
    selectedOn: '2024-03-05',
  } as AnyData
}

const perTransaction = 2000
function fill({ register, userId }: Bench): void {
  const roles = [{ book: 'teams', role: 'head' }]
  const ctx = { register, session: { userId, name: sampleUser.name, admin: true, roles } } as unknown as Ctx
  for (let from = 0; from < posts; from += perTransaction)
    transact(register, benchClock, userId, (tx) => {
      for (let i = from; i < from + perTransaction; i += 1)
        keep(ctx, tx, { ledger: 'post', id: null, revision: 0, data: postOf(i) })
    })
  register.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
}

const limit = 50
/** The search of people over 200,000 posts, against the bare full-text query of the same text with its rows. */
export async function people([first]: readonly Bench[]): Promise<readonly Line[]> {
  if (!first) return []
  const bench = await buildBench(path.join(first.dir, 'people'), 0, () => undefined)
  fill(bench)
  const bare = bench.register.db.prepare(
    `SELECT r.id, r.updated_at, r.team, r.group_no, r.group_name, r.name, r.birth_year, r.village
     FROM search_post s CROSS JOIN post r ON r.k = s.rowid WHERE s.text MATCH ? ORDER BY s.rowid DESC LIMIT ?`,
  )
  const lines: Line[] = []
  for (const [name, text] of Object.entries(sought)) {
    const match = matchQuery(text)
    const both = await interleaved(
      25,
      () => bench.call('record.search', { ledger: 'post', text, limit }),
      () => structuredClone(bare.all(match, limit + 1)),
    )
    const rows = bare.all(match, limit + 1).length
    const found = { area: 'people', name, cases: null, rows, unit: 'ms' as const, target: 2 }
    lines.push({ ...found, ours: both.ours.median, bare: both.bare.median })
  }
  await bench.close()
  return lines
}
