import { daysAfter, daysBetween } from '../../../shared/rules/dates.ts'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { hrefOf } from '../../route.ts'
import { fill, t } from '../../text.ts'

const words = t.visits.list
/** Days ahead and lines shown on 今日. */
const ahead = 7
const most = 10
export const openMatters = { ledger: 'visit', state: 'open', from: null, until: null, unit: null } as const

/** How far a deadline is, by word and shape. */
export function dueWords(dueOn: string | null, today: string): string {
  if (dueOn === null) return words.noDue
  const days = daysBetween(today, dueOn)
  if (days === 0) return words.today
  return days < 0 ? fill(words.overdue, { days: -days }) : fill(words.days, { days })
}

/** Matters handed on that are overdue or due within the week; nothing where there are none. */
export function DueMatters() {
  const { data, error } = useCall('visit.matters', openMatters)
  if (error) return <ErrorNotice error={error} />
  const due = (data?.rows ?? []).filter((m) => m.dueOn !== null && data && m.dueOn <= daysAfter(data.today, ahead))
  if (data === undefined || due.length === 0) return null
  return (
    <section className="home-block" aria-label={words.home}>
      <h2>{`${words.home}（${due.length}）`}</h2>
      <ul className="lines">
        {due.slice(0, most).map((m) => (
          <li key={`${m.id} ${m.place}`}>
            <span className="due-day">{m.dueOn}</span>
            <a href={hrefOf('visit', m.id)}>{m.matter}</a>
            <span className="quiet">{[m.unit, dueWords(m.dueOn, data.today)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      <a href={hrefOf('matters')}>{words.homeAll}</a>
    </section>
  )
}
