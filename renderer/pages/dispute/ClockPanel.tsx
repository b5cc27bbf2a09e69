import { Alert, Button } from 'antd'
import type { Clock } from '../../../shared/rules/clocks.ts'
import { clockName, daysWords, endWords } from '../../clockWords.ts'
import { labelled } from '../../format.ts'
import { fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { dataOf } from './caseData.ts'
import { type CaseClocks, isOverdue, useClocks } from './useClocks.ts'

interface Props {
  readonly actions: FormActions
}

/** 期限: the clocks of the case as it is typed now, each with its counted day, its end in law and its article. */
export function ClockPanel({ actions }: Props) {
  const found = useClocks(actions)
  if (found === null) return <p className="loading">{t.common.loading}</p>
  return (
    <section className="clocks" aria-label={t.clocks.panel.title}>
      {found.clocks.length === 0 && <p className="quiet">{t.clocks.panel.none}</p>}
      <ul>
        {found.clocks.map((clock) => (
          <ClockLine key={`${clock.kind} ${clock.path}`} clock={clock} actions={actions} />
        ))}
      </ul>
      {notesOf(actions, found).map((note) => (
        <Alert key={note} type="info" showIcon role="note" title={note} />
      ))}
    </section>
  )
}

function ClockLine({ clock, actions }: Props & { readonly clock: Clock }) {
  const { today } = actions.form.tools
  const facts = [endWords(clock), clock.extended ? t.clocks.extended : '']
  return (
    <li className={isOverdue(clock, today) ? 'overdue' : ''}>
      <div className="clock-head">
        <strong>{clockName(clock)}</strong>
        <Button size="small" type="link" onClick={() => actions.goTo(clock.path)}>
          {t.clocks.panel.go}
        </Button>
      </div>
      <div>
        <span className="due-day">{clock.unshiftedOn}</span> <span>{stateWords(clock, today)}</span>
      </div>
      <div>{facts.filter(Boolean).join(' · ')}</div>
      {clock.tableMissing && <div>▲ {labelled(t.clocks.tableMissing, t.clocks.tableMissingHint)}</div>}
      {clock.startsOn !== null && <div className="quiet">{fill(t.clocks.panel.from, { day: clock.startsOn })}</div>}
      <div className="quiet">{t.clocks.kinds[clock.kind].law}</div>
    </li>
  )
}

function stateWords(clock: Clock, today: string): string {
  if (clock.paused) return t.clocks.paused
  return clock.lapses && clock.dueOn < today ? t.clocks.lapsed : daysWords(clock, today)
}

/** Why a clock that was looked for is not there. */
function notesOf(actions: FormActions, { clocks, settings }: CaseClocks): readonly string[] {
  const { extensions, escalations } = dataOf(actions)
  const isRunning = clocks.some((c) => c.kind === 'general' || c.kind === 'labour' || c.kind === 'medical')
  const unsigned = isRunning && extensions.some((e) => e.until !== null && e.signed !== true)
  const level = escalations.findLast((e) => e.leftOn === null)?.level ?? null
  const isUnknown = level !== null && !settings.levels.some((l) => l.name === level.trim() && l.days !== null)
  return [
    ...(unsigned ? [t.clocks.panel.unsigned] : []),
    ...(isRunning && isUnknown ? [fill(t.clocks.panel.levelUnknown, { level })] : []),
  ]
}

/** How many are overdue; nothing when none is. */
export function ClockBadge({ actions }: Props) {
  const found = useClocks(actions)
  const late = found?.clocks.filter((c) => isOverdue(c, actions.form.tools.today)).length ?? 0
  return late === 0 ? null : late
}
