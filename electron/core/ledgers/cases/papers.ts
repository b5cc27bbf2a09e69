import type { PaperMode, PaperView } from '../../../../shared/contract/papers.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { DisputeData } from '../../../../shared/ledgers/dispute.ts'
import { type CasePaper, casePaperRules, hasPaper, paperKey } from '../../../../shared/rules/casePapers.ts'
import { isCoded } from '../../../../shared/rules/codedPapers.ts'
import { effectiveOn } from '../../../../shared/rules/effect.ts'
import { withFixedAges } from '../../../../shared/rules/party.ts'
import { nextCopyNo, noteCopies, type Printed, takeBackPrint, unusual } from '../../calls/copies.ts'
import { fontsOf } from '../../calls/paperFonts.ts'
import { writePlainPdf } from '../../calls/plainFiles.ts'
import { readSettings } from '../../calls/settings.ts'
import { type Ctx, type Handlers, write } from '../../context.ts'
import { papersOfCase } from '../../papers/casePapers.ts'
import { withFooterCode } from '../../papers/footerCode.ts'
import { type PrintWay, type RenderedPaper, renderPaper } from '../../papers/render.ts'
import { noteAccess, openRecord, readRecord } from '../../register/access.ts'
import type { Db } from '../../register/open.ts'
import { codeOf, keepCode } from '../../scans/paperCodes.ts'
import { isKept, readKept } from './keptPapers.ts'
import { contentOf, notePrint } from './paperPrints.ts'

interface Wanted extends PrintWay {
  readonly paper: CasePaper
  readonly mode: PaperMode
  readonly part: number
  /** For the foot of every page. */
  readonly code?: string | null
}

/** A blank form belongs to no part. Throws `not-found` for a part the case has not. */
function refuseOtherPart(data: DisputeData, { paper, mode, part }: Wanted): void {
  if (mode !== 'blank' && !hasPaper(data, paper, part)) throw new AppError('not-found')
}

/** An agreement in effect whose PDF is not kept was signed on paper before: what we print would not be that paper. */
export const isOnFileOnly = (db: Db, id: string, data: DisputeData, paper: CasePaper): boolean =>
  paper === 'agreement' && effectiveOn(data) !== null && !isKept(db, id, 'agreement')
function refuseOnFile(ctx: Ctx, id: string, data: DisputeData, { paper, mode }: Wanted): void {
  if (mode !== 'blank' && isOnFileOnly(ctx.register.db, id, data, paper)) throw new AppError('paper-on-file')
}

/** Throws `not-found` for a part the case has not, `paper-incomplete` naming what a final paper still needs. */
export async function renderCasePaper(ctx: Ctx, data: DisputeData, wanted: Wanted, on: string): Promise<RenderedPaper> {
  const { paper, mode, part } = wanted
  refuseOtherPart(data, wanted)
  const lacks = mode === 'final' ? casePaperRules[paper].lacks(data, part) : []
  if (lacks.length > 0) {
    const problems = lacks.map((path) => ({ path, code: 'needed', severity: 'error' }) as const)
    throw new AppError('paper-incomplete', { problems })
  }
  return makeCasePaper(ctx, data, wanted, on)
}

/** A paper as far as it is filled in: what is open is left to be written by hand. */
export async function makeCasePaper(
  ctx: Ctx,
  data: DisputeData,
  { paper, mode, part, style, valuesOnly, code = null }: Wanted,
  on: string,
): Promise<RenderedPaper> {
  const settings = readSettings(ctx.register.db)
  const committee = data.committee ?? settings.committee
  // Blank ages are printed as a save keeps them, so that paper and register never differ.
  const aged = withFixedAges(data, data, on)
  const { sample } = ctx.profile
  const definition = papersOfCase[paper].make({ paper, data: aged, committee, mode, part, on, sample, settings })
  const coded = code === null ? definition : withFooterCode(definition, code)
  return renderPaper(coded, await fontsOf(ctx), { style, valuesOnly })
}

