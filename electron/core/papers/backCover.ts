import { type CasePaperInput, markOf } from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { entered, mm, sheet, textOf } from './sheet.ts'

const title = '封底'

/** 封底 (domain 2.3 (14)): nothing but how many pages the dossier has; not counted yet, it is left for the pencil. */
export function backCover(input: CasePaperInput): PaperDefinition {
  const { on, mode, data } = input
  const pages = mode === 'blank' || data.pages === null ? '＿＿＿＿' : entered(` ${data.pages} `)
  return sheet({
    ...{ title, on, headRight: '', mark: markOf(input), foot: () => '' },
    content: [{ text: textOf(['本卷共', pages, '页']), fontSize: 22, alignment: 'center', margin: [0, mm(190), 0, 0] }],
  })
}
