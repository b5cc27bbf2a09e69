import { remarksFitCover } from '../../../shared/rules/dossierNote.ts'
import {
  boldLine,
  type CasePaperInput,
  closingTexts,
  form,
  nothingBelow,
  type Passage,
  passage,
  strikeBetween,
  toFill,
  typed,
} from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { heading, ruledLines, textHeight } from './sheet.ts'
import { type Signatures, sign, signing } from './signatures.ts'

const title = '卷宗情况说明'
const label = '本卷有关情况说明如下：'

/** Each signs with a day of its own, and no seal is put. */
function signatures({ data, mode }: CasePaperInput): Signatures {
  const d = mode === 'blank' ? { filedBy: null, filedOn: null, checkedBy: null, checkedOn: null } : data
  const officials = [
    { ...sign('立卷人', d.filedBy), day: d.filedOn },
    { ...sign('检查人', d.checkedBy), day: d.checkedOn },
  ]
  return { parties: officials.map((who) => ({ ...who, room: 31 })), officials: [], committee: null }
}

/** What was written, and what the cover had no room for. */
const passages = ({ data }: CasePaperInput): readonly Passage[] => [
  ...typed(data.dossierNote),
  ...(remarksFitCover(data) ? [] : [boldLine('封面备注：'), ...typed(data.remarks)]),
]

function filled(input: CasePaperInput): PaperDefinition {
  const all = passages(input)
  const last = all.at(-1)
  const keptLast = last !== undefined && all.length > 1 && last.height <= textHeight / 3
  const flowing = [heading(label), ...(keptLast ? all.slice(0, -1) : all).map((p) => p.node)]
  const closing = closingTexts([...(keptLast ? [last] : []), passage(nothingBelow)])
  return form({
    ...input,
    title,
    number: `卷号：${(input.mode === 'final' && input.data.caseNo) || toFill}`,
    content: [...flowing, ...signing({ ...closing, about: title }, signatures(input))],
    ...strikeBetween(flowing.at(-1), closing.texts[0]),
  })
}

const empty = (input: CasePaperInput): PaperDefinition =>
  form({
    ...input,
    title,
    number: `卷号：${toFill}`,
    content: [heading(label), ruledLines(16), ...signing({ texts: [], height: 0, about: title }, signatures(input))],
  })

/** 卷宗情况说明 (domain 2.3 (13)): missing papers, copies, special points; who filed and who checked the dossier sign. */
export const dossierNote = (input: CasePaperInput): PaperDefinition =>
  input.mode === 'blank' ? empty(input) : filled(input)
