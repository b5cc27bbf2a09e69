import type { Content, ContentStack, TableCell } from 'pdfmake/interfaces.js'
import type { DisputeData, PartyData } from '../../../shared/ledgers/dispute.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { partySignatureWords } from '../../../shared/rules/paperWording.ts'
import type { CasePaperInput } from './paperForm.ts'
import { agentsOf, agentTitle, isUnit } from './partyBlock.ts'
import { entered, mm, plainOf, smallHeightOf, smallSize, textHeight, textOf, textWidth, type Words } from './sheet.ts'

/** Free space in which a party signs and presses a finger: at least 25 mm × 60 mm (domain 7.2). */
const partySpace = mm(25)
const officialSpace = mm(11)
/** Above and below the committee's name and the date, so that a ring of 45 mm finds room over them. */
const sealSpace = mm(14)
/** For another office's seal over the name of who takes a letter. */
const sealRoom = mm(28)
const cellPadding = 5
const cellWidth = textWidth / 2 - 2 * cellPadding - 1

/** Who signs in one cell of the page. */
export interface Signatory {
  readonly label: Words
  /** The empty string where the label says it all. */
  readonly name: Words
  /** Free height in points, where it is not that of the others. */
  readonly room?: number
  /** The day of this signature, YYYY-MM-DD, where each has its own; null leaves it to be written. */
  readonly day?: string | null
}

export interface Signatures {
  readonly parties: readonly Signatory[]
  readonly officials: readonly Signatory[]
  /** 印章全称, printed as on the seal; null on a paper without seal (domain 2.4). */
  readonly committee: string | null
  /** The day of the paper, YYYY-MM-DD; null leaves it to be written. Without seal and helpers it has a row only where it is given. */
  readonly day?: string | null
  /** One line under the signatures, such as 「备注：此表由人民调解委员会填写。」. */
  readonly note?: string
}

/** What the place writes behind who signs by hand (settings). */
export function byHand(
  { settings }: Pick<CasePaperInput, 'settings'>,
  form: string = partySignatureWords.form,
): string {
  const { partySignature: chosen } = settings
  return `（${chosen === 'form' ? form : partySignatureWords[chosen]}）：`
}

/** One who signs as parties do, with room for a finger. */
export const handSignatory = (input: Pick<CasePaperInput, 'settings'>, title: string, name: Words): Signatory => ({
  label: `${title}${byHand(input)}`,
  name,
})

/** The parties with their agents, each with room for a finger; of one side, under its own word, where a paper is for that side. `form` is
 * what the statutory form has behind the name where that is not the usual word. */
export function partySignatories(
  input: Pick<CasePaperInput, 'data' | 'settings'>,
  title = '当事人',
  side: PartyData['side'] = null,
  form?: string,
): readonly Signatory[] {
  const { data } = input
  const how = byHand(input, form)
  return data.parties.flatMap((party, i) => {
    if (side !== null && party.side !== side) return []
    const unit = isUnit(party) ? '（单位盖章，代表人签名）' : ''
    const agents = agentsOf(data, i).map((agent) => ({
      label: `${agentTitle(agent)}${how}`,
      name: entered(`${agent.name ?? ''}${party.name ? `（代${party.name}）` : ''}`),
    }))
    return [{ label: `${title}${how}`, name: [entered(party.name ?? ''), unit] }, ...agents]
  })
}

const attendantTitles = { interpreter: '翻译人', scribe: '代书人', witness: '见证人' } as const
function attendantTitle({ kind, language }: DisputeData['attendants'][number]): string {
  const title = attendantTitles[kind ?? 'witness']
  return kind === 'interpreter' && language !== null ? `${title}（${language}）` : title
}

/** Parties who sign beside the seal, where they are few: each with the room of a party. */
export const besideSeal = (parties: readonly Signatory[]): readonly Signatory[] =>
  parties.map((who) => ({ ...who, room: partySpace }))

/** One who signs for an office, with the name where it is known. */
export const sign = (office: string, name: string | null): Signatory => ({
  label: name === null ? `${office}（签名）：` : [`${office}　`, entered(name), '（签名）：'],
  name: '',
})

