import assert from 'node:assert/strict'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { renderPaper } from '../../electron/core/papers/render.ts'
import { missingGlyphs } from '../../electron/core/papers/runs.ts'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import * as parts from '../../shared/ledgers/disputeParts.ts'
import {
  bodyText,
  clauses,
  firstOutOfOrder,
  paperOf,
  part,
  person,
  projectRoot,
  readPdf,
  sampleDispute,
} from './papersKit.ts'

before(() => copyFonts(projectRoot))

const inOrder = (text: string, words: readonly string[]) => assert.equal(firstOutOfOrder(text, words), null, text)

test('a filled agreement has everything in the order of the form', async () => {
  const pages = await readPdf((await paperOf({})).pdf)
  inOrder(bodyText(pages), [
    '人民调解协议书',
    '编号：示例人调协字〔2026〕第7号',
    '当事人（申请人）',
    '姓名示例卓玛',
    '性别女',
    '民族藏族',
    '年龄34岁',
    '职业或职务牧民',
    '联系方式0941-0123456',
    '单位或住址示例乡示例一村',
    '当事人（被申请人）',
    '姓名示例多吉',
    '性别男',
    '民族汉族',
    '年龄57岁',
    '职业或职务',
    '联系方式',
    '单位或住址示例乡示例二村',
    '纠纷主要事实、争议事项：',
    '申请人的牦牛进入',
    '双方争议的事项',
    '各方责任：',
    '申请人承担主要责任。',
    '经调解，自愿达成如下协议：',
    '一、申请人赔偿',
    '二、申请人修复',
    '履行方式、时限：',
    '（一）',
    '现金一次性支付',
    '示例乡人民调解委员会',
    '¥12,050.00（大写：人民币壹万贰仟零伍拾元整）',
    '2026年7月5日',
    '（二）',
    '¥0.50（大写：人民币伍角整）',
    '以上金额合计：¥12,050.50（大写：人民币壹万贰仟零伍拾元伍角整）',
    '本协议一式叁份，当事人、人民调解委员会各持一份。',
    '（以下无正文）',
    '当事人（签名盖章或按指印）：',
    '示例卓玛',
    '当事人（签名盖章或按指印）：',
    '示例多吉',
    '人民调解员',
    '示例调解员甲',
    '（签名）：',
    '人民调解员',
    '示例调解员乙',
    '记录人',
    '示例记录员',
    '（签名）：',
    '示例乡人民调解委员会',
    '（印章）',
    '年月日',
  ])
  for (const [i, page] of pages.entries()) assert.ok(page.text.includes(`第${i + 1}页共${pages.length}页`))
  for (const page of pages.slice(1)) assert.match(page.text, /人民调解协议书.*编号：示例人调协字〔2026〕第7号/)
})

test('四至 and 界桩 stand after the clauses, concrete enough to be found again; an agreement about money has no such part', async () => {
  const boundaryMarks = [
    part(parts.boundaryMark, {
      ...{ name: '1号桩', place: '示例沟口', longitude: 102.912345, latitude: 35.0012 },
      witness: '示例见证人',
    }),
    part(parts.boundaryMark, { name: '2号桩' }),
  ]
  const pages = await readPdf((await paperOf({}, { bounds: '东至示例河\n西至公路', boundaryMarks })).pdf)
  inOrder(bodyText(pages), [
    ...['申请人修复边界围栏。', '四至、界桩：', '东至示例河', '西至公路'],
    ...['界桩（一）1号桩：示例沟口；东经102.912345°，北纬35.0012°；见证人：示例见证人。', '界桩（二）2号桩。'],
    ...['履行方式、时限：', '当事人（签名盖章或按指印）'],
  ])
  assert.ok(!bodyText(await readPdf((await paperOf({})).pdf)).includes('四至'))
})

test('the four facts of a person stand on one line, in statutory order', async () => {
  const [page] = await readPdf((await paperOf({})).pdf)
  const x = (label: string) => page?.body.find((p) => p.text.startsWith(label))
  const line = ['姓名', '性别', '民族', '年龄'].map(x)
  for (const [i, piece] of line.entries()) {
    assert.equal(piece?.y, line[0]?.y)
    if (i > 0) assert.ok((piece?.x ?? 0) > (line[i - 1]?.x ?? 0))
  }
})

test('age: the one fixed at acceptance, else counted on the day of the paper', async () => {
  const ages = async (on: string) => bodyText(await readPdf((await paperOf({ on })).pdf)).match(/年龄\d+岁/g)
  assert.deepEqual(await ages('2026-12-03'), ['年龄34岁', '年龄57岁'])
  assert.deepEqual(await ages('2026-12-04'), ['年龄34岁', '年龄58岁'])
})

