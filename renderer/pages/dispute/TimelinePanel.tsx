import { useCall } from '../../api/client.ts'
import { formatValue, labelled, localDay } from '../../format.ts'
import { eventWords } from '../../ledger/HistoryPanel.tsx'
import { pathLabel } from '../../ledger/problems.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { t } from '../../text.ts'
import type { CaseTabProps } from './caseTabs.tsx'
import { type TimelineEntry, timelineOf } from './timeline.ts'

/** 经过: what happened when, and what is still to come; each line leads to where it is written. */
export function TimelinePanel({ actions }: CaseTabProps) {
  const { form, goTo, show } = actions
  const id = form.view?.id ?? ''
  const history = useCall('record.history', { ledger: 'dispute', id }, { enabled: id !== '' })
  const entries = timelineOf(form.data, history.data ?? [], localDay)
  const toCome = entries.findIndex((e) => e.on > form.tools.today)
  return (
    <section className="timeline" aria-label={t.pages.case.tabs.timeline}>
      <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />
      {entries.length === 0 && <p className="quiet">{t.pages.case.timelineEmpty}</p>}
      <ol>
        {entries.map((entry, i) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: two prints of one day are told apart by their place alone
            key={`${keyOf(entry)} ${i}`}
          >
            {i === toCome && <p className="quiet to-come">{t.pages.case.timelineToCome}</p>}
            <time className={entries[i - 1]?.on === entry.on ? 'same-day' : ''}>{entry.on}</time>
            <button
              type="button"
              className="link"
              onClick={() => ('path' in entry ? goTo(entry.path) : show('history'))}
            >
              {wordsOf(entry)}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

const keyOf = (entry: TimelineEntry): string => ('path' in entry ? entry.path : entry.event)

function wordsOf(entry: TimelineEntry): string {
  if ('event' in entry) return eventWords(entry.event)
  const note = entry.note === null ? '' : formatValue(...entry.note)
  const step = pathLabel('dispute', entry.path)
  return note === '' ? step : labelled(step, note)
}
