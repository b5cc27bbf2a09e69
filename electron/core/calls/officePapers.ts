import type { Role } from '../../../shared/contract/call.ts'
import type { PaperView } from '../../../shared/contract/papers.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { testPagePaper } from '../../../shared/rules/printing.ts'
import type { PrintStyle } from '../../../shared/settingsPrinters.ts'
import { type Ctx, type Handlers, hasRole, write } from '../context.ts'
import { teamFiguresOffice } from '../figures/paper.ts'
import { committeeMembersOffice } from '../ledgers/cases/committeePaper.ts'
import { reviewSheetOffice } from '../ledgers/cases/dossierReview.ts'
import { weekDuePaper } from '../ledgers/cases/weekDue.ts'
import { minutesPaper, rosterPaper } from '../ledgers/duties/papers.ts'
import { changesOffice, rosterOffice } from '../ledgers/posts/rosterPapers.ts'
import {
  blankSignSheetOffice,
  quarterTableOffice,
  signSheetOffice,
  trainingRecordOffice,
} from '../ledgers/trainings/papers.ts'
import { matterListOffice, visitSheetOffice } from '../ledgers/visits/papers.ts'
import type { PaperDefinition } from '../papers/pdfmake.ts'
import { renderPaper } from '../papers/render.ts'
import { noteAccess, readRecord } from '../register/access.ts'
import { accessMonthOffice } from '../secrecy/accessPaper.ts'
import { takeoverOffice } from '../turnover/takeoverPaper.ts'
import { nextCopyNo, noteCopies, type Printed, takeBackPrint, unusual } from './copies.ts'
import { fontsOf } from './paperFonts.ts'
import { writePlainPdf } from './plainFiles.ts'
import { printerTrialPaper } from './printerTrialPaper.ts'

/** A paper of the office: of no record, or about one case that it judges. */
export interface OfficePaper {
  readonly title: string
  /** Null for a paper of either book. */
  readonly book: Book | null
  /** Who may see and print it, of the book's roles. */
  readonly allow: readonly Role[]
  /** `about` is the id of a case: who may not know of it gets `not-found`, and its notes say which case it was. */
  readonly ofCase?: true
  /** What tells one saved file from the next, where `about` is no word for people. */
  readonly fileMark?: (ctx: Ctx, about: string | null) => string
  /** Reads what the paper is about and gives its definition. Throws `input-invalid` when `about` names nothing. */
  readonly make: (ctx: Ctx, about: string | null) => PaperDefinition
}

/** Every paper of the office, by the name its calls use. */
export const officePapers: Readonly<Record<string, OfficePaper>> = {
  weekDue: weekDuePaper,
  accessMonth: accessMonthOffice,
  takeover: takeoverOffice,
  reviewSheet: reviewSheetOffice,
  committeeMembers: committeeMembersOffice,
  figures: teamFiguresOffice,
  signSheet: signSheetOffice,
  signSheetBlank: blankSignSheetOffice,
  trainingRecord: trainingRecordOffice,
  quarterTrainings: quarterTableOffice,
  meetingMinutes: minutesPaper,
  dutyRoster: rosterPaper,
  roster: rosterOffice,
  rosterChanges: changesOffice,
  visitSheet: visitSheetOffice,
  matterList: matterListOffice,
  [testPagePaper]: printerTrialPaper,
}

interface Wanted {
  readonly book: Book
  readonly paper: string
  readonly about: string | null
  readonly style: PrintStyle
}

/** Throws `not-found` for a name that is none of the book's, `not-allowed` for a role that may not see it. */
function wantedPaper(ctx: Ctx, { book, paper, about }: Wanted): OfficePaper {
  const found = Object.hasOwn(officePapers, paper) ? officePapers[paper] : undefined
  if (found === undefined || (found.book !== null && found.book !== book)) throw new AppError('not-found')
  if (!hasRole(ctx.session, book, ...found.allow)) throw new AppError('not-allowed')
  if (found.ofCase === true) readRecord(ctx.register.db, 'dispute', about ?? '', ctx.session)
  return found
}

async function view(ctx: Ctx, wanted: Wanted): Promise<PaperView> {
  const { title, make } = wantedPaper(ctx, wanted)
  return {
    ...(await renderPaper(make(ctx, wanted.about), await fontsOf(ctx), { style: wanted.style })),
    title,
    frozen: false,
  }
}

const printedOf = ({ ofCase }: OfficePaper, { book, paper, about }: Wanted): Printed =>
  ofCase === true ? { book, recordId: about, paper, about: null } : { book, recordId: null, paper, about }

export const officePaperHandlers = {
  'officePaper.preview': (ctx, input) => view(ctx, input),
  'officePaper.printed': (ctx, input) => {
    const { copies, style, pages } = input
    const of = printedOf(wantedPaper(ctx, input), input)
    const copyNo = nextCopyNo(ctx.register.db, of)
    const facts = { paper: of.paper, about: of.about, copies, copyNo, ...unusual({ style, pages }) }
    write(ctx, (tx) => noteCopies(tx, of, facts, 'print'))
    return { copyNo }
  },
  'officePaper.printUndone': (ctx, input) => {
    const of = printedOf(wantedPaper(ctx, input), input)
    write(ctx, (tx) => takeBackPrint(tx, of, input.copyNo))
    return null
  },
  'officePaper.savePdf': async (ctx, input) => {
    const { pdf, title } = await view(ctx, input)
    const found = wantedPaper(ctx, input)
    const { book, recordId, paper, about } = printedOf(found, input)
    const ofOffice = () => (found.fileMark === undefined ? about : found.fileMark(ctx, about))
    const mark =
      recordId === null ? ofOffice() : readRecord(ctx.register.db, 'dispute', recordId, ctx.session).data.caseNo
    const fileName = await writePlainPdf(ctx, input.place, `${title}${mark ?? ''}`, pdf)
    write(ctx, (tx) => {
      const [facts, of] = [{ paper, about }, recordId === null ? {} : ({ ledger: 'dispute', recordId } as const)]
      tx.event('paper.saved', facts, { book, ...of })
      noteAccess(tx.db, { at: tx.at, by: tx.by, what: 'save-pdf', ...of, facts: { ...facts, book } })
    })
    return { fileName }
  },
} satisfies Partial<Handlers>
