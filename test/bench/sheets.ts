import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import readWorkbook from 'read-excel-file/node'
import { type CellOut, workbookBytes } from '../../electron/core/excel/writeSheet.ts'
import type { ImportView } from '../../shared/contract/sheets.ts'
import type { Line } from './line.ts'
import { once } from './measure.ts'
import { finish, stickOf } from './recipients.ts'
import type { Bench } from './registers.ts'

const rows = 100_000
const header = [
  ...[
    '队伍',
    '组号',
    '组名',
    '村（社区）',
    '户数',
    '姓名',
    '性别',
    '出生日期',
    '网格',
    '联系电话',
    '选配日期',
    '选配方式',
  ],
  ...['批准单位', '行业主管部门', '备注'],
]
/** A roster of a hundred thousand people of whom no two are alike. */
function roster(): readonly (readonly CellOut[])[] {
  const people = Array.from({ length: rows }, (_, i): readonly CellOut[] => [
    ...['联户长', `${i % 300}组`, '示例组', `示例${i % 40}村`, 8 + (i % 7), `示例${i}号`, i % 2 === 0 ? '女' : '男'],
    ...[{ d: '1980-01-01' }, null, '0941-0000000', { d: '2024-03-05' }, '推荐', '示例乡', null, '备注'],
  ])
  return [header, ...people]
}

const peakOf = (side: 'ours' | 'bare', file: string): number =>
  Number(
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'sheetChild.ts'), side, file], { encoding: 'utf8' }),
  ) / 1024

/**
 * Import of 100,000 rows against the reading library alone in the same run: the dry run (read, staged in the encrypted
 * register, every cell checked), the saving, and the most memory that reading takes.
 */
export async function sheets(benches: readonly Bench[]): Promise<readonly Line[]> {
  const bench = benches[0]
  if (bench === undefined) return []
  const bytes = await workbookBytes([{ name: '名册', widths: [], headerRows: 1, rows: roster() }])
  const file = path.join(bench.dir, 'usb', '名册.xlsx')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, bytes)
  const place = await stickOf(bench.office)
  const [token = ''] = (await bench.call('place.files', { place, extensions: ['xlsx'] })).map((f) => f.token)
  const bare = await once(() => readWorkbook(Buffer.from(bytes)))
  let view: ImportView | null = null
  const dry = await once(async () => {
    view = await finish(bench.office, 'import.read', { ledger: 'post', name: '名册.xlsx', from: { file: token } })
  })
  const { batch = '', counts } = (view ?? {}) as Partial<ImportView>
  if (counts?.good !== rows) throw new Error(`of ${rows} rows ${counts?.good} were good`)
  const saving = await once(() => finish(bench.office, 'import.commit', { ledger: 'post', batch }))
  await finish(bench.office, 'import.undo', { ledger: 'post', batch })
  const line = { area: 'excel', cases: null, rows }
  return [
    { ...line, name: 'dry run of 100,000 rows × 15, the library alone', unit: 'ms', ours: dry, bare, target: null },
    { ...line, name: 'saving 100,000 records, the library alone', unit: 'ms', ours: saving, bare, target: null },
    {
      ...line,
      name: 'peak memory of reading, the library alone',
      unit: 'MB',
      ours: peakOf('ours', file),
      bare: peakOf('bare', file),
      target: 2,
    },
  ]
}
