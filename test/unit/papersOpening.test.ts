import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as parts from '../../shared/ledgers/disputeParts.ts'
import { agentPowers, readPowers, withPower } from '../../shared/rules/agentPowers.ts'
import type { CasePaper } from '../../shared/rules/casePapers.ts'
import { paperSource } from '../../shared/rules/law/source.ts'
import { defaultSettings, type Settings } from '../../shared/settings.ts'
import {
  bodyText,
  casePaperOf,
  firstOutOfOrder,
  type PdfPage,
  part,
  person,
  projectRoot,
  readPdf,
  sampleDispute,
} from './papersKit.ts'

before(() => copyFonts(projectRoot))

const opening = ['application', 'acceptanceForm', 'rightsNotice', 'powerOfAttorney'] as const satisfies CasePaper[]

const agent = part(parts.agent, {
  ...{ kind: 'entrusted', name: '示例代理人', forParty: '示例多吉', relation: '侄子', phone: '0941-0123457' },
  ...{ idNumber: '990001199001010015', address: '示例乡示例二村' },
  powers: '签署调解协议；选择人民调解员；代为领取款项',
})
const given: Partial<DisputeData> = {
  ...{ typeJustice: 'landAndForest', localSubtype: '越界放牧', applicationForm: 'written', source: 'application' },
  ...{ applicationDate: '2026-05-18', acceptanceDate: '2026-05-20', noticeDate: '2026-05-21' },
  summary: '申请人的牦牛进入被申请人承包的草场。\n双方对饲草损失的数额意见不一。',
  claims: ['请求修复围栏。', '请求确定放牧界线。\n以2018年立桩为准。', '请求赔偿损失。'].map((text) =>
    part(parts.claim, { text }),
  ),
  agents: [agent],
}
type Change = Parameters<typeof casePaperOf>[1]
const pagesOf = async (paper: CasePaper, change: Change = {}, data: Partial<DisputeData> = {}) =>
  readPdf((await casePaperOf(paper, change, { ...given, ...data })).pdf)
const textOf = async (...asked: Parameters<typeof pagesOf>) => bodyText(await pagesOf(...asked))
const inOrder = (text: string, words: readonly string[]) => assert.equal(firstOutOfOrder(text, words), null, text)
const countOf = (text: string, word: string) => text.split(word).length - 1
const placeWith = (change: Partial<Settings>): Change => ({ settings: { ...defaultSettings, ...change } })

test('申请书: blocks by side in the order of the form, claims by number, the fixed sentence; who applies signs, no seal', async () => {
  const text = await textOf('application')
  inOrder(text, [
    '人民调解申请书',
    ...['申请人', '姓名示例卓玛', '性别女', '民族藏族', '年龄34岁', '职业或职务牧民', '联系方式', '单位或住址'],
    ...['被申请人', '姓名示例多吉', '年龄57岁', '委托代理人示例代理人', '与当事人关系侄子'],
    '纠纷简要情况：申请人的牦牛进入被申请人承包的草场。双方对饲草损失的数额意见不一。',
    '当事人申请事项：1、请求修复围栏。2、请求确定放牧界线。以2018年立桩为准。',
    '3、请求赔偿损失。',
    '人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解委员会进行调解。',
    ...['申请人（签名盖章或按指印）：', '示例卓玛', '2026年5月18日'],
  ])
  assert.ok(!text.includes('印章') && !text.includes('人民调解员'), 'the committee signs nothing here')
  assert.ok(!text.includes('示例多吉（') && countOf(text, '（签名盖章或按指印）') === 1, 'the other side signs nothing')
})

test('申请书 of several: numbered within their side, units by name, address and head; all who apply sign', async () => {
  const unit = person({ side: 'respondent', kind: 'company', name: '示例合作社', legalRepresentative: '示例负责人' })
  const parties = [
    ...['甲', '乙', '丙'].map((n) => person({ side: 'applicant', name: `示例${n}` })),
    ...[unit, person({ side: 'thirdParty', name: '示例第三户' }), person({ side: null, name: '示例无方别' })],
  ]
  const text = await textOf('application', {}, { parties, agents: [] })
  inOrder(text, ['申请人一', '示例甲', '申请人二', '示例乙', '申请人三', '示例丙', '被申请人名称示例合作社', '地址'])
  inOrder(text, ['法定代表人姓名和职务示例负责人', '第三人姓名示例第三户', '当事人姓名示例无方别', '告知我们，现自愿'])
  assert.equal(countOf(text, '申请人（签名盖章或按指印）：'), 3)
})

