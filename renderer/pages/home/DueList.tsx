import type { HomeView } from '../../../shared/contract/records.ts'
import { hrefOf } from '../../route.ts'
import { fill, t } from '../../text.ts'

const dayMs = 86_400_000
const daysUntil = (day: string, today: string): number => Math.round((Date.parse(day) - Date.parse(today)) / dayMs)

type Group = 'overdue' | 'dueToday' | 'dueWeek' | 'dueLater'
const groups = ['overdue', 'dueToday', 'dueWeek', 'dueLater'] as const

function groupOf(dueOn: string, today: string): Group {
  const days = daysUntil(dueOn, today)
  if (days < 0) return 'overdue'
  if (days === 0) return 'dueToday'
  return days <= 7 ? 'dueWeek' : 'dueLater'
}

/** Due items by how pressing they are; secret cases only as a number. */
export function DueList({ home }: { readonly home: HomeView }) {
  return (
    <section className="home-block" aria-label={t.pages.home.due}>
      <h2>{t.pages.home.due}</h2>
      {home.due.length === 0 && home.lockedDue === 0 && <p className="quiet">{t.pages.home.dueNone}</p>}
      {home.lockedDue > 0 && <p>{fill(t.pages.home.lockedDue, { count: home.lockedDue })}</p>}
      {groups.map((group) => {
        const items = home.due.filter((d) => groupOf(d.dueOn, home.today) === group)
        if (items.length === 0) return null
        return (
          <div key={group}>
            <h3 className={group === 'overdue' ? 'overdue' : ''}>{`${t.pages.home[group]}（${items.length}）`}</h3>
            <ul className="lines">
              {items.map((item) => (
                <li key={`${item.id}-${item.what}-${item.dueOn}`}>
                  <span className="due-day">{item.dueOn}</span>
                  <a href={hrefOf(item.ledger, item.id)}>{item.title}</a>
                  <span className="quiet">{fill(t.pages.home.duePerformance, { what: item.what })}</span>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
