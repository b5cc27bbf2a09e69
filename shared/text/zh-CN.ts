/** Every word the Chinese window shows. Words of the field: domain reference, "Words on the screen". */
import type { Translated } from './template.ts'
import { caseActs } from './zh-CN/caseActs.ts'
import { city } from './zh-CN/city.ts'
import { clocks } from './zh-CN/clocks.ts'
import { codes } from './zh-CN/codes.ts'
import { committeeDesk } from './zh-CN/committeeDesk.ts'
import { common } from './zh-CN/common.ts'
import { dossier } from './zh-CN/dossier.ts'
import { dossierDesk } from './zh-CN/dossierDesk.ts'
import { entry } from './zh-CN/entry.ts'
import { entryGrid } from './zh-CN/entryGrid.ts'
import { errors } from './zh-CN/errors.ts'
import { figures } from './zh-CN/figures.ts'
import { form } from './zh-CN/form.ts'
import { help } from './zh-CN/help.ts'
import { ledgerPapers } from './zh-CN/ledgerPapers.ts'
import { ledgers } from './zh-CN/ledgers.ts'
import { numbers } from './zh-CN/numbers.ts'
import { pages } from './zh-CN/pages.ts'
import { paperDesk } from './zh-CN/paperDesk.ts'
import { papers } from './zh-CN/papers.ts'
import { paperWording } from './zh-CN/paperWording.ts'
import { places } from './zh-CN/places.ts'
import { printing } from './zh-CN/printing.ts'
import { problems } from './zh-CN/problems.ts'
import { report } from './zh-CN/report.ts'
import { roster } from './zh-CN/roster.ts'
import { scans } from './zh-CN/scans.ts'
import { secrecy } from './zh-CN/secrecy.ts'
import { settings } from './zh-CN/settings.ts'
import { sheetDesk } from './zh-CN/sheetDesk.ts'
import { sheets } from './zh-CN/sheets.ts'
import { steps } from './zh-CN/steps.ts'
import { trainings } from './zh-CN/trainings.ts'
import { turnover } from './zh-CN/turnover.ts'
import { visits } from './zh-CN/visits.ts'

export const zhCN = {
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
} as const

/** What every language brings. */
export type Texts = Translated<typeof zhCN>