/** Another office that receives a letter: who takes it signs, and its seal is put over that. */
export const receivedBy = (office: string, person: string): Signatory => ({
  label: `${office}（印章）、${person}（签名）：`,
  name: '',
  room: sealRoom,
})

/** Who helped to understand, write or attest; of one side, those who helped it or everyone. */
export function attendantSignatories(data: DisputeData, side: PartyData['side'] = null): readonly Signatory[] {
  const others = data.parties.filter((p) => side !== null && p.side !== side).map((p) => p.name)
  const helpers = data.attendants.filter((a) => a.forParty === null || !others.includes(a.forParty))
  return helpers.map((a) => sign(attendantTitle(a), a.name))
}

/** Everyone who signs beside the parties, in the order of the form; a line stays even where no name is known yet. */
export function officialSignatories(data: DisputeData): readonly Signatory[] {
  const mediators = data.mediators.length === 0 ? [null] : data.mediators.map((m) => m.name)
  return [
    ...mediators.map((name) => sign('人民调解员', name)),
    sign('记录人', data.recorder),
    ...attendantSignatories(data),
  ]
}

export const signaturesOf = (input: CasePaperInput): Signatures => ({
  parties: partySignatories(input),
  officials: officialSignatories(input.data),
  committee: input.committee,
})

export function emptySignatures(
  parties: number,
  input: Pick<CasePaperInput, 'settings'> & Pick<Signatures, 'committee'>,
  title = '当事人',
  form?: string,
): Signatures {
  const how = byHand(input, form)
  const empty = (label: string): Signatory => ({ label, name: '' })
  return {
    parties: Array.from({ length: parties }, () => empty(`${title}${how}`)),
    officials: ['人民调解员（签名）：', '人民调解员（签名）：', '记录人（签名）：'].map(empty),
    committee: input.committee,
  }
}

function cell({ label, name, room, day }: Signatory, space: number): ContentStack {
  const texts = [label, name].filter((words) => plainOf(words) !== '').map((words) => ({ text: textOf(words) }))
  const below = room ?? space
  if (day === undefined) return { stack: texts, fontSize: smallSize, margin: [0, 0, 0, below] }
  const dated: Content = { text: textOf(dayText(day)), alignment: 'right', margin: [0, below, 0, 0] }
  return { stack: [...texts, dated], fontSize: smallSize }
}

const cellHeight = (who: Signatory, space: number): number =>
  smallHeightOf(plainOf(who.label), cellWidth) +
  smallHeightOf(plainOf(who.name), cellWidth) +
  (who.room ?? space) +
  (who.day === undefined ? 0 : smallHeightOf(plainOf(dayText(who.day)), cellWidth))

function inPairs<T>(items: readonly T[]): readonly (readonly [T, T | null])[] {
  return items.flatMap((item, i) => (i % 2 === 0 ? [[item, items[i + 1] ?? null] as const] : []))
}

/** One row of the signature table, and a height it never exceeds. */
interface Row {
  readonly cells: readonly TableCell[]
  readonly height: number
}

const pairRow = (pair: readonly [Signatory, Signatory | null], space: number): Row => {
  const [left, right] = pair
  return {
    // One alone takes the whole row: an empty box could be signed by anybody.
    cells: right === null ? [{ ...cell(left, space), colSpan: 2 }, {}] : [cell(left, space), cell(right, space)],
    height: 2 * cellPadding + Math.max(cellHeight(left, space), right === null ? 0 : cellHeight(right, space)),
  }
}

const dayText = (day: string | null | undefined): Words => (day ? entered(chineseDate(day)) : '年　　月　　日')

function sealCell({ committee, day }: Signatures): TableCell {
  if (committee === null)
    return { text: textOf(dayText(day)), alignment: 'center', margin: [0, officialSpace, 0, officialSpace] }
  return {
    stack: [
      { text: committee, alignment: 'center', margin: [0, sealSpace, 0, 0] },
      { text: '（印章）', alignment: 'center' },
      { text: textOf(dayText(day)), alignment: 'center', margin: [0, 6, 0, sealSpace] },
    ],
  }
}

const sealHeight = (committee: string | null): number =>
  committee === null ? 2 * officialSpace + 30 : 2 * sealSpace + 1.4 * smallHeightOf(committee, cellWidth) + 60

