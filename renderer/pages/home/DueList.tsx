import { Button } from 'antd'
import { useState } from 'react'
import type { DueGroup, DueItem, DuePage } from '../../../shared/contract/clocks.ts'
import type { HomeView } from '../../../shared/contract/records.ts'
import { useCall } from '../../api/client.ts'
import { clockName, daysWords, endWords } from '../../clockWords.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { hrefOf } from '../../route.ts'
import { fill, t } from '../../text.ts'

interface Props {
  readonly home: HomeView
  readonly onPrint: () => void
}

const titles = { overdue: 'overdue', today: 'dueToday', week: 'dueWeek', later: 'dueLater' } as const
const pressing = ['overdue', 'today', 'week'] as const

/** Due items by how pressing they are; locked cases of others only as a number. */
export function DueList({ home, onPrint }: Props) {
  const [later, setLater] = useState(false)
  const words = t.pages.home
  const isNothing = pressing.every((group) => home.due[group].total === 0) && home.lockedDue === 0
  return (
    <section className="home-block" aria-label={words.due}>
      <div className="home-head">
        <h2>{words.due}</h2>
        <Button size="small" onClick={onPrint}>
          {words.printWeek}
        </Button>
      </div>
      {isNothing && <p className="quiet">{words.dueNone}</p>}
      {home.lockedDue > 0 && <p>{fill(words.lockedDue, { count: home.lockedDue })}</p>}
      {pressing.map((group) => (
        <Group key={group} group={group} first={home.due[group]} today={home.today} />
      ))}
      {home.dueLater > 0 && (
        <Button size="small" aria-expanded={later} onClick={() => setLater(!later)}>
          {fill(later ? words.hideLater : words.showLater, { count: home.dueLater })}
        </Button>
      )}
      {later && <Group group="later" first={null} today={home.today} />}
    </section>
  )
}

interface GroupProps {
  readonly group: DueGroup
  /** What is shown at once; null for a group that has to be asked for. */
  readonly first: DuePage | null
  readonly today: string
}
/** Lines shown when all of a group is asked for; more belong on paper or in the list. */
const most = 500

function Group({ group, first, today }: GroupProps) {
  const [whole, setWhole] = useState(first === null)
  const asked = useCall('due.list', { book: 'mediation', group, limit: most }, { enabled: whole })
  const page = whole ? (asked.data ?? first) : first
  if (asked.error) return <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />
  if (page === null) return <p className="loading">{t.common.loading}</p>
  if (page.total === 0) return null
  const left = page.total - page.items.length
  return (
    <div>
      <h3 className={group === 'overdue' ? 'overdue' : ''}>{`${t.pages.home[titles[group]]}（${page.total}）`}</h3>
      <ul className="lines">
        {page.items.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a case may promise the same twice
          <DueLine key={`${item.id} ${i}`} item={item} today={today} />
        ))}
      </ul>
      {left > 0 && !whole && (
        <Button size="small" onClick={() => setWhole(true)}>
          {fill(t.pages.home.showRest, { count: left })}
        </Button>
      )}
      {left > 0 && whole && <p className="quiet">{fill(t.pages.home.notShown, { count: left })}</p>}
    </div>
  )
}

/** The counted day first: reminders go by it. */
function DueLine({ item, today }: { readonly item: DueItem; readonly today: string }) {
  const facts = [
    clockName(item),
    daysWords(item, today),
    endWords(item),
    item.extended ? t.clocks.extended : '',
    item.tableMissing ? t.clocks.tableMissing : '',
  ]
  return (
    <li>
      <span className="due-day">{item.unshiftedOn}</span>
      <a href={hrefOf('dispute', item.id, item.section)}>{item.title || t.ledgers.dispute.one}</a>
      <span className="quiet">{facts.filter(Boolean).join(' · ')}</span>
    </li>
  )
}
