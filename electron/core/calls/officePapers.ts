import type { Role } from '../../../shared/contract/call.ts'
import type { PaperView } from '../../../shared/contract/papers.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import type { PrintStyle } from '../../../shared/settingsPrinters.ts'
import { type Ctx, type Handlers, hasRole, write } from '../context.ts'
import { weekDuePaper } from '../ledgers/cases/weekDue.ts'
import type { PaperDefinition } from '../papers/pdfmake.ts'
import { renderPaper } from '../papers/render.ts'
import { noteAccess } from '../register/access.ts'
import { accessMonthOffice } from '../secrecy/accessPaper.ts'
import { takeoverOffice } from '../turnover/takeoverPaper.ts'
import { nextCopyNo, noteCopies, type Printed, takeBackPrint, unusual } from './copies.ts'
import { fontsOf } from './paperFonts.ts'
import { writePlainPdf } from './plainFiles.ts'

/** A paper of the office that belongs to no record. */
export interface OfficePaper {
  readonly title: string
  /** Null for a paper of either book. */
  readonly book: Book | null
  /** Who may see and print it, of the book's roles. */
  readonly allow: readonly Role[]
  /** Reads what the paper is about and gives its definition. Throws `input-invalid` when `about` names nothing. */
  readonly make: (ctx: Ctx, about: string | null) => PaperDefinition
}

/** Every paper of the office, by the name its calls use. */
export const officePapers: Readonly<Record<string, OfficePaper>> = {
  weekDue: weekDuePaper,
  accessMonth: accessMonthOffice,
  takeover: takeoverOffice,
}

interface Wanted {
  readonly book: Book
  readonly paper: string
  readonly about: string | null
  readonly style: PrintStyle
}

/** Throws `not-found` for a name that is none of the book's, `not-allowed` for a role that may not see it. */
function wantedPaper(ctx: Ctx, { book, paper }: Wanted): OfficePaper {
  const found = Object.hasOwn(officePapers, paper) ? officePapers[paper] : undefined
  if (found === undefined || (found.book !== null && found.book !== book)) throw new AppError('not-found')
  if (!hasRole(ctx.session, book, ...found.allow)) throw new AppError('not-allowed')
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

const printedOf = ({ book, paper, about }: Wanted): Printed => ({ book, recordId: null, paper, about })

export const officePaperHandlers = {
  'officePaper.preview': (ctx, input) => view(ctx, input),
  'officePaper.printed': (ctx, input) => {
    wantedPaper(ctx, input)
    const { paper, about, copies, style, pages } = input
    const of = printedOf(input)
    const copyNo = nextCopyNo(ctx.register.db, of)
    const facts = { paper, about, copies, copyNo, ...unusual({ style, pages }) }
    write(ctx, (tx) => noteCopies(tx, of, facts, 'print'))
    return { copyNo }
  },
  'officePaper.printUndone': (ctx, input) => {
    wantedPaper(ctx, input)
    write(ctx, (tx) => takeBackPrint(tx, printedOf(input), input.copyNo))
    return null
  },
  'officePaper.savePdf': async (ctx, input) => {
    const { pdf, title } = await view(ctx, input)
    const { book, paper, about } = input
    const fileName = await writePlainPdf(ctx, input.place, `${title}${about ?? ''}`, pdf)
    write(ctx, (tx) => {
      const facts = { paper, about }
      tx.event('paper.saved', facts, { book })
      noteAccess(tx.db, { at: tx.at, by: tx.by, what: 'save-pdf', facts: { ...facts, book } })
    })
    return { fileName }
  },
} satisfies Partial<Handlers>
