import './ManyPage.css'
import { Button } from 'antd'
import { useMemo } from 'react'
import { mostAtOnce } from '../../../shared/contract/records.ts'
import { type AnyPart, emptyData, type RuleContext } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { wholeRows } from '../../../shared/rules/draftRows.ts'
import { useCall } from '../../api/client.ts'
import { EntryGrid } from '../../entry/EntryGrid.tsx'
import type { Drafting } from '../../ledger/useDraft.ts'
import { useDraftOnce } from '../../ledger/useOpened.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { JobState } from '../../parts/JobProgress.tsx'
import { go } from '../../route.ts'
import { useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'
import { ColumnChoice, useColumns } from './ColumnChoice.tsx'
import { manyKey } from './manyKey.ts'
import { type ManyProps, useMany } from './useMany.ts'

/** 整表录入: many new records of a ledger in one table, saved together. */
export function ManyPage({ ledger }: { readonly ledger: LedgerName }) {
  const key = manyKey(ledger)
  const session = useSession()
  const home = useCall('home.view', {})
  const settings = useCall('setting.all', {})
  const places = useCall('place.names', {})
  const { draft, error } = useDraftOnce(key)
  const today = home.data?.today
  const { sample } = session.profile
  const context = useMemo<RuleContext | null>(
    () =>
      today === undefined || settings.data === undefined || places.data === undefined
        ? null
        : { today, sample, settings: settings.data, places: places.data },
    [today, sample, settings.data, places.data],
  )
  const failed = error ?? home.error ?? settings.error ?? places.error
  if (failed) return <ErrorNotice error={failed} />
  if (context === null || draft === undefined) return <p className="loading">{t.common.loading}</p>
  const stored = {
    rows: wholeRows(emptyData(ledgerOf(ledger)) as AnyPart, draft?.data.rows),
    savedAt: draft?.savedAt ?? null,
  }
  return <ManyRows {...{ ledger, context, stored }} draftKey={key} />
}

function ManyRows(props: ManyProps) {
  const { ledger, context } = props
  const many = useMany(props)
  const columns = useColumns(ledger)
  const { job, draft, judged, rows } = many
  const busy = job.running
  return (
    <div className="many-page">
      <header className="list-bar">
        <h1>{fill(t.entryGrid.many.title, { ledger: t.ledgers[ledger].name })}</h1>
        <Standing draft={draft} rows={rows.length} />
        <span className="spring" />
        <ColumnChoice ledger={ledger} columns={columns} />
        <Button onClick={() => void draft.flush().then(() => go(ledger))}>{t.common.back}</Button>
        <Button type="primary" disabled={busy} onClick={many.save} aria-keyshortcuts="Control+S">
          {fill(t.entryGrid.many.save, { count: many.filled })}
        </Button>
      </header>
      {many.refused && (
        <p role="alert" className="many-refused">
          {fill(t.entryGrid.many.refused, { count: judged.errors })}
        </p>
      )}
      <JobState handle={job} label={t.entryGrid.many.saving} />
      <EntryGrid
        {...{ ledger, rows }}
        columns={columns.shown}
        frozen={busy}
        maxRows={mostAtOnce}
        fresh={many.blank}
        settle={many.settle}
        onChange={many.change}
        problems={judged.marks}
        today={context.today}
        minRows={20}
        fills
        label={t.ledgers[ledger].name}
      />
    </div>
  )
}

function Standing({ draft, rows }: { readonly draft: Drafting; readonly rows: number }) {
  if (draft.failed) return <strong className="entry-error">{t.entryGrid.many.draftFailed}</strong>
  return (
    <span className="quiet">{rows === 0 ? t.entryGrid.many.hint : draft.at !== null && t.entryGrid.many.drafted}</span>
  )
}
