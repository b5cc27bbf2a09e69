import { backupHandlers } from './calls/backup.ts'
import { blankPaperHandlers } from './calls/blankPapers.ts'
import { draftHandlers } from './calls/drafts.ts'
import { homeHandlers } from './calls/home.ts'
import { jobHandlers } from './calls/jobs.ts'
import { officePaperHandlers } from './calls/officePapers.ts'
import { paperFontHandlers } from './calls/paperFonts.ts'
import { placeHandlers } from './calls/places.ts'
import { plainFileHandlers } from './calls/plainFiles.ts'
import { recordHandlers } from './calls/records.ts'
import { reminderHandlers } from './calls/reminders.ts'
import { sampleHandlers } from './calls/sample.ts'
import { saveManyHandlers } from './calls/saveMany.ts'
import { sessionHandlers } from './calls/session.ts'
import { settingHandlers } from './calls/settings.ts'
import { cityHandlers } from './city/handlers.ts'
import type { Handlers } from './context.ts'
import { sheetHandlers } from './excel/handlers.ts'
import { figureHandlers } from './figures/handlers.ts'
import { handoverHandlers } from './handover/handlers.ts'
import { caseActHandlers } from './ledgers/cases/acts.ts'
import { agreementHandlers } from './ledgers/cases/agreement.ts'
import { correctionHandlers } from './ledgers/cases/corrections.ts'
import { dossierHandlers } from './ledgers/cases/dossier.ts'
import { dossierBuildHandlers } from './ledgers/cases/dossierBuild.ts'
import { dossierListHandlers } from './ledgers/cases/dossierList.ts'
import { dossierMarkHandlers } from './ledgers/cases/dossierMarks.ts'
import { dossierReviewHandlers } from './ledgers/cases/dossierReview.ts'
import { dueHandlers } from './ledgers/cases/dueLists.ts'
import { holidayHandlers } from './ledgers/cases/holidays.ts'
import { nearTextHandlers } from './ledgers/cases/nearTexts.ts'
import { numberFateHandlers } from './ledgers/cases/numberFate.ts'
import { numberPageHandlers } from './ledgers/cases/numberPages.ts'
import { numberHandlers } from './ledgers/cases/numbers.ts'
import { casePaperHandlers } from './ledgers/cases/papers.ts'
import { placeNameHandlers } from './ledgers/places/handlers.ts'
import { postHandlers } from './ledgers/posts/handlers.ts'
import { trainingHandlers } from './ledgers/trainings/handlers.ts'
import { visitHandlers } from './ledgers/visits/handlers.ts'
import { scanHandlers } from './scans/handlers.ts'
import { secrecyHandlers } from './secrecy/handlers.ts'
import { turnoverHandlers } from './turnover/handlers.ts'

/** Every call's handler; a call without one does not compile. */
export const handlers = {
  ...sessionHandlers,
  ...settingHandlers,
  ...sampleHandlers,
  ...recordHandlers,
  ...saveManyHandlers,
  ...draftHandlers,
  ...homeHandlers,
  ...numberHandlers,
  ...numberFateHandlers,
  ...numberPageHandlers,
  ...dueHandlers,
  ...holidayHandlers,
  ...agreementHandlers,
  ...caseActHandlers,
  ...correctionHandlers,
  ...nearTextHandlers,
  ...casePaperHandlers,
  ...dossierHandlers,
  ...dossierMarkHandlers,
  ...dossierReviewHandlers,
  ...dossierBuildHandlers,
  ...officePaperHandlers,
  ...paperFontHandlers,
  ...blankPaperHandlers,
  ...trainingHandlers,
  ...visitHandlers,
  ...scanHandlers,
  ...dossierListHandlers,
  ...backupHandlers,
  ...placeHandlers,
  ...plainFileHandlers,
  ...jobHandlers,
  ...handoverHandlers,
  ...cityHandlers,
  ...secrecyHandlers,
  ...turnoverHandlers,
  ...reminderHandlers,
  ...postHandlers,
  ...placeNameHandlers,
  ...sheetHandlers,
  ...figureHandlers,
} satisfies Handlers
