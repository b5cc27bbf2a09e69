import type { Content, ContentText } from 'pdfmake/interfaces.js'
import type { PaperMode } from '../../../shared/contract/papers.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { type CasePaper, type DossierPaper, statutoryPapers } from '../../../shared/rules/casePapers.ts'
import { capitalNumber } from '../../../shared/rules/numerals.ts'
import { pageNumberWords } from '../../../shared/rules/paperWording.ts'
import type { Settings } from '../../../shared/settings.ts'
import { codes } from '../../../shared/text/zh-CN/codes.ts'
import type { PaperDefinition } from './pdfmake.ts'
import {
  bodyLine,
  type Entered,
  entered,
  flush,
  heading,
  heightOf,
  linesOf,
  paragraph,
  pitch,
  plainOf,
  ruledLines,
  type SheetOptions,
  sheet,
  textHeight,
  textOf,
  type Words,
} from './sheet.ts'

/** What every paper of a case is made from. */
export interface CasePaperInput {
  readonly paper: CasePaper | DossierPaper
  readonly data: DisputeData
  /** 印章全称: the committee's name as on its seal. */
  readonly committee: string
  /** `draft` prints 草稿 and no number; `blank` is the form to be filled by hand and shows nobody's data. */
  readonly mode: PaperMode
  /** Which part of its list the paper is about; 0 for a paper of the whole case. */
  readonly part: number
  /** The paper's date, YYYY-MM-DD: ages not fixed at 受理 are counted on it. */
  readonly on: string
  readonly sample: boolean
  /** Wording that varies by place, headings, lists of the office. */
  readonly settings: Settings
}

export const sampleMark = '演示样张　不得入卷'
const draftWord = '草稿'
/** To be filled in by hand. */
export const toFill = '＿＿＿＿＿＿＿＿'

/** What stands large and pale over every page. */
export const markOf = ({ sample, mode }: Pick<CasePaperInput, 'sample' | 'mode'>): string | null =>
  sample ? sampleMark : mode === 'draft' ? draftWord : null

/** A text and a height it never exceeds. */
export interface Passage {
  readonly node: ContentText
  readonly height: number
}
export const passage = (words: Words): Passage => ({ node: paragraph(words) as ContentText, height: heightOf(words) })
export const boldLine = (text: string): Passage => ({ node: { text, bold: true, lineHeight: bodyLine }, height: pitch })
export const plainLine = (words: Words): Passage => ({
  node: { text: textOf(words), lineHeight: bodyLine },
  height: heightOf(words),
})

/** The lines a person typed, each a paragraph. */
export const typed = (text: string | null): readonly Passage[] => linesOf(text).map((line) => passage(entered(line)))

/** A box before its words: √ in its place where it was chosen. */
export const tick = (isOn: boolean, label: string): readonly (string | Entered)[] => [isOn ? entered('√') : '□', label]

/** A list to be ticked: √ stands in the place of the box of what was chosen. */
export const choices = (
  names: Readonly<Record<string, string>>,
  chosen: string | null,
): readonly (string | Entered)[] =>
  Object.entries(names).flatMap(([key, name], i) => [i === 0 ? '' : '　', ...tick(key === chosen, name)])

export const choiceLine = (label: string, names: Readonly<Record<string, string>>, chosen: string | null): Passage => {
  const words = [label, ...choices(names, chosen)]
  return { node: flush(words) as ContentText, height: heightOf(words) }
}

/** A headed part of a paper; a part nobody wrote yet leaves lines to write on. */
export function part(label: string, passages: readonly Passage[]): readonly Content[] {
  return [heading(label), ...(passages.length === 0 ? [ruledLines(3)] : passages.map((p) => p.node))]
}

/** What flows freely, and what stays on one page with the first signatures: nobody signs a page without substance. */
export interface Ending {
  readonly flowing: readonly Content[]
  readonly kept: readonly Passage[]
}
/** Of a headed part, the last passage stands with the signatures, unless it is long. */
export function lastKept(label: string, passages: readonly Passage[]): Ending {
  const last = passages.at(-1)
  if (last === undefined || last.height > textHeight / 3) return { flowing: part(label, passages), kept: [] }
  if (passages.length === 1) return { flowing: [], kept: [boldLine(label), last] }
  return { flowing: part(label, passages.slice(0, -1)), kept: [last] }
}

export const nothingBelow = '（以下无正文）'
/** Between a ruled line and the heading below it, where every line counts. */
export const smallGap: Content = { text: '', fontSize: 1, margin: [0, 5, 0, 0] }
export const gap: Content = { text: '', margin: [0, 8, 0, 0] }

/** The last texts of a paper as its signatures take them: the first of them is where a page may have been left open. */
export function closingTexts(passages: readonly Passage[]): {
  readonly texts: readonly Content[]
  readonly height: number
} {
  const texts = passages.map((p, i): Content => (i === 0 ? ({ ...p.node, id: 'closing' } as Content) : p.node))
  return { texts, height: passages.reduce((sum, p) => sum + p.height, 0) }
}

export function strikeBetween(before: Content | undefined, after: Content | undefined): Pick<SheetOptions, 'strike'> {
  return before === undefined || after === undefined ? {} : { strike: { before, after } }
}

