import { Alert } from 'antd'
import { useState } from 'react'
import type { HomeView } from '../../../shared/contract/records.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { useCall } from '../../api/client.ts'
import { formatInstant } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import type { OfficePaperRef } from '../../parts/paperRef.ts'
import { hrefOf } from '../../route.ts'
import { ledgersOf, useSession } from '../../session.ts'
import { fill, language, t } from '../../text.ts'
import { isManyKey } from '../many/manyKey.ts'
import { DueMatters } from '../visit/DueMatters.tsx'
import { DueList } from './DueList.tsx'
import { OpenCorrections } from './OpenCorrections.tsx'
import { NoRoles, RecipientHome } from './RecipientHome.tsx'
import { Reminders } from './Reminders.tsx'

const dayWords = (day: string): string => (language === 'en' ? day : chineseDate(day))

/** 今日: what is due, what lies open, what the month has; nothing decorative. */
export function HomePage() {
  const session = useSession()
  const home = useCall('home.view', {})
  const [list, setList] = useState<OfficePaperRef | null>(null)
  if (home.error) return <ErrorNotice error={home.error} onRetry={() => void home.refetch()} />
  if (home.data === undefined) return <p className="loading">{t.common.loading}</p>
  if (list !== null) return <PaperPreview of={list} onClose={() => setList(null)} />
  const print = (today: string) => setList({ book: 'mediation', paper: 'weekDue', about: today })
  return (
    <div className="home">
      <h1>{fill(t.pages.home.greeting, { date: dayWords(home.data.today), name: session.name })}</h1>
      <Reminders />
      {session.profile.kind === 'recipient' ? (
        <RecipientHome />
      ) : (
        <UnitHome home={home.data} onPrint={() => print(home.data.today)} />
      )}
    </div>
  )
}

interface UnitHomeProps {
  readonly home: HomeView
  readonly onPrint: () => void
}
function UnitHome({ home, onPrint }: UnitHomeProps) {
  const own = ledgersOf(useSession())
  if (own.length === 0) return <NoRoles />
  const isFirst = home.recent.length === 0 && home.drafts.length === 0
  return (
    <div className="home-columns">
      <div>
        <WrongClock home={home} />
        {isFirst && <FirstStep />}
        {own.includes('dispute') && <OpenCorrections />}
        {own.includes('dispute') && <DueList home={home} onPrint={onPrint} />}
        {own.includes('visit') && <DueMatters />}
      </div>
      <div>
        <Drafts drafts={home.drafts} />
        <section className="home-block" aria-label={t.pages.home.month}>
          <h2>{t.pages.home.month}</h2>
          <dl className="month">
            {home.month.map(({ ledger, count }) => (
              <div key={ledger}>
                <dt>{t.ledgers[ledger].name}</dt>
                <dd>{fill(t.pages.home.count, { count })}</dd>
              </div>
            ))}
          </dl>
        </section>
        <Recent home={home} />
      </div>
    </div>
  )
}

/** A clock set back stops nobody from working; it has to be seen. */
function WrongClock({ home }: { readonly home: HomeView }) {
  if (home.lastEntryOn === null) return null
  const days = { today: dayWords(home.today), last: dayWords(home.lastEntryOn) }
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t.pages.home.clockTitle}
      description={fill(t.pages.home.clockText, days)}
    />
  )
}

function FirstStep() {
  const own = ledgersOf(useSession()).filter((ledger) => ledgerOf(ledger).ofOffice !== true)
  return (
    <section className="home-block" aria-label={t.pages.home.first}>
      <h2>{t.pages.home.first}</h2>
      <p>{t.pages.home.firstUnit}</p>
      <p>
        {own.map((ledger) => (
          <a key={ledger} className="big-link" href={hrefOf(ledger, 'new')}>
            {t.ledgers[ledger].add}
          </a>
        ))}
      </p>
    </section>
  )
}

function Drafts({ drafts }: { readonly drafts: HomeView['drafts'] }) {
  return (
    <section className="home-block" aria-label={t.pages.home.drafts}>
      <h2>{t.pages.home.drafts}</h2>
      {drafts.length === 0 && <p className="quiet">{t.pages.home.draftsNone}</p>}
      <ul className="lines">
        {drafts.map((draft) => (
          <li key={draft.key}>
            <a
              href={
                draft.recordId === null
                  ? hrefOf(draft.ledger, 'draft', draft.key)
                  : hrefOf(draft.ledger, draft.recordId)
              }
            >
              {draftTitle(draft)}
            </a>
            <span className="quiet">{`${t.ledgers[draft.ledger].name} · ${formatInstant(draft.savedAt)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function draftTitle({ key, ledger, title }: HomeView['drafts'][number]): string {
  const names = { ledger: t.ledgers[ledger].name }
  if (isManyKey(key)) return fill(t.entryGrid.many.title, names)
  return title || fill(t.pages.home.draftUntitled, names)
}

function Recent({ home }: { readonly home: HomeView }) {
  return (
    <section className="home-block" aria-label={t.pages.home.recent}>
      <h2>{t.pages.home.recent}</h2>
      {home.recent.length === 0 && <p className="quiet">{t.pages.home.recentNone}</p>}
      <ul className="lines">
        {home.recent.map((hit) => (
          <li key={hit.id}>
            <a href={hrefOf(hit.ledger, hit.id)}>{hit.title || t.ledgers[hit.ledger].one}</a>
            <span className="quiet">{`${t.ledgers[hit.ledger].name} · ${formatInstant(hit.updatedAt)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
