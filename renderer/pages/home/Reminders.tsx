import { Button } from 'antd'
import type { Reminder } from '../../../shared/contract/reminders.ts'
import { useAct, useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { hrefOf } from '../../route.ts'
import { codeLabel, fill, t } from '../../text.ts'

const words = t.turnover.reminders

/** What this user is asked to look after; nothing at all when there is nothing. */
export function Reminders() {
  const reminders = useCall('reminder.list', {})
  const clear = useAct('plainFiles.clear')
  const cleared = clear.data && (clear.data.kept > 0 ? words.clearedKept : words.cleared)
  if (!cleared && (reminders.data ?? []).length === 0) return null
  return (
    <section className="home-block" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul className="lines">
        {reminders.data?.map((r) => (
          <li key={r.kind}>
            <ReminderLine reminder={r} />
            {r.kind === 'plainFiles' && (
              <Button size="small" loading={clear.isPending} onClick={() => clear.mutate({})}>
                {words.clear}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {clear.data && cleared && <p role="status">{fill(cleared, { ...clear.data })}</p>}
      <ErrorNotice error={clear.error} />
    </section>
  )
}

function ReminderLine({ reminder }: { readonly reminder: Reminder }) {
  switch (reminder.kind) {
    case 'plainFiles': {
      const { label, count, days } = reminder
      return <span>{fill(words.plainFiles, { label, count, days })}</span>
    }
    case 'accessMonth': {
      const { month } = reminder
      return <a href={hrefOf('access', month)}>{fill(words.accessMonth, { month })}</a>
    }
    case 'recoveryCheck':
      return <a href={hrefOf('settings', 'password')}>{fill(words.recoveryCheck, { days: reminder.days })}</a>
    case 'quarterTrainings':
      return <QuarterLine {...reminder} />
    case 'mediatorTerms': {
      const { count, until } = reminder
      return <a href={hrefOf('settings', 'mediators')}>{fill(words.mediatorTerms, { count, until })}</a>
    }
    case 'loansLate':
      return <a href={hrefOf('turnover', 'loans')}>{fill(words.loansLate, { count: reminder.count })}</a>
  }
}

/** 联户长 0/2、示例一村联铺长 1/2. */
function QuarterLine({ year, quarter, days, units, count }: Extract<Reminder, { kind: 'quarterTrainings' }>) {
  const names = units
    .map(
      (u) =>
        `${u.unit === '' ? t.trainings.quarter.unwritten : (u.unit ?? '')}${codeLabel('team', u.team)} ${u.credits}/2`,
    )
    .join('、')
  const said = count > units.length ? fill(t.trainings.reminderMore, { units: names, count }) : names
  return <a href={hrefOf('quarter', `${year}-${quarter}`)}>{fill(t.trainings.reminder, { days, units: said })}</a>
}
