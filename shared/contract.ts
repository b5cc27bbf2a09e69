/** Every call of the program, declared once: name, kind, input, output, who may call. */
import { blankPaperCalls } from './contract/blankPapers.ts'
import type { InputOf, OutcomeOf, OutputOf } from './contract/call.ts'
import { caseCalls } from './contract/cases.ts'
import { clockCalls } from './contract/clocks.ts'
import { dossierCalls } from './contract/dossier.ts'
import { dossierListCalls } from './contract/dossierList.ts'
import { figureCalls } from './contract/figures.ts'
import { handoverCalls } from './contract/handover.ts'
import { numberCalls } from './contract/numbers.ts'
import type { JobView } from './contract/office.ts'
import { officeCalls } from './contract/office.ts'
import { paperCalls } from './contract/papers.ts'
import { placeNameCalls } from './contract/places.ts'
import { postCalls } from './contract/posts.ts'
import { recordCalls } from './contract/records.ts'
import { reminderCalls } from './contract/reminders.ts'
import { scanCalls } from './contract/scans.ts'
import { secrecyCalls } from './contract/secrecy.ts'
import { sessionCalls } from './contract/session.ts'
import { sheetCalls } from './contract/sheets.ts'
import { trainingCalls } from './contract/trainings.ts'
import { turnoverCalls } from './contract/turnover.ts'
import { visitCalls } from './contract/visits.ts'
import type { Answer } from './errors.ts'

export const contract = {
  ...sessionCalls,
  ...recordCalls,
  ...caseCalls,
  ...clockCalls,
  ...paperCalls,
  ...blankPaperCalls,
  ...scanCalls,
  ...dossierCalls,
  ...dossierListCalls,
  ...numberCalls,
  ...officeCalls,
  ...handoverCalls,
  ...secrecyCalls,
  ...trainingCalls,
  ...visitCalls,
  ...turnoverCalls,
  ...reminderCalls,
  ...postCalls,
  ...placeNameCalls,
  ...sheetCalls,
  ...figureCalls,
} as const

export type Contract = typeof contract
export type CallName = keyof Contract
export type Input<N extends CallName> = InputOf<Contract[N]>
export type Output<N extends CallName> = OutputOf<Contract[N]>
export type Outcome<N extends CallName> = OutcomeOf<Contract[N]>

/** What the core tells its windows without being asked. */
export type CoreEvent =
  | { readonly type: 'job'; readonly job: JobView }
  /** Something a list or page shows has changed: a ledger's name, or an area such as `backup`, `handover`, `city`. */
  | { readonly type: 'changed'; readonly what: string }
  | { readonly type: 'locked' }

/** What Electron's window has beside it: the shell knows the printers, the core does not. */
export interface ShellPipe extends Pipe {
  /** How many printers the system knows; null when it does not say. */
  readonly printers: () => Promise<number | null>
}

/** The two functions a window has of the core, over any pipe. */
export interface Pipe {
  readonly call: (name: string, input: unknown) => Promise<Answer<unknown>>
  readonly on: (listener: (event: CoreEvent) => void) => () => void
}
