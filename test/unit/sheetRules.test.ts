import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvLine, unguarded } from '../../electron/core/excel/csv.ts'
import { detectEncoding } from '../../electron/core/excel/encoding.ts'
import { sheetOf } from '../../electron/core/excel/words.ts'
import * as d from '../../shared/ledgers/describe.ts'
import { isPlain, ledgerNames } from '../../shared/ledgers/index.ts'
import {
  cellAddress,
  codeText,
  lineText,
  nameText,
  numberText,
  type SheetCell,
  serialCell,
} from '../../shared/rules/sheetCell.ts'
import { matchHeaders } from '../../shared/rules/sheetColumns.ts'
import { findHeader, titleFacts, yearInTitle } from '../../shared/rules/sheetHeader.ts'
import { joinParts, splitParts } from '../../shared/rules/sheetParts.ts'
import { kindOfRow } from '../../shared/rules/sheetRows.ts'
import { readValue } from '../../shared/rules/sheetValue.ts'
import { values } from '../support/sheets.ts'

test('serial days of both systems, the day that never was, times alone', () => {
  const cases: readonly (readonly [number, boolean, string | null])[] = [
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [45356, false, '2024-03-05'],
    [43894, true, '2024-03-05'],
    [1, true, '1904-01-02'],
    [45356.40625, false, '2024-03-05T09:45'],
    [0.5, false, 'T12:00'],
    [-1, false, null],
    [1e9, false, null],
  ]
  for (const [serial, epoch1904, expected] of cases)
    assert.deepEqual(serialCell(serial, epoch1904), expected === null ? null : { d: expected }, String(serial))
})

test('cells as text: numbers without exponents, names without the blank that spaced them, codes without full width', () => {
  assert.deepEqual([numberText(0.1 + 0.2), numberText(1e15), numberText(-3.5)], ['0.3', '1000000000000000', '-3.5'])
  assert.deepEqual(
    [nameText('张　三'), nameText('卓玛 才让'), nameText('扎西·才让')],
    ['张三', '卓玛 才让', '扎西·才让'],
  )
  assert.equal(lineText('\ufeff 第一行\r\n第二行\u00a0 '), '第一行 第二行')
  assert.equal(codeText("'６２０１ ２３"), '620123')
  assert.deepEqual(
    [cellAddress(0, 1), cellAddress(25, 9), cellAddress(26, 9), cellAddress(702, 3)],
    ['A1', 'Z9', 'AA9', 'AAA3'],
  )
})

/** What a cell comes to in a field: its value, or the code of what is wrong. */
const read = (field: d.ScalarField, cell: SheetCell, more: Partial<typeof values> = {}) => {
  const { value, problem } = readValue(field, cell, { ...values, ...more })
  return problem?.severity === 'error' ? problem.code : value
}
test('days as people write them', () => {
  const day = d.date({ needed: true })
  for (const text of [
    '2026.3.5',
    '2026年3月5日',
    '2026/3/5',
    '20260305',
    '２０２６．３．５',
    '2026-03-05 00:00:00',
    '26.3.5',
  ])
    assert.equal(read(day, text), '2026-03-05', text)
  assert.equal(read(day, '2026年3月5日（星期四）'), '2026-03-05')
  assert.equal(read(day, { d: '2026-03-05T08:00' }), '2026-03-05')
  assert.equal(read(day, 45356), '2024-03-05')
  assert.equal(read(day, '45356'), '2024-03-05')
  assert.equal(read(day, 43894, { epoch1904: true }), '2024-03-05')
  assert.equal(read(day, '3月5日', { year: { value: '2025', said: true } }), '2025-03-05')
  assert.equal(readValue(day, '3月5日', values).problem?.code, 'yearAssumed')
  for (const [text, code] of [
    ['2026年3月', 'dayMissing'],
    [2026, 'dayMissing'],
    ['2026.2.30', 'notADate'],
    ['今天', 'notADate'],
    [12, 'notADate'],
    [true, 'notADate'],
    [{ e: '#REF!' }, 'cellError'],
  ] as const)
    assert.equal(read(day, text), code, String(text))
  assert.deepEqual(readValue(d.date(), '1985-05', values), {
    value: null,
    problem: { code: 'dayMissingLeft', severity: 'warning' },
  })
})

