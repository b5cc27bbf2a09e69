import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  partsOf,
  placedOnA4,
  type Side,
  sheetMargins,
  shiftOf,
  sidesOf,
  testPageAbout,
  testPageOf,
  typedOffset,
  typedPages,
  writtenOffset,
  writtenPages,
} from '../../shared/rules/printing.ts'
import { defaultSettings, settings } from '../../shared/settings.ts'
import { defaultPrinter } from '../../shared/settingsPrinters.ts'

test('pages as a clerk types them, in order and each once', () => {
  const read: readonly (readonly [string, readonly number[] | null])[] = [
    ['1-3,5', [1, 2, 3, 5]],
    ['１－３，５', [1, 2, 3, 5]],
    ['1—3、5', [1, 2, 3, 5]],
    ['第1至3页', [1, 2, 3]],
    ['5，1 - 2', [1, 2, 5]],
    ['2,2,1-2,', [1, 2]],
    ['6', [6]],
    ['', null],
    ['，', null],
    ['0', null],
    ['7', null],
    ['3-1', null],
    ['1-7', null],
    ['一', null],
    ['1--3', null],
    ['99999999999', null],
  ]
  for (const [typed, pages] of read) assert.deepEqual(typedPages(typed, 6), pages, typed)
  assert.equal(writtenPages([1, 2, 3, 5, 7, 8]), '1-3,5,7-8')
  assert.deepEqual(typedPages(writtenPages([1, 3, 4, 6]), 6), [1, 3, 4, 6])
})

test('an offset as typed is tenths of a millimetre within 20 mm', () => {
  const read: readonly (readonly [string, number | null])[] = [
    ['1.5', 15],
    ['-1.5', -15],
    ['－１．５', -15],
    ['−0.5毫米', -5],
    ['+2 mm', 20],
    ['0', 0],
    ['-0', 0],
    ['20', 200],
    ['20.1', null],
    ['1.25', null],
    ['一', null],
    ['', null],
  ]
  for (const [typed, tenths] of read)
    assert.ok(Object.is(typedOffset(typed), tenths), `${typed}: ${typedOffset(typed)}`)
  for (const tenths of [-200, -15, 0, 7, 200]) assert.equal(typedOffset(writtenOffset(tenths)), tenths)
})

const shown = (sides: readonly Side[]) => sides.map((s) => `${s.page ?? '白'}${s.back ? '背' : ''}`).join(' ')

test('printed on both sides, every copy and every paper begins on a front', () => {
  const three = { pages: [1, 2, 3], copies: 2, starts: [1] }
  assert.equal(shown(sidesOf({ ...three, duplex: false })), '1 2 3 1 2 3')
  assert.equal(shown(sidesOf({ ...three, duplex: true })), '1 2背 3 白背 1 2背 3')
  assert.equal(shown(sidesOf({ ...three, pages: [1, 2], duplex: true })), '1 2背 1 2背')
  assert.equal(shown(sidesOf({ ...three, pages: [2, 3], copies: 1, duplex: true })), '2 3背')
  const dossier = { pages: [1, 2, 3, 4, 5, 6], copies: 1, starts: [1, 2, 5] }
  assert.equal(shown(sidesOf({ ...dossier, duplex: true })), '1 白背 2 3背 4 白背 5 6背')
  assert.equal(shown(sidesOf({ ...dossier, duplex: false })), '1 2 3 4 5 6')
})

test('a long job goes out in parts that hold all of it once, and never part a sheet', () => {
  for (const duplex of [false, true])
    for (const pagesPerPart of [1, 2, 5, 20])
      for (const count of [1, 2, 19, 20, 21, 60]) {
        const pages = Array.from({ length: count }, (_, i) => i + 1)
        const sides = sidesOf({ pages, copies: 3, duplex, starts: [1] })
        const parts = partsOf(sides, { onePage: false, duplex, pagesPerPart })
        assert.deepEqual(parts.flat(), sides)
        const most = duplex ? Math.max(2, pagesPerPart) : pagesPerPart
        for (const part of parts) {
          assert.ok(part.length >= 1 && part.length <= most)
          assert.equal(part[0]?.back, false)
        }
      }
  const byHand = partsOf(sidesOf({ pages: [1, 2, 3], copies: 2, duplex: true, starts: [1] }), {
    onePage: true,
    duplex: true,
    pagesPerPart: 20,
  })
  assert.deepEqual(byHand.map(shown), ['1', '2背', '3', '1', '2背', '3'])
})

test('a back moves so that the binding edge keeps 28 mm; offsets of printer and form add up', () => {
  const printer = { offsetX: 15, offsetY: -8 }
  assert.deepEqual(shiftOf({ back: false }, printer, null), { x: 15, y: -8 })
  assert.deepEqual(shiftOf({ back: true }, printer, null), { x: -5, y: -8 })
  assert.deepEqual(shiftOf({ back: true }, printer, { x: 30, y: 10 }), { x: 25, y: 2 })
  // The text is as wide as the sheet without its margins; on a back the binding edge is the right one.
  const { x } = shiftOf({ back: true }, { offsetX: 0, offsetY: 0 }, null)
  const rightEdgeOfText = 210 - sheetMargins.right + x / 10
  assert.equal(210 - rightEdgeOfText, sheetMargins.left)
})

test('a printer’s profile: within reach, each name once, and none needed', () => {
  const good = { ...defaultPrinter, name: '示例针式机', style: 'dotMatrix', offsetX: -200 } as const
  const ok = (printers: unknown) => settings.shape.printers.safeParse(printers).success
  assert.ok(ok([good]) && ok([]))
  for (const wrong of [
    { offsetX: 201 },
    { offsetY: 0.5 },
    { name: ' ' },
    { pagesPerPart: 0 },
    { resolution: 1200 },
    { style: 'red' },
  ])
    assert.ok(!ok([{ ...good, ...wrong }]), JSON.stringify(wrong))
  assert.ok(!ok([good, good]))
  assert.deepEqual(defaultSettings.printers, [])
  const places = (all: unknown) => settings.shape.formPlaces.safeParse(all).success
  const place = { paper: 'agreement', x: 10, y: 0 }
  assert.ok(places([place]) && !places([place, place]) && !places([{ ...place, paper: 'none' }]))
})

test('a page goes on A4 as large as it is; one that lies is turned, a larger one made to fit', () => {
  assert.deepEqual(placedOnA4(209.89, 297.04), { turned: false, x: 0, y: 0, width: 210, height: 297 })
  assert.deepEqual(placedOnA4(297, 210), { turned: true, x: 0, y: 0, width: 210, height: 297 })
  assert.deepEqual(placedOnA4(148, 210), { turned: false, x: 31, y: 43.5, width: 148, height: 210 })
  const large = placedOnA4(420, 594)
  assert.deepEqual([large.width, large.height, large.x, large.y], [210, 297, 0, 0])
  for (const [w, h] of [
    [50, 400],
    [400, 50],
    [216, 279],
    [1, 1],
  ] as const) {
    const { x, y, width, height } = placedOnA4(w, h)
    assert.ok(x >= 0 && y >= 0 && x + width <= 210.001 && y + height <= 297.001, `${w} × ${h}`)
  }
})

test('what a test page is about', () => {
  for (const page of [
    { printer: '', withOffset: false },
    { printer: '一楼：针式', withOffset: true },
  ])
    assert.deepEqual(testPageOf(testPageAbout(page)), page)
  for (const about of [null, '', 'x', 'on', '示例']) assert.equal(testPageOf(about), null)
})
