import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as parts from '../../shared/ledgers/disputeParts.ts'
import {
  bodyText,
  clauses,
  firstOutOfOrder,
  type PdfPage,
  type Piece,
  paperOf,
  part,
  person,
  projectRoot,
  readPdf,
  sampleDispute,
  textBottom,
} from './papersKit.ts'
import { assertSoundPages, isSignature, seals, struck } from './papersSound.ts'

before(() => copyFonts(projectRoot))

const mm = (length: number) => (length * 72) / 25.4

const countOf = (text: string, word: string) => text.split(word).length - 1

test('wherever the text ends, signatures stay together, with text, and no open space is left to add to', async () => {
  const lengths = [...Array.from({ length: 50 }, (_, i) => i + 1), 57, 64, 71, 78, 85, 92, 99, 106, 113, 120]
  let strikes = 0
  for (const length of lengths) {
    const facts = Array.from({ length }, (_, i) => `事实第${i + 1}行。`).join('\n')
    const pages = await readPdf((await paperOf({}, { facts })).pdf)
    assertSoundPages(pages, `${length} lines`)
    const signed = pages.filter((p) => p.body.some((piece) => isSignature(piece.text)))
    assert.equal(signed.length, 1, `${length} lines: signatures on one page`)
    assert.equal(firstOutOfOrder(bodyText(pages), facts.split('\n')), null)
    strikes += pages.filter((p) => p.text.includes(struck)).length
  }
  assert.ok(strikes > 5, 'the sweep met pages with open space')
})

test('a single undertaking, long or short, never leaves its heading or the signatures behind', async () => {
  for (const length of [1, 40, 90, 140, 200]) {
    const performances = [
      part(parts.performance, {
        debtor: '示例卓玛',
        manner: '分'.repeat(length),
        place: '处'.repeat(length / 2),
        amount: 100,
      }),
    ]
    for (const lines of [1, 5, 9, 13, 17, 21]) {
      const facts = Array.from({ length: lines }, () => '事实。').join('\n')
      const pages = await readPdf((await paperOf({}, { facts, performances })).pdf)
      assertSoundPages(pages, `${length} characters after ${lines} lines`)
      assert.ok(bodyText(pages).includes('分'.repeat(length)))
    }
  }
})

test('20,000 characters in one piece arrive complete and in order', async () => {
  const facts = Array.from({ length: 20000 }, (_, i) => '双方就草场边界与围栏修复反复协商调解员说明道理'[i % 23]).join(
    '',
  )
  const pages = await readPdf((await paperOf({}, { facts })).pdf)
  assert.ok(bodyText(pages).includes(facts))
  assert.ok(pages.length > 20)
  assertSoundPages(pages, '20,000 characters')
  for (const page of pages.slice(1)) assert.match(page.text, /人民调解协议书编号：/)
})

test('clauses of 5,000 characters and a hundred short ones keep their numbers', async () => {
  const long = ['甲', '乙', '丙', '丁'].map((c) => c.repeat(5000))
  const longText = bodyText(await readPdf((await paperOf({}, { clauses: clauses(...long) })).pdf))
  assert.equal(firstOutOfOrder(longText, ['一、', ...long.flatMap((c, i) => [c, '二三四履'[i] ?? ''])]), null)
  const short = Array.from({ length: 100 }, (_, i) => `第${i}项`)
  const pages = await readPdf((await paperOf({}, { clauses: clauses(...short) })).pdf)
  assertSoundPages(pages, '100 clauses')
  assert.equal(
    firstOutOfOrder(bodyText(pages), ['一、第0项', '十、第9项', '十一、第10项', '二十、第19项', '一百、第99项']),
    null,
  )
})

test('a page of one-character lines breaks cleanly', async () => {
  const facts = Array.from({ length: 200 }, (_, i) => '东南西北'[i % 4]).join('\n')
  const pages = await readPdf((await paperOf({}, { facts })).pdf)
  assertSoundPages(pages, 'one-character lines')
  assert.ok(bodyText(pages).includes(facts.replaceAll('\n', '')))
})

const twelve: Partial<DisputeData> = {
  parties: Array.from({ length: 12 }, (_, i) =>
    person({
      side: i < 6 ? 'applicant' : i < 11 ? 'respondent' : 'thirdParty',
      name: `示例${'子丑寅卯辰巳午未申酉戌亥'[i]}人`,
      age: 30 + i,
    }),
  ),
  agents: [part(parts.agent, { kind: 'entrusted', name: '示例代理', forParty: '示例丑人' })],
  mediators: Array.from({ length: 5 }, (_, i) => part(parts.mediator, { name: `示例调解员${i + 1}` })),
  copies: 13,
}

test('twelve parties: each has a block and a place to sign, and every page of signatures says what is signed', async () => {
  const pages = await readPdf((await paperOf({}, twelve)).pdf)
  const text = bodyText(pages)
  for (const party of twelve.parties ?? []) assert.ok(countOf(text, party.name ?? '') >= 2, party.name ?? '')
  assert.equal(countOf(text, '当事人（签名盖章或按指印）：'), 12)
  assert.equal(countOf(text, '委托代理人（签名盖章或按指印）：示例代理（代示例丑人）'), 1)
  assert.equal(countOf(text, '单位或住址'), 13)
  const numbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
  assert.equal(
    firstOutOfOrder(
      text,
      numbers.map((n) => `当事人${n}（`),
    ),
    null,
  )
  for (const page of pages.filter((p) => p.body.some((piece) => isSignature(piece.text)))) {
    assert.match(page.text, /本协议一式壹拾叁份|本协议共二条，当事人共十二方/)
  }
  const sealed = pages.filter((p) => p.body.some((piece) => piece.text === seals))
  assert.equal(sealed.length, 1)
  for (const mediator of twelve.mediators ?? [])
    assert.ok(sealed[0]?.text.includes(mediator.name ?? ''), 'with the seal')
})