test('numbers, ID numbers, phones, flags and codes', () => {
  assert.deepEqual(
    ['12户', '１２', 12, '12.0', '约90人'].map((c) => read(d.integer(), c)),
    [12, 12, 12, 12, 90],
  )
  assert.deepEqual(
    [read(d.integer(), 1.5), read(d.integer(), '十二'), read(d.integer(), -1)],
    ['notANumber', 'notANumber', 'too_small'],
  )
  assert.equal(read(d.money(), '1,234.5元'), 123450)
  const id = d.idNumber()
  assert.equal(read(id, ' 99001119850305003x '), '99001119850305003X')
  assert.equal(read(id, 130503670401001), '130503670401001')
  for (const lost of [Number('990011199001010016'), '9.90011E+17']) assert.equal(read(id, lost), 'digitsLost')
  assert.equal(read(d.phone(), 13900000000), '13900000000')
  assert.equal(read(d.text({ max: 20 }), { d: '2026-03-05' }), 'textIsDate')
  assert.deepEqual(
    ['是', '√', '否', '×', 1].map((c) => read(d.flag(), c)),
    [true, true, false, false, true],
  )
  const teams = d.codes('team', ['household', 'shop'])
  assert.deepEqual(read(teams, '联铺长，联户长'), ['household', 'shop'])
  assert.equal(read(teams, '联户长、火星队'), 'codeUnknown')
  assert.deepEqual(
    ['9:30', '0930', 0.5, { d: 'T08:05' }].map((c) => read(d.time(), c)),
    ['09:30', '09:30', '12:00', '08:05'],
  )
  for (const nothing of ['', '　', '-', '—', '/']) assert.equal(read(d.text({ max: 20 }), nothing), null)
  assert.equal(readValue(id, '暂缺', values).absent, 'unknown')
})

test('a short list in a cell comes back, whatever signs are in it', () => {
  for (const parts of [
    [['赵示例', '组长'], ['李示例']],
    [
      ['带、顿号', '（括号）'],
      ['引"号"', '', '第三'],
    ],
    [['=1+1'], ['两\n行', '；']],
  ])
    assert.deepEqual(splitParts(joinParts(parts)), parts)
  assert.deepEqual(splitParts('赵示例 李示例  王示例'), [['赵示例'], ['李示例'], ['王示例']])
  assert.deepEqual(splitParts('赵示例(组长),李示例;'), [['赵示例', '组长'], ['李示例']])
  assert.deepEqual(splitParts('、、'), [])
})

test('every column of every plain ledger has a heading of its own, and is known by it', () => {
  for (const name of ledgerNames.filter(isPlain)) {
    const { columns, headers } = sheetOf(name)
    const labels = columns.map((c) => c.label)
    assert.equal(new Set(labels).size, labels.length, name)
    assert.deepEqual(
      matchHeaders(headers, labels).map((m) => (m?.role === 'field' ? m.path : null)),
      columns.map((c) => c.path),
    )
    assert.ok(columns.every((c) => c.field.kind !== 'reference'))
  }
})

test('备注 is of the person where a row is a person, of the training where a row is a training', () => {
  const { headers } = sheetOf('training')
  const pathsOf = (row: readonly string[]) =>
    matchHeaders(headers, row).map((m) => (m?.role === 'field' ? m.path : m?.role))
  assert.deepEqual(pathsOf(['序号', '姓名', '备注']), ['ordinal', 'attendances.name', 'attendances.remark'])
  assert.deepEqual(pathsOf(['序号', '培训主题', '备注']), ['ordinal', 'topic', 'remarks'])
})

test('a header is found under titles, facts in titles are read, the year of a title is known', () => {
  const { headers } = sheetOf('training')
  const rows = [
    ['2025年培训台账', null, null],
    ['主办单位：', '示例乡', '培训地点：会议室；授课人：王示例'],
    ['培训主题', '培训时间', '培训形式'],
    ['防火', '3月5日', '集中培训'],
  ]
  assert.deepEqual(findHeader(headers, rows)?.first, 2)
  assert.deepEqual(
    titleFacts(headers, rows, 2).map((f) => [f.path, f.text, f.cell]),
    [
      ['organiser', '示例乡', 'A2'],
      ['place', '会议室', 'C2'],
      ['lecturer', '王示例', 'C2'],
    ],
  )
  assert.deepEqual(
    [yearInTitle('2025年第一季度'), yearInTitle('2024年至2025年'), yearInTitle('名册')],
    ['2025', null, null],
  )
  assert.equal(findHeader(headers, [[1, 2, 3]]), null)
})