test('a unit has name, address and head; a minor has an agent who signs', async () => {
  const unit = part(parts.party, {
    side: 'respondent',
    kind: 'company',
    name: '示例合作社',
    address: '示例乡',
    legalRepresentative: '示例理事长',
    legalRepresentativePost: '理事长',
  })
  const minor = person({ side: 'applicant', name: '示例学生', age: 12 })
  const agent = part(parts.agent, {
    kind: 'legal',
    name: '示例母亲',
    forParty: '示例学生',
    relation: '母亲',
    phone: '0941-0000000',
    address: '示例三村',
  })
  const text = bodyText(await readPdf((await paperOf({}, { parties: [minor, unit], agents: [agent] })).pdf))
  inOrder(text, [
    '姓名示例学生',
    '年龄12岁',
    '法定代理人示例母亲',
    '与当事人关系母亲',
    '联系电话0941-0000000',
    '单位或住址示例三村',
    '名称示例合作社',
    '地址示例乡',
    '法定代表人姓名和职务示例理事长',
    '理事长',
    '当事人（签名盖章或按指印）：',
    '示例学生',
    '法定代理人（签名盖章或按指印）：',
    '示例母亲（代示例学生）',
    '示例合作社（单位盖章，代表人签名）',
  ])
  assert.equal(text.split('性别').length, 2, 'a unit has no sex')
})

test('a draft says 草稿 on every page and shows no number', async () => {
  const pages = await readPdf((await paperOf({ mode: 'draft' })).pdf)
  for (const page of pages) {
    assert.ok(page.text.includes('草稿') && page.across.includes('草稿'))
    assert.doesNotMatch(page.text, /编号|〔2026〕/)
  }
  assert.ok(!(await readPdf((await paperOf({})).pdf)).some((p) => (p.text + p.across).includes('草稿')))
})

test('a blank form has every label, nobody’s data, and fits on one sheet', async () => {
  const { pdf, pages } = await paperOf({ mode: 'blank' })
  const text = bodyText(await readPdf(pdf))
  assert.equal(pages, 2)
  const person = ['当事人', '姓名', '性别', '民族', '年龄', '职业或职务', '联系方式', '单位或住址']
  inOrder(text, [
    '人民调解协议书',
    '编号：',
    ...person,
    ...person,
    '纠纷主要事实、争议事项：',
    '经调解，自愿达成如下协议：',
    '履行方式、时限：',
    '本协议一式',
    '当事人（签名盖章或按指印）：',
    '当事人（签名盖章或按指印）：',
    '人民调解员（签名）：',
    '记录人（签名）：',
    '示例乡人民调解委员会',
    '（印章）',
    '年月日',
  ])
  assert.doesNotMatch(text, /卓玛|多吉|牧民|0941|牦牛|围栏|调解员[甲乙]|藏族|第7号/)
})

test('what nobody knows yet stays an empty rule, what was refused says so', async () => {
  const party = person({
    name: '示例多吉',
    sex: '0',
    ethnicity: null,
    age: null,
    phone: null,
    absent: { phone: 'refused' },
  })
  const text = bodyText(await readPdf((await paperOf({}, { parties: [party, party] })).pdf))
  inOrder(text, ['姓名示例多吉性别民族年龄职业或职务牧民联系方式未提供单位或住址'])
})

test('copies: short, enough, and one more for the court', async () => {
  const sentence = async (copies: number | null, confirmationWanted: boolean) =>
    /本协议一式.*?。/.exec(bodyText(await readPdf((await paperOf({}, { copies, confirmationWanted })).pdf)))?.[0]
  assert.equal(await sentence(3, true), '本协议一式叁份，当事人、人民调解委员会各持一份。')
  assert.equal(await sentence(4, true), '本协议一式肆份，当事人、人民调解委员会各持一份，另有壹份用于申请司法确认。')
  assert.equal(await sentence(5, true), '本协议一式伍份，当事人、人民调解委员会各持一份，另有贰份备用。')
  assert.match((await sentence(null, false)) ?? '', /^本协议一式_+份|^本协议一式＿+份/)
})

test('interpreter, scribe and witness sign, and the reading aloud is stated', async () => {
  const attendants = [
    part(parts.attendant, { kind: 'interpreter', name: '示例译员', language: '藏语' }),
    part(parts.attendant, { kind: 'scribe', name: '示例代书' }),
    part(parts.attendant, { kind: 'witness', name: '示例见证' }),
  ]
  const said = { attendants }
  const text = bodyText(await readPdf((await paperOf({}, said)).pdf))
  inOrder(text, [
    '本协议已用藏语宣读，当事人确认无误。',
    '记录人',
    '翻译人（藏语）',
    '示例译员',
    '代书人',
    '示例代书',
    '见证人',
    '示例见证',
  ])
  assert.ok(!bodyText(await readPdf((await paperOf({})).pdf)).includes('宣读'))
})

