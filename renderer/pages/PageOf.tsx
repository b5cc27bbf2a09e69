import { lazy, Suspense } from 'react'
import { ledgerNames } from '../../shared/ledgers/index.ts'
import type { Route } from '../route.ts'
import { isMediationHead, ledgersOf, useSession } from '../session.ts'
import { t } from '../text.ts'
import { HelpPage } from './help/HelpPage.tsx'
import { HomePage } from './home/HomePage.tsx'
import { LedgerPages } from './ledger/LedgerPages.tsx'
import { MattersPage } from './visit/MattersPage.tsx'

const BlanksPage = lazy(() => import('./blanks/BlanksPage.tsx').then((m) => ({ default: m.BlanksPage })))
const DossierPages = lazy(() => import('./dossier/DossierPages.tsx').then((m) => ({ default: m.DossierPages })))
const ReportPage = lazy(() => import('./report/ReportPage.tsx').then((m) => ({ default: m.ReportPage })))
const ReceivePage = lazy(() => import('./city/ReceivePage.tsx').then((m) => ({ default: m.ReceivePage })))
const MergedPage = lazy(() => import('./city/MergedPage.tsx').then((m) => ({ default: m.MergedPage })))
const AccessPage = lazy(() => import('./access/AccessPage.tsx').then((m) => ({ default: m.AccessPage })))
const TurnoverPage = lazy(() => import('./turnover/TurnoverPage.tsx').then((m) => ({ default: m.TurnoverPage })))
const FiguresPage = lazy(() => import('./figures/FiguresPage.tsx').then((m) => ({ default: m.FiguresPage })))
const NumbersPage = lazy(() => import('./numbers/NumbersPage.tsx').then((m) => ({ default: m.NumbersPage })))
const QuarterPage = lazy(() => import('./training/QuarterPage.tsx').then((m) => ({ default: m.QuarterPage })))
const SettingsPage = lazy(() => import('./settings/SettingsPage.tsx').then((m) => ({ default: m.SettingsPage })))

/** The page a route names; an unknown one, or one of a book the user has not, is home. */
function pageFor([first, ...rest]: Route, own: readonly string[], isHead: boolean) {
  const ledger = ledgerNames.find((n) => n === first && own.includes(n))
  if (ledger !== undefined) return <LedgerPages ledger={ledger} rest={rest} />
  if (first === 'report') return <ReportPage />
  if (first === 'receive') return <ReceivePage />
  if (first === 'merged') return <MergedPage at={rest} />
  if (first === 'access' && isHead) return <AccessPage month={rest[0]} />
  if (first === 'turnover' && own.includes('dispute')) return <TurnoverPage tab={rest[0]} />
  if (first === 'dossier' && own.includes('dispute')) return <DossierPages rest={rest} />
  if (first === 'blanks' && own.includes('dispute')) return <BlanksPage />
  if (first === 'numbers' && own.includes('dispute')) return <NumbersPage at={rest} />
  if (first === 'matters' && own.includes('visit')) return <MattersPage />
  if (first === 'quarter' && own.includes('training')) return <QuarterPage at={rest[0]} />
  if (first === 'figures') return <FiguresPage at={rest} />
  if (first === 'help') return <HelpPage />
  if (first === 'settings') return <SettingsPage section={rest[0]} />
  return <HomePage />
}

export function PageOf({ route }: { readonly route: Route }) {
  const session = useSession()
  const own = session.profile.kind === 'unit' ? ledgersOf(session) : []
  return (
    <Suspense fallback={<p className="loading">{t.common.loading}</p>}>
      {pageFor(route, own, isMediationHead(session))}
    </Suspense>
  )
}