test('totals, signatures, repeated headers and empty rows are no data; a remark that begins like one is', () => {
  const context = { headers: ['序号', '姓名', '备注'], ordinals: new Set([0]), marksExamples: true }
  const kinds = (rows: readonly (readonly SheetCell[])[]) => rows.map((r) => kindOfRow(r, context))
  assert.deepEqual(
    kinds([
      [1, '张示例', '注：请假'],
      ['合计', null, '3人'],
      ['小　计', 3, null],
      [null, '制表人：王示例', '审核人：'],
      ['序号', '姓名', '备注'],
      [7, null, ' '],
      ['示例', '示例姓名', null],
      [2, '合计明', null],
    ]),
    ['data', 'total', 'total', 'signature', 'header', 'empty', 'example', 'data'],
  )
})

test('encodings are told apart by their marks, their zeros and their sense', () => {
  const text = '姓名,日期\r\n示例,2026\r\n'
  assert.equal(detectEncoding(Buffer.from(text)), 'utf-8')
  assert.equal(detectEncoding(Buffer.from(`\ufeff${text}`, 'utf16le')), 'utf-16le')
  assert.equal(detectEncoding(Buffer.from('a,b,c\r\n1,2,3\r\n', 'utf16le')), 'utf-16le')
  assert.equal(detectEncoding(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()), 'utf-16be')
  assert.equal(detectEncoding(new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb])), 'gb18030')
})

test('what Excel would take for a formula is guarded in CSV and comes back as it was', () => {
  for (const text of ['=1+1', '+86', '-x', '@a', "'=a", "''-", '普通', "'普通"]) {
    const line = csvLine([text]).trim()
    assert.doesNotMatch(line, /^[=+\-@]/)
    assert.equal(unguarded(line), text)
  }
  assert.equal(csvLine([-5, { d: '2026-03-05' }, 'a,"b"', null]), '-5,2026-03-05,"a,""b""",\r\n')
})

test('words that older papers and earlier versions had for a code keep their meaning', () => {
  const cases: readonly (readonly ['training' | 'visit' | 'attendances', string, string, string])[] = [
    ...['集中授课', '集中培训'].map((w) => ['training', 'form', w, 'classroom'] as const),
    ...['发放手册', '印发手册'].map((w) => ['training', 'form', w, 'handbook'] as const),
    ...['替', '替会'].map((w) => ['attendances', 'state', w, 'substitute'] as const),
    ...['日常', '日常走访'].map((w) => ['visit', 'kind', w, 'routine'] as const),
  ]
  for (const [of, name, word, code] of cases) {
    const path = of === 'attendances' ? `${of}.${name}` : name
    const column = sheetOf(of === 'visit' ? 'visit' : 'training').columns.find((c) => c.path === path)
    assert.ok(column && column.field.kind !== 'list', path)
    assert.deepEqual(readValue(column.field, word, values), { value: code }, word)
  }
})

test('a cell that needs no tidying is told from one that does: the short ways say what the long ones would', () => {
  // NFKC, what nobody sees, blanks and the leading apostrophe, each for itself.
  const long = (s: string) =>
    s
      .normalize('NFKC')
      .replace(/[\p{Cc}\u00ad\u200b\u2060\ufeff]/gu, (c) => (/\s/.test(c) && c !== '\ufeff' ? c : ''))
      .replace(/\s+/g, '')
      .replace(/^['’‘`]/, '')
  for (const s of [
    '示例1号',
    '２０２６',
    '豈',
    "'0941",
    '1 2',
    '3\u200b4',
    '①',
    'Ａ-1',
    '㈱',
    '2024-03-05',
    '扎西·示例',
    '',
  ])
    assert.equal(codeText(s), long(s), JSON.stringify(s))
  for (const n of [0, -0, 7, -12, 0.1 + 0.2, 999_999_999_999_999, 1e15, 1e20])
    assert.match(numberText(n), /^-?\d+(?:\.\d+)?$/, String(n))
  assert.deepEqual(
    [numberText(-0), numberText(999_999_999_999_999), numberText(1e20)],
    ['0', '999999999999999', '100000000000000000000'],
  )
})
