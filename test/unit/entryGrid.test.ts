import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseBlock, writeBlock } from '../../renderer/entry/block.ts'
import { type CellWords, readCell, shownCell, shownValue } from '../../renderer/entry/cellText.ts'
import { codesFor } from '../../renderer/entry/codeChoices.ts'
import {
  copiedBlock,
  type EntryState,
  firstEntry,
  obeyed,
  pasted,
  selected,
  typedIn,
} from '../../renderer/entry/entryState.ts'
import { type Command, commandOf, type Mode } from '../../renderer/entry/gridKeys.ts'
import { at } from '../../renderer/entry/places.ts'
import type { Sheet } from '../../renderer/entry/sheet.ts'
import { partsRead, unreadOf } from '../../renderer/entry/unread.ts'
import { edited } from '../../renderer/ledger/edit.ts'
import {
  type AnyData,
  type AnyPart,
  type CodeField,
  emptyData,
  emptyPart,
  type ScalarField,
} from '../../shared/ledgers/describe.ts'
import { ledgerNames, ledgerOf } from '../../shared/ledgers/index.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { textAt } from '../../shared/text/template.ts'
import { zhCN } from '../../shared/text/zh-CN.ts'

const label = (list: string, code: string): string => textAt(zhCN.codes, list, code) ?? code
const words: CellWords = { label, yes: '是', no: '否', absent: zhCN.codes.absent, today: '2026-11-26', year: undefined }
const partOf = (ledger: 'training' | 'visit', list: string) => {
  const field = ledgerOf(ledger).fields[list]
  assert.ok(field?.kind === 'list')
  return field.part
}
function sheetOf(ledger: 'training' | 'visit', list: string, names: readonly string[], maxRows = 500): Sheet {
  const part = partOf(ledger, list)
  return {
    columns: names.map((name) => {
      const field = part.fields[name]
      assert.ok(field)
      return { name, field, mayBeAbsent: field.needed === true, fixed: false }
    }),
    fresh: list === 'attendances' ? { ...emptyPart(part), state: 'present' } : emptyPart(part),
    maxRows,
    frozen: false,
    words,
    settle: (next) => next,
  }
}
const households = sheetOf('visit', 'households', ['door', 'peopleMet', 'request', 'matterDueOn'])
const attendances = sheetOf('training', 'attendances', ['name', 'team', 'state', 'remark'])
const go = (state: EntryState, sheet: Sheet, row: number, column: number) => selected(state, sheet, at(row, column))
const type = (state: EntryState, sheet: Sheet, row: number, column: number, text: string) =>
  typedIn(go(state, sheet, row, column), sheet, text)
const shown = (state: EntryState, sheet: Sheet): readonly (readonly string[])[] =>
  state.rows.map((row) => sheet.columns.map(({ name, field }) => shownCell(name, field, row, sheet.words)))