test('登记表: the sentence, type, ① or ②, what happened, the parties, the registrar, the seal with the day, the note', async () => {
  const text = await textOf('acceptanceForm', {}, { agents: [] })
  inOrder(text, [
    '人民调解受理登记表',
    '2026年5月20日，人民调解委员会依当事人申请，经当事人同意，调解示例卓玛、示例多吉之间的纠纷。',
    '纠纷类型山林土地纠纷（越界放牧）',
    '案件来源：√①当事人申请□②人民调解委员会主动调解',
    '纠纷简要情况：申请人的牦牛进入',
    ...['当事人（签名）：', '示例卓玛', '当事人（签名）：', '示例多吉', '登记人（签名）：'],
    ...['示例乡人民调解委员会', '（印章）', '2026年5月20日', '备注：此表由人民调解委员会填写。'],
  ])
  assert.ok(!text.includes('具体来源'), 'the two sources of the form say it all')
  assert.equal((await pagesOf('acceptanceForm', {}, { agents: [] })).length, 1)
})

test('登记表: the opening sentence in each wording of the place, and of a committee that began itself', async () => {
  const own = { source: 'committee', applicationForm: null, applicationDate: null } as const
  const sentence = async (acceptanceOpening: Settings['acceptanceOpening'], data: Partial<DisputeData> = {}) =>
    /2026年5月20日，(.*?)调解示例卓玛/.exec(await textOf('acceptanceForm', placeWith({ acceptanceOpening }), data))?.[1]
  assert.equal(await sentence('bySource'), '人民调解委员会依当事人申请，经当事人同意，')
  assert.equal(await sentence('bySource', own), '人民调解委员会主动调解，经当事人同意，')
  const both = '人民调解委员会依当事人申请（人民调解委员会主动调解），经当事人同意，'
  assert.equal(await sentence('both'), both)
  assert.equal(await sentence('both', own), both)
  assert.equal(await sentence('plain', own), '人民调解委员会经当事人同意，')
  assert.ok((await textOf('acceptanceForm', {}, own)).includes('□①当事人申请√②人民调解委员会主动调解'))
})

test('登记表: who was sent by court, police or 信访 applies all the same; the sender stands beside', async () => {
  for (const [source, word] of [
    ['court', '法院委托移送'],
    ['police', '公安机关委托移送'],
    ['petitionOffice', '信访部门委托移送'],
  ] as const) {
    const text = await textOf(
      'acceptanceForm',
      {},
      { source, transferUnit: '示例单位', transferLetterNo: '示移〔2026〕8号' },
    )
    inOrder(text, ['√①当事人申请□②', `具体来源${word}`, '移送单位示例单位', '函号示移〔2026〕8号', '纠纷简要情况'])
  }
  const open = await textOf('acceptanceForm', {}, { source: null, applicationDate: null, applicationForm: null })
  inOrder(open, ['□①当事人申请□②', '委托移送：□法院□检察院□公安机关□信访部门□其他部门', '移送单位', '函号'])
  const none = { applicationDate: null, applicationForm: null }
  assert.equal(paperSource({ ...none, source: 'superior' }), 'committee')
  assert.equal(paperSource({ ...none, source: 'government' }), 'committee')
  assert.equal(paperSource({ ...none, source: 'government', applicationDate: '2026-05-18' }), 'application')
  assert.equal(paperSource({ ...none, source: null }), null)
})

test('告知书: nature, principles, rights, duties, effect, no fee, three lines on personal data; all parties sign; one sheet', async () => {
  const pages = await pagesOf('rightsNotice', placeWith({ noticeContact: '示例乡政府院内，0941-0123456' }), {
    agents: [],
  })
  const text = bodyText(pages)
  inOrder(text, [
    '当事人权利义务告知书',
    '就示例卓玛与示例多吉的山林土地纠纷的调解，现将有关事项告知如下：',
    '一、性质（人民调解法第七条）人民调解委员会是依法设立的调解民间纠纷的群众性组织。',
    ...['二、原则（第三条）', '自愿、平等', '不因调解而阻止当事人依法通过仲裁、行政、司法等途径维护自己的权利'],
    ...['三、当事人的权利（第二十三条）', '（一）选择或者接受人民调解员', '（四）自主表达意愿'],
    ...['四、当事人的义务（第二十四条）', '（一）如实陈述纠纷事实', '（三）尊重对方当事人行使权利'],
    ...['五、调解协议的效力（第三十一条至第三十三条）', '具有法律约束力', '三十日内共同向人民法院申请司法确认'],
    ...['六、费用（第四条）', '不收取任何费用'],
    ...['七、个人信息', '1.处理者：示例乡人民调解委员会；联系方式：示例乡政府院内，0941-0123456。'],
    ...['2.处理当事人的姓名', '用于登记、调解', '3.信息随卷宗保存', '查阅、复制、更正或者补充'],
    ...['当事人已阅读或者听取以上内容', '当事人（签名盖章或按指印）：', '示例卓玛', '示例多吉', '2026年5月21日'],
  ])
  assert.ok(pages.length <= 2)
  assert.ok(!text.includes('（印章）'))
})