/** The day alone takes the whole row: an empty box beside it could be signed by anybody. */
const dayRow = ({ day }: Signatures): Row => ({
  cells: [{ text: textOf(dayText(day)), alignment: 'center', colSpan: 2, margin: [0, 4, 0, 4] }, {}],
  height: 2 * cellPadding + 30,
})

/** Up to three people sign beside the seal or the day; the others in pairs above. Without anybody and any day there is no row. */
function officialRows(signatures: Signatures): readonly Row[] {
  const { officials, committee } = signatures
  if (officials.length === 0 && committee === null) return signatures.day === undefined ? [] : [dayRow(signatures)]
  const above = officials.length <= 3 ? 0 : Math.ceil((officials.length - 3) / 2) * 2
  const beside = officials.slice(above)
  const besideHeight = beside.reduce((sum, who) => sum + cellHeight(who, officialSpace), 0)
  const last: Row = {
    cells: [{ stack: beside.map((who) => cell(who, officialSpace)) }, sealCell(signatures)],
    height: 2 * cellPadding + Math.max(besideHeight, sealHeight(committee)),
  }
  return [...inPairs(officials.slice(0, above)).map((pair) => pairRow(pair, officialSpace)), last]
}

const lines = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => cellPadding,
  paddingRight: () => cellPadding,
  paddingTop: () => cellPadding,
  paddingBottom: () => cellPadding,
}
const widths = ['*', '*'] as const

const table = (rows: readonly Row[]): Content => ({
  table: { widths: [...widths], dontBreakRows: true, body: rows.map((row) => [...row.cells]) },
  layout: lines,
})

/** A table whose first row says, on every page, what the signatures belong to: they never stand alone on a page. */
function noted(rows: readonly Row[], note: string): Content {
  const head: TableCell[] = [{ text: note, colSpan: 2, fontSize: smallSize, alignment: 'center' }, {}]
  const body = [head, ...rows.map((row) => [...row.cells])]
  return {
    table: { widths: [...widths], headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, body },
    layout: lines,
  }
}

const heightOfRows = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.height, 0)

/** The last texts of a paper, which stay with the first signatures. */
export interface Closing {
  readonly texts: readonly Content[]
  /** A height the texts never exceed. */
  readonly height: number
  /** What the signatures belong to, in a few words; repeated on every further page of them. */
  readonly about: string
}

const noteHeight = (text: string | undefined): number => (text === undefined ? 0 : 24)
const noteBelow = (text: string | undefined): readonly Content[] =>
  text === undefined ? [] : [{ text, fontSize: smallSize, margin: [0, 6, 0, 0] }]

/**
 * The end of a paper. What fits well on one page is kept together; where more sign, the parties flow on over pages and
 * those of the committee stay together with its seal.
 */
export function signing(closing: Closing, signatures: Signatures): readonly Content[] {
  const parties = inPairs(signatures.parties).map((pair) => pairRow(pair, partySpace))
  const officials = officialRows(signatures)
  const all = [...parties, ...officials]
  const below = noteBelow(signatures.note)
  const keep = (rows: readonly Row[], after: readonly Content[]): Content => ({
    stack: [...closing.texts, table(rows), ...after],
    unbreakable: true,
  })
  // Four signatories are the common case and share a page at any price; more would leave too much of a page open.
  const limit = (parties.length <= 2 ? 0.95 : 0.7) * textHeight
  if (closing.height + heightOfRows(all) + noteHeight(signatures.note) <= limit) return [keep(all, below)]
  // The day alone follows the last of the parties.
  const isDayOnly = signatures.committee === null && signatures.officials.length === 0
  const further = [...parties.slice(1), ...(isDayOnly ? officials : [])]
  const firstPage = [
    keep(parties.slice(0, 1), []),
    ...(further.length === 0 ? [] : [noted(further, `（当事人签名，接上：${closing.about}）`)]),
  ]
  if (isDayOnly) return [...firstPage, ...below]
  const who = signatures.committee === null ? '签名' : '人民调解员、记录人签名及印章'
  const committee = noted(officials, `（${who}，接上：${closing.about}）`)
  return [...firstPage, { stack: [committee, ...below], unbreakable: heightOfRows(officials) <= 0.9 * textHeight }]
}