/** Text as it comes from old sheets: signs of the clipboard's own, formulas, quotes, rare characters. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '""',
        '\t',
        '\n',
        '\r\n',
        '\r',
        '=1+1',
        "='C:\\x'!A1",
        '@',
        '+86',
        '-',
        ' ',
        '𠮷',
        '张',
        ',',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''))
const blocks = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(hostile, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )

test('a block is read as Excel and WPS write it', () => {
  assert.deepEqual(parseBlock('张三\t1\r\n李四\t2\r\n'), [
    ['张三', '1'],
    ['李四', '2'],
  ])
  assert.deepEqual(parseBlock('"一\n二"\t"说""好"""\r\n'), [['一\n二', '说"好"']])
  assert.deepEqual(parseBlock('a\t\t\nb'), [['a', '', ''], ['b']])
  assert.deepEqual(parseBlock('5" 管\t"没有结尾\t"也" 没有'), [['5" 管', '"没有结尾', '"也" 没有']])
  assert.deepEqual(parseBlock('x'), [['x']])
  assert.deepEqual(parseBlock('\r\n\r\na\r\n'), [[''], [''], ['a']])
})

test('what is copied is what is pasted, whatever stands in the cells', () => {
  fc.assert(fc.property(blocks, (block) => assert.deepEqual(parseBlock(writeBlock(block)), block)))
})

test('every code of every ledger is found by its label, and each digit of a short list by itself', () => {
  const scalars = ledgerNames.flatMap((name) =>
    Object.values(ledgerOf(name).fields).flatMap((f): readonly ScalarField[] =>
      f.kind === 'list' ? Object.values(f.part.fields) : [f],
    ),
  )
  const fields = scalars.filter((f): f is CodeField => f.kind === 'code' || f.kind === 'codes')
  assert.ok(fields.length > 10)
  for (const field of fields) {
    const { meant, choices } = codesFor(field, label)
    for (const { code, label: name, digit } of choices) {
      assert.equal(meant(name), code)
      if (digit !== null) assert.equal(meant(digit), code)
      const typed = shownValue(field, field.kind === 'codes' ? [code] : code, words)
      assert.deepEqual(readCell(field, typed, words), { kind: 'value', value: field.kind === 'codes' ? [code] : code })
    }
  }
})

test('codes are typed as word, beginning, initials, digit or tick', () => {
  const { state } = partOf('training', 'attendances').fields
  assert.ok(state?.kind === 'code')
  const { meant } = codesFor(state, label)
  for (const [typed, code] of [
    ['到', 'present'],
    ['1', 'present'],
    ['３', 'leave'],
    ['qj', 'leave'],
    ['请', 'leave'],
    ['4', 'absent'],
    ['qx', 'absent'],
    ['√', 'present'],
    [' 缺席 ', 'absent'],
  ] as const)
    assert.equal(meant(typed), code, typed)
  for (const typed of ['q', '5', '迟到了', '']) assert.equal(meant(typed), null, typed)
})

test('cells read dates, numbers, reasons and text as people type them; a formula stays text', () => {
  let state = firstEntry([])
  for (const [column, text] of [
    [0, '=HYPERLINK("http://x")'],
    [1, '３人'],
    [2, '修路\r\n装灯'],
    [3, '1月5日'],
  ] as const)
    state = type(state, households, 0, column, text)
  assert.deepEqual(state.rows, [
    {
      ...households.fresh,
      door: '=HYPERLINK("http://x")',
      peopleMet: 3,
      request: '修路\n装灯',
      matterDueOn: '2026-01-05',
    },
  ])
  assert.deepEqual(type(firstEntry([]), households, 0, 0, '一号\n院').rows[0]?.door, '一号 院')
  assert.deepEqual(type(firstEntry([]), households, 0, 0, '拒绝提供').rows[0]?.absent, { door: 'refused' })
})

test('what cannot be read stays as typed, is a problem of its path, and goes when it is typed over', () => {
  const state = type(type(firstEntry([]), households, 0, 0, '示例巷 1 号'), households, 0, 3, '下个月')
  const [row] = state.rows
  assert.ok(row)
  assert.deepEqual(unreadOf(row), { matterDueOn: '下个月' })
  assert.equal(row.matterDueOn, null)
  const ledger = ledgerOf('visit')
  const data = { ...emptyData(ledger), households: state.rows } as AnyData
  const [clean, found] = partsRead(ledger, data)
  assert.deepEqual(found, [{ path: 'households.0.matterDueOn', code: 'notADate', severity: 'error' }])
  assert.equal((clean.households as readonly AnyPart[])[0]?.unread, undefined)
  assert.deepEqual(unreadOf(type(state, households, 0, 3, '2026.12.1').rows[0] as AnyPart), {})
  const context = { today: '2026-11-26', sample: false, settings: defaultSettings }
  const set = edited(ledger, data, { type: 'set', path: 'households.0.matterDueOn', value: '2026-12-01' }, context)
  assert.equal((set.households as readonly AnyPart[])[0]?.unread, undefined)
})

test('a block adds the rows it needs; one cell fills a range; what finds no place is told', () => {
  const many = Array.from({ length: 30 }, (_, i) => `示例巷 ${i} 号\t${i}`).join('\r\n')
  const state = pasted(firstEntry([]), households, many)
  assert.equal(state.rows.length, 30)
  assert.equal(state.rows[29]?.peopleMet, 29)
  assert.deepEqual(state.selection, { anchor: { row: 0, column: 0 }, head: { row: 29, column: 1 } })
  const column = selected(state, households, { anchor: { row: 0, column: 1 }, head: { row: 29, column: 1 } })
  assert.ok(pasted(column, households, '7').rows.every((row) => row.peopleMet === 7))
  const small = sheetOf('visit', 'households', ['door', 'peopleMet'], 20)
  assert.deepEqual(pasted(firstEntry([]), small, many.replaceAll('号\t', '号\t1\t')).left, { columns: 1, rows: 10 })
})

test('blank cells of a block leave what is usual in new rows and clear what stood in old ones', () => {
  const state = pasted(firstEntry([]), attendances, '张示例\t联户长\t\r\n李示例\tldz\t缺席')
  assert.deepEqual(shown(state, attendances), [
    ['张示例', '联户长', '到', ''],
    ['李示例', 'ldz', '缺席', ''],
  ])
  const again = pasted(go(state, attendances, 0, 0), attendances, '张示例\t\t')
  assert.deepEqual(shown(again, attendances)[0], ['张示例', '', '', ''])
})

test('fill down takes the first row of the range, of one row the row above, and values that cannot be read too', () => {
  let state = pasted(firstEntry([]), households, '一\t1\t\t怪\r\n二\r\n三\r\n四')
  state = selected(state, households, { anchor: { row: 0, column: 1 }, head: { row: 3, column: 3 } })
  const filled = obeyed(state, households, { do: 'fillDown' })
  assert.deepEqual(
    shown(filled, households).map((r) => r.slice(1)),
    Array.from({ length: 4 }, () => ['1', '', '怪']),
  )
  const above = obeyed(go(state, households, 1, 1), households, { do: 'fillAbove' })
  assert.equal(above.rows[1]?.peopleMet, 1)
  assert.equal(obeyed(go(state, households, 0, 1), households, { do: 'fillAbove' }).rows, state.rows)
})

test('Enter after Tabs goes back to the column they began in, one row down; Tab at the end of a row begins the next', () => {
  let state = go(firstEntry([]), households, 0, 1)
  state = obeyed(typedIn(state, households, '1'), households, { do: 'tab', back: false })
  state = obeyed(typedIn(state, households, '要求'), households, { do: 'tab', back: false })
  assert.deepEqual(state.selection.anchor, { row: 0, column: 3 })
  assert.deepEqual(obeyed(state, households, { do: 'enter', back: false }).selection.anchor, { row: 1, column: 1 })
  assert.deepEqual(obeyed(state, households, { do: 'tab', back: false }).selection.anchor, { row: 1, column: 0 })
})

test('keys are those of Excel, and while text is edited the arrows are its own', () => {
  const key = (key: string, mode: Mode = 'ready', more: Partial<Parameters<typeof commandOf>[0]> = {}) =>
    commandOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }, mode)?.do
  assert.equal(key('a'), undefined)
  assert.equal(key('ArrowLeft', 'typing'), 'move')
  assert.equal(key('ArrowLeft', 'editing'), undefined)
  assert.equal(key('Escape', 'typing'), 'cancel')
  assert.equal(key('Escape'), 'leave')
  assert.equal(key('d', 'ready', { ctrlKey: true }), 'fillDown')
  assert.equal(key('z', 'editing', { ctrlKey: true }), undefined)
  assert.equal(key('s', 'ready', { ctrlKey: true }), undefined)
  assert.equal(key('‘', 'ready', { ctrlKey: true, code: 'Quote' }), 'fillAbove')
  assert.equal(key('Enter', 'editing', { altKey: true }), 'lineBreak')
  assert.equal(key('Enter', 'ready', { altKey: true }), 'addRow')
})

const commands = fc.oneof(
  fc.constantFrom<Command>(
    { do: 'clear' },
    { do: 'fillDown' },
    { do: 'fillAbove' },
    { do: 'insertRow' },
    { do: 'addRow' },
    { do: 'removeRows' },
    { do: 'selectAll' },
    { do: 'today' },
    { do: 'enter', back: false },
    { do: 'tab', back: true },
  ),
  fc.record({
    do: fc.constant('move' as const),
    way: fc.constantFrom('up', 'down', 'left', 'right', 'end', 'start', 'pageDown'),
    far: fc.boolean(),
    extend: fc.boolean(),
  }),
)
const acts = fc.oneof(
  commands.map((command) => (s: EntryState, sheet: Sheet) => obeyed(s, sheet, command)),
  blocks.map((block) => (s: EntryState, sheet: Sheet) => pasted(s, sheet, writeBlock(block))),
  hostile.map((text) => (s: EntryState, sheet: Sheet) => typedIn(s, sheet, text)),
)

test('undo goes back over anything that was done, and redo forth to the very same rows', () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 25 }), fc.constantFrom(households, attendances), (list, sheet) => {
      const first = firstEntry([{ ...sheet.fresh, [sheet.columns[0]?.name ?? '']: '示例' }])
      const last = list.reduce((state, act) => act(state, sheet), first)
      let back = last
      for (const _ of last.steps.past) back = obeyed(back, sheet, { do: 'undo' })
      assert.deepEqual(back.rows, first.rows)
      let forth = back
      for (const _ of back.steps.future) forth = obeyed(forth, sheet, { do: 'redo' })
      assert.deepEqual(forth.rows, last.rows)
    }),
  )
})

test('a block copied from the grid and pasted over itself changes nothing; what was pasted is never lost', () => {
  fc.assert(
    fc.property(blocks, (block) => {
      const state = pasted(firstEntry([]), households, writeBlock(block))
      const copy = writeBlock(copiedBlock(state, households))
      assert.deepEqual(shown(pasted(state, households, copy), households), shown(state, households))
      // A number or a date is read, or stays in its cell letter for letter.
      state.rows.forEach((row, r) => {
        const typed = block[r]?.[3] ?? ''
        if (typed.trim() !== '') assert.ok(row.matterDueOn !== null || unreadOf(row).matterDueOn === typed)
      })
    }),
  )
})

test('5,000 rows of ten cells are read in a moment', () => {
  const sheet = sheetOf(
    'training',
    'attendances',
    ['name', 'team', 'unit', 'post', 'state', 'substitute', 'remark'],
    5000,
  )
  const text = Array.from({ length: 5000 }, (_, i) => `示例${i}\t联户长\t示例村\t\t请假\t\t备注${i}`).join('\r\n')
  const state = pasted(firstEntry([]), sheet, text)
  assert.equal(state.rows.length, 5000)
  assert.equal(state.rows[4999]?.state, 'leave')
  assert.equal(state.left, null)
})