test('告知书: the office’s own words stand after the law’s, its Tibetan below each section; longer texts take more pages', async () => {
  const supplied = { rights: 'དང་པོ། རྩོད་གླེང་པའི་ཐོབ་ཐང་།', noFee: 'རིན་མེད།' }
  const text = await textOf(
    'rightsNotice',
    placeWith({
      noticeExtra: '请关闭手机铃声。\n请勿录像。',
      tibetanNotice: supplied,
      tibetanTitles: { rightsNotice: 'བརྡ་ཐོ།' },
    }),
  )
  inOrder(text, [
    '当事人权利义务告知书',
    'བརྡ་ཐོ།',
    '三、当事人的权利',
    supplied.rights,
    '四、',
    '不收取任何费用',
    supplied.noFee,
  ])
  inOrder(text, ['七、个人信息', '请关闭手机铃声。', '请勿录像。', '当事人已阅读或者听取以上内容'])
  const plain = await textOf('rightsNotice')
  assert.ok(!/[\u0F00-\u0FFF]/.test(plain), 'nothing is translated by the program')
  const most = placeWith({ noticeExtra: '字'.repeat(600), tibetanNotice: { effect: 'བོད་ཡིག་'.repeat(120) } })
  const pages = await pagesOf('rightsNotice', most)
  assert.equal(countOf(bodyText(pages), '字'), 601 - 1)
  assertSigned(pages, 'rightsNotice')
})

test('委托书: who, whom, what powers, how long; ticks are those the field names, other words stand under 其他; both sign', async () => {
  const text = await textOf('powerOfAttorney')
  inOrder(text, [
    ...['授权委托书', '委托人', '姓名示例多吉', '受托人', '姓名示例代理人', '与委托人关系侄子', '990001199001010015'],
    '委托人就示例卓玛与示例多吉的山林土地纠纷的人民调解，委托示例代理人为代理人',
    '√其他：代为领取款项',
    '委托期限：自本委托书签署之日起至本纠纷的调解终结之日止。',
    ...['委托人（签名盖章或按指印）：', '示例多吉', '受托人（签名盖章或按指印）：', '示例代理人', '年月日'],
  ])
  const ticked = ['选择人民调解员', '签署调解协议']
  for (const power of agentPowers) assert.ok(text.includes(`${ticked.includes(power) ? '√' : '□'}${power}`), power)
  assert.ok(!text.includes('示例卓玛（') && countOf(text, '姓名示例卓玛') === 0, 'the other side has no part in it')
})

test('委托书: one for each 委托代理人, with its own principal; a unit seals, a child’s guardian signs', async () => {
  const unit = person({ side: 'respondent', kind: 'company', name: '示例合作社' })
  const child = person({ side: 'applicant', name: '示例小卓玛', age: 9, capacity: 'limited' })
  const agents = [
    part(parts.agent, { kind: 'legal', name: '示例母亲', forParty: '示例小卓玛', relation: '母亲' }),
    part(parts.agent, { kind: 'entrusted', name: '示例律师', forParty: '示例小卓玛' }),
    part(parts.agent, { kind: 'entrusted', name: '示例经理', forParty: '示例合作社' }),
  ]
  const one = await textOf('powerOfAttorney', { part: 0 }, { parties: [child, unit], agents })
  inOrder(one, ['委托人姓名示例小卓玛', '法定代理人示例母亲', '受托人姓名示例律师', '委托人（签名盖章或按指印）：'])
  inOrder(one, ['法定代理人（签名盖章或按指印）：示例母亲（代示例小卓玛）', '受托人（签名盖章或按指印）：示例律师'])
  const other = await textOf('powerOfAttorney', { part: 1 }, { parties: [child, unit], agents })
  inOrder(other, ['委托人名称示例合作社', '受托人姓名示例经理', '示例合作社（单位盖章，代表人签名）'])
  assert.ok(!other.includes('示例律师') && !other.includes('示例母亲'))
})

