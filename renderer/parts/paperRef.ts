import type { PaperMode, PaperView } from '../../shared/contract/papers.ts'
import type { Input } from '../../shared/contract.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Book } from '../../shared/ledgers/describe.ts'
import type { CasePaper } from '../../shared/rules/casePapers.ts'
import type { PrintStyle } from '../../shared/settingsPrinters.ts'
import { call, useCall } from '../api/client.ts'

/** A paper of one case. */
export interface CasePaperRef {
  readonly ledger: 'dispute'
  readonly id: string
  readonly paper: CasePaper
  readonly mode: PaperMode
  /** Which of its list, from 0. */
  readonly part: number
  readonly style?: PrintStyle
  /** 套打: only what was entered. */
  readonly valuesOnly?: boolean
}
/** A paper of the office that belongs to no record; it has one mode. */
export interface OfficePaperRef {
  readonly book: Book
  readonly paper: string
  /** What it is about: a day, a month, a user's id. */
  readonly about: string | null
  readonly style?: PrintStyle
}
/** Blank forms of no case, each in its copies. */
export type BlankSetRef = Input<'blankPapers.preview'>
/** The dossier of a case as it was bound last at this window. */
export interface DossierRef {
  /** The case's id. */
  readonly dossier: string
}
export type PaperRef = CasePaperRef | OfficePaperRef | BlankSetRef | DossierRef

export const isOfCase = (ref: PaperRef): ref is CasePaperRef => 'ledger' in ref
const isBlankSet = (ref: PaperRef): ref is BlankSetRef => 'papers' in ref
const isDossier = (ref: PaperRef): ref is DossierRef => 'dossier' in ref
const caseOf = ({ dossier }: DossierRef) => ({ ledger: 'dispute', id: dossier }) as const

/** Null for a paper that has one mode only. */
export const modeOf = (ref: PaperRef): PaperMode | null => (isOfCase(ref) ? ref.mode : isBlankSet(ref) ? 'blank' : null)

interface Viewed {
  readonly view: PaperView | undefined
  readonly error: AppError | null
  readonly again: () => void
}

const noCase: CasePaperRef = { ledger: 'dispute', id: '', paper: 'agreement', mode: 'draft', part: 0 }
const noOffice: OfficePaperRef = { book: 'mediation', paper: '', about: null }
const noDossier = { ledger: 'dispute', id: '' } as const
const noSet: BlankSetRef = { book: 'mediation', committee: '', papers: [] }

/** The paper's pages from the core, whichever kind it is. */
export function usePaperView(ref: PaperRef): Viewed {
  const ofCase = isOfCase(ref)
  const casePaper = useCall('paper.preview', ofCase ? ref : noCase, { enabled: ofCase })
  const ofSet = isBlankSet(ref)
  const blanks = useCall('blankPapers.preview', ofSet ? ref : noSet, { enabled: ofSet })
  const ofDossier = isDossier(ref)
  const dossier = useCall('dossier.preview', ofDossier ? caseOf(ref) : noDossier, { enabled: ofDossier })
  const ofOffice = !ofCase && !ofSet && !ofDossier
  const officePaper = useCall('officePaper.preview', ofOffice ? ref : noOffice, { enabled: ofOffice })
  const { data, error, refetch } = ofCase ? casePaper : ofSet ? blanks : ofDossier ? dossier : officePaper
  return { view: data, error, again: () => void refetch() }
}

/** Whether a printer's style changes how the paper is drawn; what is made of pages that exist does not change. */
export const takesStyle = (ref: PaperRef): boolean => isOfCase(ref) || isBlankSet(ref) || 'paper' in ref

/** The paper as a printer draws it. */
export function styled(ref: PaperRef, style: PrintStyle, valuesOnly: boolean): PaperRef {
  if (!takesStyle(ref)) return ref
  return isOfCase(ref) ? { ...ref, style, valuesOnly } : { ...ref, style }
}

/** What of a paper was printed: copies, and pages as `1-3,5`, empty for all. */
export interface PrintNote {
  readonly copies: number
  readonly pages: string
}

/** Notes that the paper went to the printer; answers the copy number. */
export async function notePrinted(ref: PaperRef, note: PrintNote): Promise<number> {
  const { copyNo } = isOfCase(ref)
    ? await call('paper.printed', { ...ref, ...note })
    : isBlankSet(ref)
      ? await call('blankPapers.printed', { ...ref, ...note })
      : isDossier(ref)
        ? await call('dossier.printed', { ...caseOf(ref), ...note })
        : await call('officePaper.printed', { ...ref, ...note })
  return copyNo
}

/** Takes the note of a print back that did not come out. */
export async function undoPrint(ref: PaperRef, copyNo: number): Promise<void> {
  if (isOfCase(ref)) await call('paper.printUndone', { ...ref, copyNo })
  else if (isBlankSet(ref)) await call('blankPapers.printUndone', { ...ref, copyNo })
  else if (isDossier(ref)) await call('dossier.printUndone', { ...caseOf(ref), copyNo })
  else await call('officePaper.printUndone', { ...ref, copyNo })
}

/** Writes the PDF into a place, or the marked folder; answers its name. */
export async function savePaper(ref: PaperRef, place: string | null): Promise<string> {
  const { fileName } = isOfCase(ref)
    ? await call('paper.savePdf', { ...ref, place })
    : isBlankSet(ref)
      ? await call('blankPapers.savePdf', { ...ref, place })
      : isDossier(ref)
        ? await call('dossier.savePdf', { ...caseOf(ref), place })
        : await call('officePaper.savePdf', { ...ref, place })
  return fileName
}
