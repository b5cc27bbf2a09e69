/** The dossier as one PDF, made as a job and kept at the window that asked for it. */
import type { DossierBuilt } from '../../../../shared/contract/dossier.ts'
import type { PaperView } from '../../../../shared/contract/papers.ts'
import { AppError } from '../../../../shared/errors.ts'
import { paperKey } from '../../../../shared/rules/casePapers.ts'
import { dossierKindOf } from '../../../../shared/rules/dossier.ts'
import { nextCopyNo, noteCopies, type Printed, takeBackPrint, unusual } from '../../calls/copies.ts'
import { fontsOf } from '../../calls/paperFonts.ts'
import { writePlainPdf } from '../../calls/plainFiles.ts'
import { type Ctx, type Handlers, write } from '../../context.ts'
import { type CatalogueEntry, catalogue } from '../../papers/catalogue.ts'
import {
  addImage,
  addPaper,
  addScannedPdf,
  type Book,
  type BoundPart,
  bind,
  newBook,
  newPart,
  numbersOf,
} from '../../papers/dossierBook.ts'
import type { FontSet } from '../../papers/fonts.ts'
import { unreadablePage } from '../../papers/pageMarks.ts'
import type { CasePaperInput } from '../../papers/paperForm.ts'
import { renderPaper } from '../../papers/render.ts'
import { noteAccess, openRecord, readRecord } from '../../register/access.ts'
import type { Register } from '../../register/open.ts'
import { readScan, type StoredScan } from '../../scans/store.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { contentsOf, type PlannedPart, planOf, unnumbered } from './dossierPlan.ts'
import { readKept } from './keptPapers.ts'
import { contentOf, notePrint } from './paperPrints.ts'
import { makeCasePaper } from './papers.ts'

interface Wanted {
  readonly id: string
  readonly printNumbers: boolean
  readonly duplex: boolean
  readonly leaveOutOriginals: boolean
}

interface Work {
  readonly ctx: Ctx
  readonly dossier: Dossier
  readonly book: Book
  readonly fonts: FontSet
  readonly on: string
  readonly unreadable: string[]
  readonly glyphs: Set<string>
}

const title = '调解卷宗'

/** A paper in effect as it was kept, any other as it would be printed now. */
async function putPaper(work: Work, part: BoundPart, { item }: PlannedPart, pages: number | null): Promise<void> {
  const { ctx, dossier, book, on, glyphs } = work
  const { paper, part: place } = item
  if (paper === null) return
  const kept = readKept(ctx.register, dossier.record.id, paperKey(paper, place))
  if (kept !== null) return addPaper(book, part, kept.pdf)
  const data = { ...dossier.data, pages: dossier.data.pages ?? pages }
  const made = await makeCasePaper(ctx, data, { paper, mode: 'final', part: place }, on)
  for (const glyph of made.missingGlyphs) glyphs.add(glyph)
  await addPaper(book, part, made.pdf)
}

/** One that cannot be read is named, and holds up nothing. */
async function putScan({ ctx, book, fonts, on, unreadable }: Work, part: BoundPart, scan: StoredScan): Promise<void> {
  const before = part.pages.length
  try {
    const { kind, bytes } = readScan(ctx.register, scan)
    if (kind === 'pdf') await addScannedPdf(book, part, bytes)
    else await addImage(book, part, bytes)
  } catch {
    part.pages.length = before
    unreadable.push(scan.title)
    await addPaper(book, part, (await renderPaper(unreadablePage(scan.title, on), fonts)).pdf)
  }
}

/** A turn of the event loop between two pieces of work: windows are answered, and a cancel is heard. */
const pause = () => new Promise<void>((resolve) => setImmediate(resolve))