/** Only the whole paper for signing carries a code: a draft is no paper yet, and a bought form has no room for it. */
const showsCode = (ctx: Ctx, { paper, mode, valuesOnly }: Wanted): boolean =>
  mode === 'final' && valuesOnly !== true && isCoded(paper) && readSettings(ctx.register.db).footerCode

async function view(ctx: Ctx, wanted: Wanted & { readonly id: string }): Promise<PaperView> {
  const { id, paper, mode, part } = wanted
  const record = openRecord(ctx.register.db, 'dispute', id, ctx.session, ctx.clock.now())
  const { title } = papersOfCase[paper]
  // From 生效 a reprint is a 副本 of the kept PDF, never a new rendering.
  const kept = mode === 'final' ? readKept(ctx.register, id, paperKey(paper, part)) : null
  if (kept && wanted.valuesOnly === true) throw new AppError('paper-kept')
  if (kept) return { ...kept, title, missingGlyphs: [], frozen: true }
  const data = record.data as unknown as DisputeData
  refuseOnFile(ctx, id, data, wanted)
  const code = showsCode(ctx, wanted) ? codeOf(ctx.register.db, ctx.codes, id, paperKey(paper, part)) : null
  const made = await renderCasePaper(ctx, data, { ...wanted, code }, ctx.clock.today())
  return { ...made, title, frozen: false }
}

/** The paper, what tells it from others of its kind, and its mode where it is no final one. */
function fileName(data: DisputeData, { paper, mode, part }: Wanted): string {
  const { title, mark } = papersOfCase[paper]
  return title + { draft: '草稿', final: mark(data, part), blank: '空白' }[mode]
}

const printedOf = ({ id, paper, part }: Wanted & { readonly id: string }): Printed => ({
  book: 'mediation',
  recordId: id,
  paper: paperKey(paper, part),
  about: null,
})

export const casePaperHandlers = {
  'paper.preview': (ctx, input) => view(ctx, input),
  'paper.printed': (ctx, input) => {
    const record = readRecord(ctx.register.db, 'dispute', input.id, ctx.session)
    refuseOtherPart(record.data as unknown as DisputeData, input)
    refuseOnFile(ctx, input.id, record.data as unknown as DisputeData, input)
    const of = printedOf(input)
    const copyNo = nextCopyNo(ctx.register.db, of)
    const { mode, copies, style, valuesOnly, pages } = input
    const facts = { paper: of.paper, mode, copies, copyNo, ...unusual({ style, valuesOnly, pages }) }
    // Some pages of it again, or a draft, are nothing that is signed as a whole.
    const content =
      mode === 'final' && pages === ''
        ? contentOf(record, input.paper, input.part, readSettings(ctx.register.db))
        : null
    write(ctx, (tx) => {
      noteCopies(tx, of, facts, 'print')
      if (showsCode(ctx, input)) keepCode(tx, ctx.codes, input.id, of.paper)
      if (content !== null) notePrint(tx, input.id, { paper: of.paper, fingerprint: content, copies, pages: null })
    })
    return { copyNo }
  },
  'paper.printUndone': (ctx, input) => {
    readRecord(ctx.register.db, 'dispute', input.id, ctx.session)
    write(ctx, (tx) => takeBackPrint(tx, printedOf(input), input.copyNo))
    return null
  },
  'paper.savePdf': async (ctx, input) => {
    const { pdf } = await view(ctx, input)
    const { data } = readRecord(ctx.register.db, 'dispute', input.id, ctx.session)
    const saved = await writePlainPdf(ctx, input.place, fileName(data as unknown as DisputeData, input), pdf)
    write(ctx, (tx) => {
      const facts = { paper: paperKey(input.paper, input.part), mode: input.mode }
      if (showsCode(ctx, input)) keepCode(tx, ctx.codes, input.id, facts.paper)
      tx.event('paper.saved', facts, { book: 'mediation', ledger: 'dispute', recordId: input.id })
      noteAccess(tx.db, { at: tx.at, by: tx.by, what: 'save-pdf', ledger: 'dispute', recordId: input.id, facts })
    })
    return { fileName: saved }
  },
} satisfies Partial<Handlers>