test('the words of the powers field: a box each, in the order of the paper; a press gives or takes back one and keeps the rest', () => {
  const [first, , choose] = agentPowers
  assert.deepEqual([...readPowers('代收款项; 选择人民调解员\n').given], [choose])
  assert.equal(readPowers('代收款项；选择人民调解员；取回证件').other, '代收款项；取回证件')
  assert.equal(withPower(null, choose, true), choose)
  assert.equal(withPower(`代收款项；${choose}`, first, true), `${first}；${choose}；代收款项`)
  assert.equal(withPower(choose, choose, false), null)
  assert.equal(readPowers('全权代理').given.size, 0, 'no box is ticked by a word that names no power')
  assert.ok(agentPowers.join('；').length <= 120, 'all of them leave room for other words in 200 characters')
})

const helped: Partial<DisputeData> = {
  attendants: [
    part(parts.attendant, { kind: 'scribe', name: '示例代书', forParty: '示例卓玛' }),
    part(parts.attendant, { kind: 'witness', name: '示例见证', forParty: '示例卓玛' }),
    part(parts.attendant, { kind: 'interpreter', name: '示例翻译', language: '藏语', forParty: '示例多吉' }),
  ],
}

test('who cannot read or write: scribe and witness of that party sign, and the reading aloud is told', async () => {
  const names = ['代书人　示例代书（签名）', '见证人　示例见证（签名）', '翻译人（藏语）　示例翻译（签名）']
  const shown = async (paper: CasePaper) => {
    const text = await textOf(paper, placeWith({ tibetanReadAloud: 'བཀླགས་ཟིན།' }), helped)
    assert.match(text, /已用藏语宣读，当事人确认无误。བཀླགས་ཟིན།/, paper)
    return names.filter((name) => text.includes(name.replace('　', '')))
  }
  assert.deepEqual(await shown('application'), names.slice(0, 2), 'those who helped the side that applies')
  assert.deepEqual(await shown('acceptanceForm'), names)
  assert.deepEqual(await shown('rightsNotice'), names)
  assert.deepEqual(await shown('powerOfAttorney'), names.slice(2), 'those who helped the principal')
})

test('a minor’s guardian stands under the minor and signs on every paper of the parties', async () => {
  const parties = sampleDispute.parties.map((p, i) => (i === 0 ? { ...p, age: 9, capacity: 'limited' as const } : p))
  const agents = [part(parts.agent, { kind: 'legal', name: '示例母亲', forParty: '示例卓玛', relation: '母亲' })]
  for (const [paper, words] of [
    ['application', '（签名盖章或按指印）：'],
    ['acceptanceForm', '（签名）：'],
    ['rightsNotice', '（签名盖章或按指印）：'],
  ] as const)
    inOrder(await textOf(paper, {}, { parties, agents }), [`法定代理人${words}`, '示例母亲（代示例卓玛）'])
  inOrder(await textOf('application', {}, { parties, agents }), [
    '示例卓玛',
    '9岁',
    '法定代理人示例母亲',
    '与当事人关系母亲',
  ])
})

/** What is signed stands above the signatures of every page that has some. */
function assertSigned(pages: readonly PdfPage[], what: string): void {
  for (const page of pages) {
    const lines = [...new Set(page.body.map((p) => p.y))].sort((a, b) => a - b)
    const signs = page.body.filter((p) => p.text.includes('（签名')).map((p) => p.y)
    if (signs.length > 0) assert.ok(lines.filter((y) => y < Math.min(...signs)).length >= 1, `${what} signed alone`)
  }
}

const twelve: Partial<DisputeData> = {
  parties: Array.from({ length: 12 }, (_, i) =>
    person({ side: i < 6 ? 'applicant' : i < 11 ? 'respondent' : 'thirdParty', name: `示例第${i + 1}户` }),
  ),
  agents: [{ ...agent, forParty: '示例第8户' }],
}

test('twelve parties: each has its block where the paper has blocks, and signs where it signs', async () => {
  const signs = { application: 6, acceptanceForm: 13, rightsNotice: 13, powerOfAttorney: 2 }
  for (const paper of opening) {
    const pages = await pagesOf(paper, {}, twelve)
    const text = bodyText(pages)
    const words = paper === 'acceptanceForm' ? '（签名）：' : '（签名盖章或按指印）：'
    const officials = paper === 'acceptanceForm' ? 1 : 0
    assert.equal(countOf(text, words), signs[paper] + officials, paper)
    if (paper === 'application')
      for (const p of twelve.parties ?? []) assert.ok(text.includes(`姓名${p.name}`), `${p.name}`)
    assertSigned(pages, paper)
  }
})

