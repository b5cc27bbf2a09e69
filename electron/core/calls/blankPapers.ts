import { PDFDocument } from '@cantoo/pdf-lib'
import type { BlankForm } from '../../../shared/contract/blankPapers.ts'
import type { PaperView } from '../../../shared/contract/papers.ts'
import { AppError } from '../../../shared/errors.ts'
import { emptyData } from '../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import { committeesOf } from '../../../shared/rules/committees.ts'
import type { Settings } from '../../../shared/settings.ts'
import type { PrintStyle } from '../../../shared/settingsPrinters.ts'
import { type Ctx, type Handlers, write } from '../context.ts'
import { papersOfCase } from '../papers/casePapers.ts'
import { catalogue } from '../papers/catalogue.ts'
import { type CasePaperInput, toFill } from '../papers/paperForm.ts'
import type { PaperDefinition } from '../papers/pdfmake.ts'
import { renderPaper } from '../papers/render.ts'
import { reviewSheet } from '../papers/reviewSheet.ts'
import { noteAccess } from '../register/access.ts'
import { statement } from '../register/statements.ts'
import { noteCopies, type Printed, takeBackPrint, unusual } from './copies.ts'
import { fontsOf } from './paperFonts.ts'
import { writePlainPdf } from './plainFiles.ts'
import { readSettings } from './settings.ts'

interface Wanted {
  readonly style: PrintStyle
  readonly committee: string
  readonly papers: readonly { readonly paper: BlankForm; readonly copies: number }[]
}

const title = '空白表'

/** The name on the forms; an office without one leaves a line to write it on. */
function printedName(settings: Settings, committee: string): string {
  if (committee === '') return `${toFill}人民调解委员会`
  if (!committeesOf(settings).some((c) => c.name === committee)) throw new AppError('not-found')
  return committee
}

/** The forms of a dossier have no rows of their own to show; the score sheet keeps the office's items. */
function blankOf(form: BlankForm, input: Omit<CasePaperInput, 'paper'>): PaperDefinition {
  if (form === 'catalogue') return catalogue({ ...input, paper: 'cover' }, [])
  if (form !== 'reviewSheet') return papersOfCase[form].make({ ...input, paper: form })
  const rows = input.settings.reviewRows.map(({ text, points }) => ({ text, points, scored: null, reason: '' }))
  return reviewSheet({ ...input, paper: 'cover' }, rows)
}

/** Every form in its copies, one after the other, each with page numbers of its own. */
async function view(ctx: Ctx, { committee, papers, style }: Wanted): Promise<PaperView> {
  const settings = readSettings(ctx.register.db)
  const name = printedName(settings, committee)
  const data = emptyData(ledgerOf('dispute')) as unknown as DisputeData
  const [on, { sample }] = [ctx.clock.today(), ctx.profile]
  const set = await PDFDocument.create({ updateMetadata: false })
  set.setTitle(title)
  const missing = new Set<string>()
  for (const { paper, copies } of papers) {
    const input = { data, committee: name, mode: 'blank', part: 0, on, sample, settings } as const
    const made = await renderPaper(blankOf(paper, input), await fontsOf(ctx), { style })
    const from = await PDFDocument.load(made.pdf, { updateMetadata: false })
    // In one call, so that the copies share their fonts.
    const pages = Array.from({ length: copies }, () => from.getPageIndices()).flat()
    for (const page of await set.copyPages(from, pages)) set.addPage(page)
    for (const glyph of made.missingGlyphs) missing.add(glyph)
  }
  return { pdf: await set.save(), pages: set.getPageCount(), title, missingGlyphs: [...missing], frozen: false }
}

const printingsSql = `SELECT coalesce(sum(CASE what WHEN 'print' THEN 1 ELSE -1 END), 0) FROM access_log
  WHERE record_id IS NULL AND what IN ('print', 'print-undone') AND json_extract(facts, '$.paper') = 'blanks'`

/** 「application 2, mediationRecord 3」: what of the set is told in the access log. */
const about = ({ papers }: Wanted): string => papers.map(({ paper, copies }) => `${paper} ${copies}`).join(', ')

const printedOf = (wanted: Wanted): Printed => ({
  book: 'mediation',
  recordId: null,
  paper: 'blanks',
  about: about(wanted),
})

export const blankPaperHandlers = {
  'blankPapers.preview': (ctx, input) => view(ctx, input),
  'blankPapers.printed': (ctx, input) => {
    printedName(readSettings(ctx.register.db), input.committee)
    const copyNo = Number(statement(ctx.register.db, printingsSql).pluck().get()) + 1
    write(ctx, (tx) => {
      const { copies, style, pages } = input
      const of = printedOf(input)
      noteCopies(tx, of, { paper: of.paper, about: of.about, copies, copyNo, ...unusual({ style, pages }) }, 'print')
    })
    return { copyNo }
  },
  'blankPapers.printUndone': (ctx, input) => {
    write(ctx, (tx) => takeBackPrint(tx, printedOf(input), input.copyNo))
    return null
  },
  'blankPapers.savePdf': async (ctx, input) => {
    const { pdf } = await view(ctx, input)
    const fileName = await writePlainPdf(ctx, input.place, title, pdf)
    write(ctx, (tx) => {
      const facts = { paper: 'blanks', about: about(input) }
      tx.event('paper.saved', facts, { book: 'mediation' })
      noteAccess(tx.db, { at: tx.at, by: tx.by, what: 'save-pdf', facts: { ...facts, book: 'mediation' } })
    })
    return { fileName }
  },
} satisfies Partial<Handlers>
