import type { Content, ContentText } from 'pdfmake/interfaces.js'
import { type NoticeSection, noticeSections } from '../../../shared/rules/paperWording.ts'
import {
  type CasePaperInput,
  closingTexts,
  disputeName,
  form,
  nothingBelow,
  type Passage,
  passage,
  readAloudTexts,
  strikeBetween,
  toFill,
} from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered, linesOf, piecesOf, type Words } from './sheet.ts'
import { attendantSignatories, emptySignatures, partySignatories, type Signatures, signing } from './signatures.ts'

const title = '当事人权利义务告知书'

interface Section {
  readonly heading: string
  readonly lines: (input: CasePaperInput) => readonly Words[]
}
const fixed =
  (...lines: readonly string[]): Section['lines'] =>
  () =>
    lines

/** 人民调解法 3, 4, 7, 23, 24, 31–33; 个人信息保护法 17, 35: each section begins with its article, so that it can be looked up. */
const sections: Readonly<Record<NoticeSection, Section>> = {
  nature: {
    heading: '一、性质（人民调解法第七条）',
    lines: fixed('人民调解委员会是依法设立的调解民间纠纷的群众性组织。'),
  },
  principles: {
    heading: '二、原则（第三条）',
    lines: fixed(
      '在当事人自愿、平等的基础上进行调解；不违背法律、法规和国家政策；尊重当事人的权利，不因调解而阻止当事人依法通过仲裁、行政、司法等途径维护自己的权利。',
    ),
  },
  rights: {
    heading: '三、当事人的权利（第二十三条）',
    lines: fixed(
      '（一）选择或者接受人民调解员；（二）接受调解、拒绝调解或者要求终止调解；（三）要求调解公开进行或者不公开进行；（四）自主表达意愿、自愿达成调解协议。',
    ),
  },
  duties: {
    heading: '四、当事人的义务（第二十四条）',
    lines: fixed('（一）如实陈述纠纷事实；（二）遵守调解现场秩序，尊重人民调解员；（三）尊重对方当事人行使权利。'),
  },
  effect: {
    heading: '五、调解协议的效力（第三十一条至第三十三条）',
    lines: fixed(
      '经调解达成的调解协议具有法律约束力，当事人应当按照约定履行，人民调解委员会督促履行。当事人就协议的履行或者内容发生争议的，一方可以向人民法院提起诉讼。',
      '双方认为有必要的，可以自协议生效之日起三十日内共同向人民法院申请司法确认。依法确认有效，一方拒绝履行或者未全部履行的，对方可以申请强制执行；确认无效的，可以通过人民调解变更原协议或者达成新的协议，也可以向人民法院提起诉讼。',
    ),
  },
  noFee: { heading: '六、费用（第四条）', lines: fixed('人民调解委员会调解民间纠纷，不收取任何费用。') },
  privacy: { heading: '七、个人信息（个人信息保护法第十七条、第三十五条）', lines: privacyLines },
}

/** Who handles what, what for, how long, and how to ask: three lines. */
function privacyLines({ committee, settings }: CasePaperInput): readonly Words[] {
  const contact = settings.noticeContact === '' ? toFill : entered(settings.noticeContact)
  return [
    ['1.处理者：', entered(committee), '；联系方式：', contact, '。'],
    '2.处理当事人的姓名、性别、民族、年龄、证件号码、联系方式、住址和与纠纷有关的情况，用于登记、调解、督促履行、回访、统计和立卷归档；依法保密，除法律规定外不向他人提供。',
    '3.信息随卷宗保存，至卷宗的保管期限（短期、长期或者永久）届满。当事人可以凭身份证件向上述人民调解委员会要求查阅、复制、更正或者补充本人的信息。',
  ]
}

/** A section with the office's Tibetan words below it. */
function sectionPassages(input: CasePaperInput, key: NoticeSection): readonly Passage[] {
  const { heading, lines } = sections[key]
  const [first = '', ...rest] = lines(input)
  const words = passage([heading, '　', ...piecesOf(first)])
  const text = [{ text: heading, bold: true }, '　', ...piecesOf(first)] as ContentText[]
  const head: Passage = { ...words, node: { ...words.node, text } }
  const tibetan = linesOf(input.settings.tibetanNotice[key] ?? null)
  return [head, ...rest.map(passage), ...tibetan.map(passage)]
}

const lead = (about: Words): Words => [
  '根据《中华人民共和国人民调解法》，就',
  ...piecesOf(about),
  '的调解，现将有关事项告知如下：',
]
const told = '当事人已阅读或者听取以上内容，清楚自己的权利和义务。'

function signatures(input: CasePaperInput): Signatures {
  return {
    parties: partySignatories(input),
    officials: attendantSignatories(input.data),
    committee: null,
    day: input.data.noticeDate,
  }
}

const extraPassages = ({ settings }: CasePaperInput): readonly Passage[] => linesOf(settings.noticeExtra).map(passage)

function notice(input: CasePaperInput, about: Words, last: readonly Words[], signed: Signatures): PaperDefinition {
  const passages = [
    passage(lead(about)),
    ...noticeSections.flatMap((key) => sectionPassages(input, key)),
    ...extraPassages(input),
  ]
  const text: readonly Content[] = passages.map((p) => p.node)
  const closing = closingTexts([told, ...last].map(passage))
  return form({
    ...input,
    title,
    number: '',
    content: [...text, ...signing({ ...closing, about: title }, signed)],
    ...strikeBetween(text.at(-1), closing.texts[0]),
  })
}

/** 当事人权利义务告知书 (domain 2.3 (5)): for two parties one sheet, front and back. */
export function rightsNotice(input: CasePaperInput): PaperDefinition {
  if (input.mode === 'blank') {
    const parties = Math.max(2, input.data.parties.length)
    const signed = { ...emptySignatures(parties, { ...input, committee: null }), officials: [], day: null }
    return notice(input, '＿＿＿＿＿＿＿＿与＿＿＿＿＿＿＿＿的纠纷', [], signed)
  }
  const last = [...readAloudTexts('本告知书', input), nothingBelow]
  return notice(input, entered(disputeName(input.data)), last, signatures(input))
}
