/** Sample disputes for the tests of papers, and a reader of PDFs that is not the writer. */
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { papersOfCase } from '../../electron/core/papers/casePapers.ts'
import type { CasePaperInput } from '../../electron/core/papers/paperForm.ts'
import { type RenderedPaper, renderPaper } from '../../electron/core/papers/render.ts'
import { emptyData, emptyPart, type Part, type PartData } from '../../shared/ledgers/describe.ts'
import type { DisputeData, PartyData } from '../../shared/ledgers/dispute.ts'
import * as parts from '../../shared/ledgers/disputeParts.ts'
import { ledgerOf } from '../../shared/ledgers/index.ts'
import type { CasePaper } from '../../shared/rules/casePapers.ts'
import { defaultSettings } from '../../shared/settings.ts'

export const projectRoot = join(import.meta.dirname, '..', '..')

/** A part with these fields filled in and nothing else. */
export const part = <P extends Part>(described: P, given: Partial<PartData<P>>): PartData<P> =>
  ({ ...emptyPart(described), ...given }) as PartData<P>

export const person = (given: Partial<PartyData>): PartyData =>
  part(parts.party, {
    kind: 'person',
    sex: '1',
    ethnicity: '04',
    age: 40,
    occupation: '牧民',
    phone: '0941-0123456',
    address: '示例乡示例一村',
    ...given,
  })

export const clauses = (...texts: readonly string[]): DisputeData['clauses'] =>
  texts.map((text) => part(parts.clause, { text }))

export const sampleDispute: DisputeData = {
  ...(emptyData(ledgerOf('dispute')) as DisputeData),
  parties: [
    person({ side: 'applicant', name: '示例卓玛', sex: '2', age: 34 }),
    person({
      side: 'respondent',
      name: '示例多吉',
      ethnicity: '01',
      age: null,
      birthDate: '1968-12-04',
      address: '示例乡示例二村',
    }),
  ],
  mediators: [
    part(parts.mediator, { name: '示例调解员甲', presiding: true }),
    part(parts.mediator, { name: '示例调解员乙' }),
  ],
  recorder: '示例记录员',
  facts: '申请人的牦牛进入被申请人承包的草场。\n双方争议的事项为饲草损失的数额。',
  responsibilities: '申请人承担主要责任。',
  clauses: clauses('申请人赔偿被申请人饲草损失。', '申请人修复边界围栏。'),
  performances: [
    part(parts.performance, {
      debtor: '示例卓玛',
      manner: '现金一次性支付',
      place: '示例乡人民调解委员会',
      amount: 1205000,
      dueOn: '2026-07-05',
    }),
    part(parts.performance, { debtor: '示例卓玛', manner: '转账', amount: 50, dueOn: '2026-12-31' }),
  ],
  copies: 3,
}

export const sampleInput: CasePaperInput = {
  paper: 'agreement',
  data: sampleDispute,
  committee: '示例乡人民调解委员会',
  mode: 'final',
  part: 0,
  on: '2026-06-20',
  sample: false,
  settings: defaultSettings,
}

/** A paper of a case: what is asked of it, and what differs from the sample case. */
export const casePaperOf = (
  paper: CasePaper,
  change: Partial<CasePaperInput>,
  data: Partial<DisputeData> = {},
): Promise<RenderedPaper> =>
  renderPaper(
    papersOfCase[paper].make({
      ...sampleInput,
      ...change,
      paper,
      data: { ...(change.data ?? sampleDispute), ...data },
    }),
  )

type AgreementChange = Partial<CasePaperInput> & { readonly number?: string }
export const paperOf = (
  { number = '示例人调协字〔2026〕第7号', ...change }: AgreementChange,
  data: Partial<DisputeData> = {},
): Promise<RenderedPaper> => casePaperOf('agreement', change, { agreementNo: number, ...data })

/** A piece of text on a page; `y` in points from the top, of its baseline. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
}
export interface PdfPage {
  /** Upright text between head and foot, in the order it was written. */
  readonly body: readonly Piece[]
  /** All upright text without spaces, head and foot included. */
  readonly text: string
  /** The same line by line from the top, as a reader sees it. */
  readonly lines: readonly string[]
  /** Text that was turned: marks across the page. */
  readonly across: string
}

const pageHeight = 841.89
export const textTop = (26 * 72) / 25.4
export const textBottom = pageHeight - (24 * 72) / 25.4
/** What stands on one line is some points apart at most, where scripts differ. */
const sameLine = 3
/** Apart by more than this, two texts of a line are two columns. */
const columnGap = 8

function linesOf(pieces: readonly Piece[]): readonly string[] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row?.[0] !== undefined && piece.y - row[0].y < sameLine) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => {
    const inOrder = row.sort((a, b) => a.x - b.x)
    return inOrder
      .map((piece, i) => {
        const before = inOrder[i - 1]
        return before !== undefined && piece.x - before.x - before.width > columnGap ? `  ${piece.text}` : piece.text
      })
      .join('')
  })
}

const withoutSpaces = (text: string) => text.replace(/\s/g, '')

export async function readPdf(pdf: Uint8Array): Promise<readonly PdfPage[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const document = await task.promise
  const pages: PdfPage[] = []
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent()
    const pieces = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, turn = 0, , , x = 0, y = 0] = item.transform as readonly number[]
      return [{ text: item.str, x, y: pageHeight - y, width: item.width, turned: turn !== 0 }]
    })
    const upright = pieces.filter((p) => !p.turned)
    const join = (some: readonly { readonly text: string }[]) => withoutSpaces(some.map((p) => p.text).join(''))
    const body = upright.filter((p) => p.y > textTop && p.y < textBottom)
    pages.push({ body, text: join(upright), lines: linesOf(upright), across: join(pieces.filter((p) => p.turned)) })
  }
  await task.destroy()
  return pages
}

export const bodyText = (pages: readonly PdfPage[]): string =>
  withoutSpaces(pages.flatMap((p) => p.body.map((piece) => piece.text)).join(''))

/** The words, each found after the one before it; the first that is not is named. */
export function firstOutOfOrder(text: string, words: readonly string[]): string | null {
  let from = 0
  for (const word of words) {
    const at = text.indexOf(withoutSpaces(word), from)
    if (at < 0) return word
    from = at + withoutSpaces(word).length
  }
  return null
}