async function putParts(work: Work, plan: readonly PlannedPart[]): Promise<readonly BoundPart[]> {
  const { job } = work.ctx
  const bound: BoundPart[] = []
  for (const [i, planned] of plan.entries()) {
    job.step('dossier.papers', i / (plan.length + 1))
    const part = newPart(
      work.book,
      planned.title,
      !unnumbered.includes(planned.item.item),
      planned.item.mark?.pages ?? null,
    )
    bound.push(part)
    // The back cover says how many pages there are: it is made last.
    if (planned.prints && planned.item.item !== 'backCover') await putPaper(work, part, planned, null)
    for (const scan of planned.scans) {
      job.step('dossier.scans', i / (plan.length + 1))
      await putScan(work, part, scan)
    }
    await pause()
  }
  return bound
}

function entriesOf(plan: readonly PlannedPart[], parts: readonly BoundPart[]): readonly CatalogueEntry[] {
  const numbers = numbersOf(parts)
  return plan.flatMap(({ item, title }, i): readonly CatalogueEntry[] => {
    if (item.item === 'cover' || item.item === 'catalogue') return []
    const range = numbers[i] ?? null
    const isOriginal = item.state === 'onFile' && parts[i]?.pages.length === 0 && item.item !== 'backCover'
    return [{ title, from: range?.from ?? null, to: range?.to ?? null, note: isOriginal ? '原件' : '' }]
  })
}

/** 卷内目录 and 封底 know the pages of all the others. */
async function putLast(work: Work, plan: readonly PlannedPart[], parts: readonly BoundPart[], total: number | null) {
  const { dossier, fonts, on, book, ctx } = work
  const { data, context } = dossier
  const committee = data.committee ?? context.settings.committee
  const { sample } = ctx.profile
  const input: CasePaperInput = {
    ...{ paper: 'cover', data, committee, mode: 'final', part: 0, on, sample, settings: context.settings },
  }
  for (const [i, planned] of plan.entries()) {
    const part = parts[i]
    if (part === undefined || !planned.prints) continue
    if (planned.item.item === 'backCover') await putPaper(work, part, planned, total)
    if (planned.item.item !== 'catalogue') continue
    await addPaper(book, part, (await renderPaper(catalogue(input, entriesOf(plan, parts)), fonts)).pdf)
  }
}

interface PrintedPaper {
  readonly paper: string
  readonly fingerprint: string
}
/**
 * The papers drawn for this dossier, with what they say: a case typed anew after its dossier was printed is noticed like
 * one whose papers were printed one by one. 封底 says the number of pages, which is entered after the first printing.
 */
const papersIn = ({ record, context }: Dossier, plan: readonly PlannedPart[]): readonly PrintedPaper[] =>
  plan.flatMap(({ prints, item: { paper, part, key, kept } }) =>
    prints && paper !== null && paper !== 'backCover' && !kept
      ? [{ paper: key, fingerprint: contentOf(record, paper, part, context.settings) }]
      : [],
  )

/** What was bound last at each window; gone with the register that is closed. */
interface Kept {
  readonly userId: string
  readonly id: string
  readonly pdf: Uint8Array
  readonly outcome: DossierBuilt
  readonly contents: string
  readonly papers: readonly PrintedPaper[]
}
const built = new WeakMap<Register, Map<string, Kept>>()

function keep(ctx: Ctx, kept: Kept): void {
  const ofRegister = built.get(ctx.register) ?? new Map<string, Kept>()
  ofRegister.set(ctx.pipe, kept)
  built.set(ctx.register, ofRegister)
}

/** Throws `dossier-not-built` for another's, or another case's. */
function keptOf(ctx: Ctx, id: string): Kept {
  const kept = built.get(ctx.register)?.get(ctx.pipe)
  if (kept === undefined || kept.id !== id || kept.userId !== ctx.session.userId)
    throw new AppError('dossier-not-built')
  return kept
}