interface FormOptions
  extends Pick<CasePaperInput, 'mode' | 'on' | 'sample' | 'settings'>,
    Pick<SheetOptions, 'content' | 'strike' | 'footLeft'> {
  readonly paper: CasePaper | DossierPaper
  readonly title: string
  /** Its number with the word for it, to the right of the title; a draft says 草稿 there. */
  readonly number: Words
  /** At the head of every further page, where the number does not tell which paper it is. */
  readonly headRight?: string
}

/** What the office prints above the title, and its own Tibetan title below. */
export function titleLines({
  paper,
  title,
  settings,
}: Pick<FormOptions, 'paper' | 'title' | 'settings'>): readonly Content[] {
  const { paperHeading, paperHeadingOn, tibetanTitles } = settings
  const isHeaded = paperHeading !== '' && (paperHeadingOn === 'all' || !statutoryPapers.has(paper))
  const tibetan = tibetanTitles[paper] ?? ''
  const beside: Content = { text: tibetan, fontSize: 16, alignment: 'center', margin: [0, 4, 0, 4] }
  return [
    ...(isHeaded ? [{ text: paperHeading, fontSize: 16, alignment: 'center' as const }] : []),
    { text: title, font: 'title', fontSize: 22, bold: true, alignment: 'center' },
    ...(tibetan === '' ? [] : [beside]),
  ]
}

/** Title, number, content: the sheet of the 2010 forms. */
export function form(options: FormOptions): PaperDefinition {
  const { title, mode, on, sample, number, headRight, content, strike, footLeft, settings } = options
  const right = mode === 'draft' ? entered(draftWord) : number
  const head: readonly Content[] = [
    ...titleLines(options),
    plainOf(right) === ''
      ? { text: '', fontSize: 1, margin: [0, 6, 0, 0] }
      : { text: textOf(right), alignment: 'right', bold: mode === 'draft', margin: [0, 6, 0, 2] },
  ]
  return sheet({
    title,
    on,
    headRight: mode === 'draft' ? '' : (headRight ?? plainOf(number)),
    foot: pageNumberWords[settings.pageNumbers],
    mark: markOf({ sample, mode }),
    content: [...head, ...content],
    ...(strike === undefined ? {} : { strike }),
    ...(footLeft === undefined ? {} : { footLeft }),
  })
}

/** Each party one copy, the committee keeps one (人民调解法 29); more than these are for the court or kept in reserve. */
export function copiesText(paper: string, data: DisputeData, count: number | null): Words {
  const copies = count === null ? '＿＿＿＿' : entered(capitalNumber(count))
  const each = '份，当事人、人民调解委员会各持一份'
  const extra = (count ?? 0) - data.parties.length - 1
  if (extra <= 0) return [`${paper}一式`, copies, `${each}。`]
  const use = data.confirmationWanted === true && extra === 1 ? '用于申请司法确认' : '备用'
  return [`${paper}一式`, copies, `${each}，`, entered(`另有${capitalNumber(extra)}份${use}。`)]
}

/**
 * Who does not read or speak Chinese has heard the paper (domain 1, language and reading); nothing when nobody needs it.
 * What was read in Tibetan says so in the office's own Tibetan words too, where it supplied them.
 */
export function readAloudTexts(
  paper: string,
  { data, settings }: Pick<CasePaperInput, 'data' | 'settings'>,
  who = '当事人',
): readonly Words[] {
  const readers = data.attendants.filter((a) => a.kind !== 'witness')
  const isNeeded = readers.length > 0 || data.parties.some((p) => p.needsInterpreter === true)
  if (!isNeeded) return []
  const interpreters = readers.filter((a) => a.kind === 'interpreter')
  const language = interpreters.length === 0 ? '汉语' : interpreters.map((a) => a.language ?? '＿＿＿＿').join('、')
  const tibetan = language.includes('藏') && settings.tibetanReadAloud !== '' ? [settings.tibetanReadAloud] : []
  return [[`${paper}已用`, entered(language), `宣读，${who}确认无误。`], ...tibetan]
}

type Naming = (names: readonly string[]) => string
const allNames: Naming = (names) => names.join('、')
/** 「甲等6人」: where there is no room for all. */
export const firstName: Naming = (names) => (names.length < 2 ? allNames(names) : `${names[0]}等${names.length}人`)

/** 「甲、乙与丙的邻里纠纷」: what the case is called in a sentence. */
export function disputeName(data: DisputeData, together: Naming = allNames): string {
  const namesOf = (side: 'applicant' | 'respondent'): string =>
    together(data.parties.flatMap((p) => (p.side === side && p.name !== null ? [p.name] : [])))
  const [ours, theirs] = [namesOf('applicant'), namesOf('respondent')]
  const all = together(data.parties.flatMap((p) => p.name ?? []))
  const who = ours !== '' && theirs !== '' ? `${ours}与${theirs}` : all
  const type = data.typeJustice === null || data.typeJustice === 'other' ? '纠纷' : codes.justiceType[data.typeJustice]
  return who === '' ? type : `${who}的${type}`
}

/** The same for one line or two: of many names the first of each side. */
export function shortDisputeName(data: DisputeData): string {
  const full = disputeName(data)
  return [...full].length <= 60 ? full : disputeName(data, firstName)
}

/** 人民调解员 as every paper of the case names them. */
export const mediatorNames = (data: DisputeData): readonly string[] => data.mediators.flatMap((m) => m.name ?? [])

/** The routes that stay open (人民调解法 3, 26): no paper ever forbids suing. */
export const otherRoutes = '可以依法通过仲裁、行政、司法等途径维护自己的权利'