test('as long as the register takes them: 2,000 characters, twenty claims of 1,000, powers of 200 arrive whole', async () => {
  const summary = '双方就草场边界与围栏修复反复协商'.repeat(125)
  const claims = Array.from({ length: 20 }, (_, i) => part(parts.claim, { text: `第${i + 1}项${'请'.repeat(990)}` }))
  const agents = [{ ...agent, powers: '权'.repeat(200) }]
  for (const paper of opening) {
    const pages = await pagesOf(paper, {}, { summary, claims, agents })
    const text = bodyText(pages)
    if (paper === 'application' || paper === 'acceptanceForm') assert.ok(text.includes(summary), paper)
    if (paper === 'application')
      inOrder(
        text,
        claims.flatMap((c, i) => [`${i + 1}、`, c.text ?? '']),
      )
    if (paper === 'powerOfAttorney') assert.ok(text.includes(`√其他：${'权'.repeat(200)}`))
    assertSigned(pages, paper)
  }
  for (const lines of [1, 3, 7, 12, 16, 20, 25, 33, 60])
    for (const paper of ['application', 'acceptanceForm'] as const) {
      const text = Array.from({ length: lines }, (_, i) => `第${i + 1}行。`).join('\n')
      assertSigned(await pagesOf(paper, {}, { summary: text }), `${paper} of ${lines} lines`)
    }
})

test('blank: nobody’s data, every label, room to write; the application, the form and the power on one page each', async () => {
  for (const paper of opening) {
    const pages = await pagesOf(paper, { mode: 'blank' }, helped)
    const text = bodyText(pages)
    for (const secret of ['示例卓玛', '示例多吉', '示例代', '0941', '草场', '2026', '围栏', '山林', '√①', '√②'])
      assert.ok(!text.includes(secret), `${paper} shows ${secret}`)
    assert.ok(text.includes('年月日'), paper)
    assert.ok(pages.length <= (paper === 'rightsNotice' ? 2 : 1), `${paper}: ${pages.length} pages`)
  }
  const form = await textOf('acceptanceForm', { mode: 'blank' })
  inOrder(form, ['依当事人申请（人民调解委员会主动调解），经当事人同意', '□①当事人申请□②', '备注'])
  inOrder(await textOf('application', { mode: 'blank' }), ['申请人', '被申请人', '1、', '2、', '3、', '告知我（们）'])
  const power = await textOf('powerOfAttorney', { mode: 'blank' })
  for (const each of agentPowers) assert.ok(power.includes(`□${each}`), each)
})

test('wording of the place: signature words on every paper, page numbers, a heading on local papers or on all', async () => {
  for (const paper of opening) {
    const signed = await textOf(paper, placeWith({ partySignature: 'finger' }))
    assert.ok(signed.includes('（签名、捺印）：') && !signed.includes('按指印'), paper)
    const numbered = await pagesOf(paper, placeWith({ pageNumbers: 'countFirst' }))
    for (const [i, page] of numbered.entries())
      assert.ok(page.text.includes(`共${numbered.length}页第${i + 1}页`), paper)
    const heading = { paperHeading: '示例市示例乡' }
    const isLocal = paper === 'rightsNotice' || paper === 'powerOfAttorney'
    assert.equal((await textOf(paper, placeWith(heading))).startsWith('示例市示例乡'), isLocal, paper)
    assert.ok((await textOf(paper, placeWith({ ...heading, paperHeadingOn: 'all' }))).startsWith('示例市示例乡'), paper)
  }
})

test('a draft and a sample say so on every page; nothing names the program', async () => {
  for (const paper of opening) {
    const [draft, sample, final] = await Promise.all([
      pagesOf(paper, { mode: 'draft' }),
      pagesOf(paper, { sample: true }),
      pagesOf(paper),
    ])
    for (const page of draft) assert.ok(page.text.includes('草稿') && page.across.includes('草稿'), paper)
    for (const page of sample) assert.ok(page.text.includes('演示样张不得入卷'), paper)
    for (const page of final) assert.ok(!/草稿|样张|解纷簿|Jiefenbu/i.test(page.text), paper)
  }
})
