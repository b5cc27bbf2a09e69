import { Alert, Button } from 'antd'
import { useState } from 'react'
import {
  type FigureScope,
  type FiguresView,
  measureNames,
  namedPeriod,
  type Period,
  readPeriod,
  writtenPeriod,
} from '../../../shared/rules/figures.ts'
import { useCall, useJob } from '../../api/client.ts'
import { localToday } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { JobState } from '../../parts/JobProgress.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import { hrefOf, type Route } from '../../route.ts'
import { useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'
import { FigureCharts } from './FigureCharts.tsx'
import { EventTable, PlaceTable } from './FigureParts.tsx'
import { FigureTable } from './FigureTable.tsx'
import { PeriodChooser } from './PeriodChooser.tsx'
import '../../parts/Panel.css'
import './figures.css'

const words = t.figures
export const book = 'teams'

/** 统计 of the teams' book: `#/figures/2026-07-01..2026-09-30`; without a period it is this quarter. */
export function FiguresPage({ at: [written] }: { readonly at: Route }) {
  const { profile, roles } = useSession()
  const [printing, setPrinting] = useState(false)
  const file = useJob('figures.export')
  const period = readPeriod(written ?? '') ?? namedPeriod('thisQuarter', localToday())
  const sees = roles.some((r) => r.book === book) && profile.book !== 'mediation'
  if (!sees) return <Alert type="info" showIcon role="note" title={t.city.noRole} />
  if (printing)
    return (
      <PaperPreview of={{ book, paper: 'figures', about: writtenPeriod(period) }} onClose={() => setPrinting(false)} />
    )
  return (
    <div className="desk flow figures">
      <header className="desk-head">
        <h1>{words.title}</h1>
        <PeriodChooser period={period} />
        <span className="quiet-line">
          {fill(words.shown, { from: period.from ?? words.begin, until: period.until ?? words.now })}
        </span>
        <span className="spring" />
        <Button loading={file.running} onClick={() => void file.start({ book, ...period, place: null })}>
          {words.export}
        </Button>
        {profile.kind === 'unit' && <Button onClick={() => setPrinting(true)}>{words.print}</Button>}
      </header>
      <JobState handle={file} label={words.exporting} />
      {file.outcome && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={fill(words.exported, { ...file.outcome, place: t.papers.saveDefault })}
          closable={{ onClose: file.reset }}
        />
      )}
      <Figures key={writtenPeriod(period)} period={period} />
    </div>
  )
}

function Figures({ period }: { readonly period: Period }) {
  const byTeam = useCall('figures.view', { book, by: 'team', ...period })
  if (byTeam.error) return <ErrorNotice error={byTeam.error} onRetry={() => void byTeam.refetch()} />
  if (byTeam.data === undefined) return <p className="loading">{t.common.loading}</p>
  const view = byTeam.data
  const scope: FigureScope = { home: view.home, asOf: view.asOf, ...period }
  if (Object.values(view.total).every((n) => n === 0)) return <Empty view={view} />
  return (
    <>
      <Panel title={words.teamTable} extra={<span className="quiet-line">{words.open}</span>}>
        <FigureTable
          {...{ view, scope }}
          label={words.teamTable}
          first={words.team}
          by="team"
          measures={measureNames}
        />
        <p className="panel-note">
          {fill(words.asOf, { day: view.asOf })}
          {words.joint}
          {(view.total.undivided ?? 0) > 0 && words.undivided}
        </p>
      </Panel>
      <FigureCharts view={view} scope={scope} period={period} />
      <PlaceTable scope={scope} period={period} />
      <EventTable scope={scope} period={period} />
    </>
  )
}

/** Nothing counted says the first step. */
function Empty({ view }: { readonly view: FiguresView }) {
  if (view.home === 'recipient') return <p className="plain-empty">{words.emptyCity}</p>
  return (
    <p className="plain-empty">
      {words.empty}
      {(['post', 'training', 'visit'] as const).map((ledger) => (
        <a key={ledger} className="big-link" href={hrefOf(ledger, 'new')}>
          {t.ledgers[ledger].add}
        </a>
      ))}
    </p>
  )
}