test('forty parties: signatures run over pages, and each of them says what is signed', async () => {
  const parties = Array.from({ length: 40 }, (_, i) => person({ name: `示例第${i + 1}户` }))
  const pages = await readPdf((await paperOf({}, { parties, copies: 41 })).pdf)
  const signed = pages.filter((p) => p.body.some((piece) => isSignature(piece.text)))
  assert.ok(signed.length >= 4)
  for (const page of signed) assert.match(page.text, /本协议共二条，当事人共四十方/)
  assert.equal(countOf(bodyText(pages), '当事人（签名盖章或按指印）：'), 40)
})

/** Height of free paper below the last text of each party's cell: to the next text of the column, or to the page's end. */
function freeBelow(page: PdfPage): readonly number[] {
  const labels = page.body.filter((p) => p.text.endsWith('人（签名盖章或按指印）：'))
  return labels.map((label) => {
    const column = page.body.filter((p) => Math.abs(p.x - label.x) < mm(30) && p.y > label.y).map((p) => p.y)
    const name = column.find((y) => y < label.y + 20) ?? label.y
    // Letters of the next text are 11 points high, those of this one reach 4 points below their line.
    return Math.min(textBottom, ...column.filter((y) => y > name).map((y) => y - 11)) - (name + 4)
  })
}

const distance = (piece: Piece, x: number, y: number) => {
  const dx = Math.max(piece.x - x, 0, x - piece.x - piece.width)
  return Math.hypot(dx, piece.y - y)
}

test('each party has 25 mm × 60 mm to sign in, and the seal a free ring of 45 mm over name and date', async () => {
  const committee = '示例省示例自治州示例市示例街道人民调解委员会'
  const papers = [paperOf({ committee }), paperOf({ committee, mode: 'blank' }), paperOf({ committee }, twelve)]
  for (const paper of papers) {
    const pages = await readPdf((await paper).pdf)
    for (const page of pages) {
      for (const free of freeBelow(page)) assert.ok(free >= mm(25), `${free / mm(1)} mm to sign in`)
      const columns = new Set(page.body.filter((p) => p.text.endsWith('人（签名盖章或按指印）：')).map((p) => p.x))
      const [left, right] = [...columns].sort((a, b) => a - b)
      if (left !== undefined && right !== undefined) assert.ok(right - left >= mm(60))
      const seal = page.body.find((p) => p.text === seals)
      if (!seal) continue
      const [x, y] = [seal.x + seal.width / 2, seal.y]
      const signers = page.body.filter((p) => p.text.endsWith('人（签名盖章或按指印）：')).map((p) => p.y)
      if (signers.length > 0)
        assert.ok(y - mm(22.5) - Math.max(...signers) > mm(25), 'the ring keeps out of the signatures')
      const others = page.body.filter(
        (p) => distance(p, x, y) < mm(22.5) && p.text !== seals && !/^[年月日]$/.test(p.text),
      )
      assert.ok(
        others.every((p) => committee.includes(p.text)),
        `in the ring: ${others.map((p) => p.text)}`,
      )
    }
  }
})

test('many who sign beside the parties still sign with the seal', async () => {
  const mediators = Array.from({ length: 14 }, (_, i) => part(parts.mediator, { name: `示例调解员${i + 1}` }))
  const long = part(parts.mediator, { name: '长'.repeat(60) })
  const data = {
    ...sampleDispute,
    mediators: [...mediators, long],
    attendants: [
      part(parts.attendant, { kind: 'interpreter', name: '译'.repeat(60) }),
      part(parts.attendant, { kind: 'witness', name: '见'.repeat(60) }),
    ],
  }
  const pages = await readPdf((await paperOf({ data })).pdf)
  const text = bodyText(pages)
  assert.equal(
    firstOutOfOrder(text, [
      ...mediators.map((m) => m.name ?? ''),
      '长'.repeat(60),
      '译'.repeat(60),
      '见'.repeat(60),
      seals,
    ]),
    null,
  )
})

test('values as long as the register takes them are all printed', async () => {
  const max = (char: string, length: number) => char.repeat(length)
  const parties = ['甲', '乙'].map((c) =>
    person({
      name: max(c, 60),
      occupation: max('业', 60),
      phone: max('1', 60),
      address: max('址', 120),
      tibetanName: 'བོད་'.repeat(15),
    }),
  )
  const performances = [1, 2].map(() =>
    part(parts.performance, {
      debtor: max('债', 60),
      manner: max('式', 200),
      place: max('地', 120),
      amount: Number.MAX_SAFE_INTEGER,
      dueOn: '2026-12-31',
    }),
  )
  const pages = await readPdf(
    (await paperOf({ number: max('号', 60), committee: max('会', 60) }, { parties, performances })).pdf,
  )
  const text = bodyText(pages)
  for (const [char, length] of [
    ['甲', 120],
    ['乙', 120],
    ['业', 120],
    ['址', 242],
    ['债', 120],
    ['式', 402],
    ['地', 242],
    ['会', 60],
  ] as const) {
    assert.ok(countOf(text, char) >= length, char)
  }
})
