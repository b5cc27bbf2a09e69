/** The same words in English; a missing one is a type error. */
import { caseActs } from './en/caseActs.ts'
import { city } from './en/city.ts'
import { clocks } from './en/clocks.ts'
import { codes } from './en/codes.ts'
import { committeeDesk } from './en/committeeDesk.ts'
import { common } from './en/common.ts'
import { dossier } from './en/dossier.ts'
import { dossierDesk } from './en/dossierDesk.ts'
import { entry } from './en/entry.ts'
import { entryGrid } from './en/entryGrid.ts'
import { errors } from './en/errors.ts'
import { figures } from './en/figures.ts'
import { form } from './en/form.ts'
import { help } from './en/help.ts'
import { ledgerPapers } from './en/ledgerPapers.ts'
import { ledgers } from './en/ledgers.ts'
import { numbers } from './en/numbers.ts'
import { pages } from './en/pages.ts'
import { paperDesk } from './en/paperDesk.ts'
import { papers } from './en/papers.ts'
import { paperWording } from './en/paperWording.ts'
import { places } from './en/places.ts'
import { printing } from './en/printing.ts'
import { problems } from './en/problems.ts'
import { report } from './en/report.ts'
import { roster } from './en/roster.ts'
import { scans } from './en/scans.ts'
import { secrecy } from './en/secrecy.ts'
import { settings } from './en/settings.ts'
import { sheetDesk } from './en/sheetDesk.ts'
import { sheets } from './en/sheets.ts'
import { steps } from './en/steps.ts'
import { trainings } from './en/trainings.ts'
import { turnover } from './en/turnover.ts'
import { visits } from './en/visits.ts'
import type { Texts } from './zh-CN.ts'

export const en = {
  common,
  entry,
  entryGrid,
  form,
  figures,
  pages,
  caseActs,
  numbers,
  help,
  ledgers,
  codes,
  clocks,
  errors,
  problems,
  steps,
  papers,
  printing,
  paperWording,
  paperDesk,
  dossier,
  dossierDesk,
  places,
  ledgerPapers,
  scans,
  report,
  city,
  settings,
  sheetDesk,
  secrecy,
  turnover,
  visits,
  trainings,
  roster,
  committeeDesk,
  sheets,
} satisfies Texts