async function build(ctx: Ctx, { id, leaveOutOriginals, ...way }: Wanted): Promise<DossierBuilt> {
  ctx.job.step('preparing', null)
  openRecord(ctx.register.db, 'dispute', id, ctx.session, ctx.clock.now())
  const dossier = dossierOf(ctx, id)
  if (dossierKindOf(dossier.data, dossier.context.settings) === null) throw new AppError('not-found')
  const [on, fonts] = [ctx.clock.today(), await fontsOf(ctx)]
  const work: Work = { ctx, dossier, book: await newBook(title, on), fonts, on, unreadable: [], glyphs: new Set() }
  const plan = planOf(ctx.register.db, dossier, leaveOutOriginals)
  const parts = await putParts(work, plan)
  const numbers = numbersOf(parts)
  const originals = plan.filter(
    (p, i) => parts[i]?.pages.length === 0 && parts[i]?.numbered && p.item.mark?.pages == null,
  )
  const pages = numbers.reduce((sum, range) => sum + (range === null ? 0 : range.to - range.from + 1), 0)
  ctx.job.step('dossier.bind', plan.length / (plan.length + 1))
  await putLast(work, plan, parts, originals.length === 0 ? pages : null)
  const { pdf, sheets } = await bind(work.book, { ...way, sample: ctx.profile.sample, on, fonts })
  // A cancel while it was bound leaves nothing.
  ctx.job.step('finishing', null)
  const lacking = dossier.items.filter((i) => i.state === 'lacking')
  const outcome: DossierBuilt = {
    ...{ pages, sheets, unreadable: work.unreadable, missingGlyphs: [...work.glyphs] },
    originals: originals.map((p) => p.item.key),
    missing: lacking.filter((i) => !unnumbered.includes(i.item)).map((i) => i.key),
    unfilled: lacking.filter((i) => unnumbered.includes(i.item)).map((i) => i.key),
  }
  keep(ctx, {
    userId: ctx.session.userId,
    id,
    pdf,
    outcome,
    contents: contentsOf(dossier),
    papers: papersIn(dossier, plan),
  })
  return outcome
}

const printedOf = (recordId: string): Printed => ({ book: 'mediation', recordId, paper: 'dossier', about: null })

function preview(ctx: Ctx, id: string): PaperView {
  openRecord(ctx.register.db, 'dispute', id, ctx.session, ctx.clock.now())
  const { pdf, outcome } = keptOf(ctx, id)
  return { pdf, pages: outcome.sheets, title, missingGlyphs: outcome.missingGlyphs, frozen: false }
}

export const dossierBuildHandlers = {
  'dossier.build': build,
  'dossier.preview': (ctx, { id }) => preview(ctx, id),
  'dossier.printed': (ctx, { id, copies, pages: some }) => {
    readRecord(ctx.register.db, 'dispute', id, ctx.session)
    const { outcome, contents, papers } = keptOf(ctx, id)
    const of = printedOf(id)
    const copyNo = nextCopyNo(ctx.register.db, of)
    write(ctx, (tx) => {
      noteCopies(tx, of, { paper: of.paper, mode: 'final', copies, copyNo, ...unusual({ pages: some }) }, 'print')
      // Some pages of it again are no dossier.
      if (some !== '') return
      const pages = outcome.originals.length === 0 ? outcome.pages : null
      notePrint(tx, id, { paper: of.paper, fingerprint: contents, copies, pages })
      for (const paper of papers) notePrint(tx, id, { ...paper, copies, pages: null })
    })
    return { copyNo }
  },
  'dossier.printUndone': (ctx, { id, copyNo }) => {
    readRecord(ctx.register.db, 'dispute', id, ctx.session)
    write(ctx, (tx) => takeBackPrint(tx, printedOf(id), copyNo))
    return null
  },
  'dossier.savePdf': async (ctx, { id, place }) => {
    const { data } = readRecord(ctx.register.db, 'dispute', id, ctx.session)
    const { pdf } = keptOf(ctx, id)
    const fileName = await writePlainPdf(ctx, place, `${title}${data.caseNo ?? ''}`, pdf)
    write(ctx, (tx) => {
      const facts = { paper: 'dossier', mode: 'final' }
      tx.event('paper.saved', facts, { book: 'mediation', ledger: 'dispute', recordId: id })
      noteAccess(tx.db, { at: tx.at, by: tx.by, what: 'save-pdf', ledger: 'dispute', recordId: id, facts })
    })
    return { fileName }
  },
} satisfies Partial<Handlers>