test('a sample says so on every page, twice, and a real paper never', async () => {
  const facts = Array.from({ length: 80 }, (_, i) => `第${i}行`).join('\n')
  for (const mode of ['final', 'draft', 'blank'] as const) {
    for (const page of await readPdf((await paperOf({ mode, sample: true }, { facts })).pdf)) {
      assert.ok(page.text.includes('演示样张不得入卷'))
      assert.ok(page.across.includes('演示样张不得入卷'))
    }
  }
  for (const page of await readPdf((await paperOf({})).pdf)) assert.doesNotMatch(page.text + page.across, /样张/)
})

test('the product is named nowhere on the paper or in its properties', async () => {
  const { pdf } = await paperOf({})
  const text = (await readPdf(pdf)).map((p) => p.text + p.across).join('')
  assert.doesNotMatch(text + Buffer.from(pdf).toString('latin1'), /解纷簿|jiefenbu/i)
})

test('a character no font has is named, and leaves a place to write it by hand', async () => {
  assert.deepEqual(missingGlyphs(['示例䶮', '示例𬭎', 'བཀྲ་ཤིས', '１２㎡①']), [])
  assert.deepEqual(missingGlyphs(['示例𠮷', '𠮷又𠮷😀']), ['𠮷', '😀'])
  const parties = [person({ name: '示例𠮷' }), person({ name: '示例䶮' })]
  const paper = await paperOf({}, { parties })
  assert.deepEqual(paper.missingGlyphs, ['𠮷'])
  inOrder(bodyText(await readPdf(paper.pdf)), ['示例＿', '示例䶮', '示例＿', '示例䶮'])
})

test('Tibetan is drawn with the Tibetan font, on the lines of the Chinese text', async () => {
  const fontsIn = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1').includes('+NotoSerifTibetan')
  const withName = await paperOf(
    {},
    { parties: [person({ name: '示例卓玛', tibetanName: 'སྒྲོལ་མ' }), person({ name: '示例' })] },
  )
  assert.ok(fontsIn(withName.pdf))
  assert.ok(!fontsIn((await paperOf({})).pdf))
  assert.deepEqual(withName.missingGlyphs, [])
  const pieces = (await readPdf(withName.pdf))[0]?.body ?? []
  assert.equal(
    pieces.find((p) => /[\u0F00-\u0FFF]/.test(p.text))?.y,
    pieces.find((p) => p.text.includes('示例卓玛'))?.y,
  )
})

test('marks that turn or hide text do not reach the paper', async () => {
  const facts = '甲\u202e乙\u0000丙\u200b丁\u2066戊\ufe0f己'
  const paper = await paperOf({}, { facts })
  assert.deepEqual(paper.missingGlyphs, [])
  inOrder(bodyText(await readPdf(paper.pdf)), ['甲乙丙丁戊己'])
})

test('text that looks like markup or a template is printed as it was typed', async () => {
  const facts = '<b>粗</b> $(facts) {{name}} %s \\n &amp; =1+1'
  inOrder(bodyText(await readPdf((await paperOf({}, { facts, clauses: clauses('__proto__') })).pdf)), [
    facts,
    '一、__proto__',
  ])
})

test('the same paper gives the same bytes, another day other bytes', async () => {
  const [once, again, later] = [await paperOf({}), await paperOf({}), await paperOf({ on: '2026-06-21' })]
  assert.ok(Buffer.from(once.pdf).equals(again.pdf))
  assert.ok(!Buffer.from(once.pdf).equals(later.pdf))
})

test('papers rendered side by side do not disturb each other', async () => {
  const alone = await paperOf({})
  const other = { clauses: clauses('另一份协议的条款，用到别的字：瓣辫辨辩。') }
  const [, beside] = await Promise.all([paperOf({}, other), paperOf({}), paperOf({ mode: 'blank' })])
  assert.ok(Buffer.from(alone.pdf).equals(beside?.pdf ?? new Uint8Array()))
})

test('a paper reads no file and no address', async () => {
  // A picture that is really there: only the refusal keeps it out.
  const picture = join(projectRoot, 'node_modules/@expo-google-fonts/noto-serif-sc/font-family.png')
  await access(picture)
  const info = { title: '示例', creationDate: new Date(0) }
  for (const image of [picture, `file://${picture}`, 'http://127.0.0.1:9/x.png']) {
    const definition = { info, content: [{ image }], defaultStyle: { font: 'serif' } }
    await assert.rejects(renderPaper(definition), /denied by resource access policy/)
  }
})

test('a paper without clauses or undertakings leaves lines to write on and still ends in signatures', async () => {
  const bare = {
    ...sampleDispute,
    facts: null,
    responsibilities: null,
    clauses: [],
    performances: [],
    mediators: [],
    recorder: null,
  }
  const text = bodyText(await readPdf((await paperOf({ mode: 'draft', data: bare })).pdf))
  inOrder(text, [
    '纠纷主要事实、争议事项：',
    '经调解，自愿达成如下协议：',
    '履行方式、时限：',
    '本协议一式',
    '人民调解员（签名）：',
    '记录人（签名）：',
    '（印章）',
  ])
  assert.ok(!text.includes('各方责任'))
})
