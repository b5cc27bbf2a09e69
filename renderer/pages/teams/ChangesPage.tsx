import { Button } from 'antd'
import { useState } from 'react'
import type { PostChange } from '../../../shared/contract/posts.ts'
import { daysAfter } from '../../../shared/rules/dates.ts'
import { changesAbout, wholeRoster } from '../../../shared/rules/rosterPapers.ts'
import { useCall } from '../../api/client.ts'
import { localToday } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import { type PlainColumn, PlainTable } from '../../parts/PlainTable.tsx'
import { hrefOf } from '../../route.ts'
import { fill, t } from '../../text.ts'
import { DayField } from './DayField.tsx'
import { groupWords, teamWords, unitWords } from './postWords.ts'
import { RosterTabs } from './RosterTabs.tsx'
import { ScopeFields } from './ScopeFields.tsx'
import '../../parts/Panel.css'

const words = t.roster
/** Rows that can be read on the screen; the paper has them all. */
const most = 500

interface Period {
  readonly from: string
  readonly until: string
}
/** First and last day of the month, quarter or year a day lies in. */
function periodOf(today: string, months: 1 | 3 | 12): Period {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const first = Math.floor((month - 1) / months) * months + 1
  const start = (y: number, m: number) => `${y}-${String(m).padStart(2, '0')}-01`
  const next = first + months > 12 ? start(year + 1, 1) : start(year, first + months)
  return { from: start(year, first), until: daysAfter(next, -1) }
}

const nameAndDay = (name: string | null, day: string | null) => [name, day].filter(Boolean).join(' ')
const link = (c: PostChange, text: string) => <a href={hrefOf('post', c.id)}>{text}</a>

const columns: readonly PlainColumn<PostChange>[] = [
  { key: 'kind', title: words.columns.kind, value: (c) => words.changeKinds[c.kind] },
  { key: 'team', title: words.columns.team, value: (c) => teamWords(c.team) },
  { key: 'unit', title: words.columns.unit, value: unitWords },
  { key: 'group', title: words.columns.group, value: groupWords },
  {
    key: 'before',
    title: words.columns.before,
    value: (c) => (c.kind === 'appointed' ? (c.other ?? '') : link(c, nameAndDay(c.name, c.on))),
  },
  {
    key: 'after',
    title: words.columns.after,
    value: (c) => (c.kind === 'appointed' ? link(c, nameAndDay(c.name, c.on)) : nameAndDay(c.other, c.otherOn)),
  },
  { key: 'reason', title: words.columns.reason, value: (c) => c.reason ?? '' },
]

/** 变动表: who came, left and followed whom in a period. */
export function ChangesPage() {
  const [period, setPeriod] = useState(() => periodOf(localToday(), 3))
  const [scope, setScope] = useState(wholeRoster)
  const [printing, setPrinting] = useState(false)
  const isBackwards = period.until < period.from
  const changes = useCall('post.changes', { ledger: 'post', ...period, ...scope }, { enabled: !isBackwards })
  if (printing) {
    const about = changesAbout({ ...period, ...scope })
    return <PaperPreview of={{ book: 'teams', paper: 'rosterChanges', about }} onClose={() => setPrinting(false)} />
  }
  const rows = isBackwards ? [] : (changes.data?.rows ?? [])
  return (
    <div className="desk flow">
      <header className="desk-head">
        <h1>{words.tabs.changes}</h1>
        <RosterTabs here="changes" />
        <span className="spring" />
        <Button type="primary" disabled={isBackwards} onClick={() => setPrinting(true)}>
          {words.print}
        </Button>
      </header>
      <fieldset className="plain scope-line" aria-label={words.scope}>
        <PeriodFields period={period} onChange={setPeriod} />
        <ScopeFields scope={scope} onChange={setScope} />
      </fieldset>
      {isBackwards && (
        <p role="alert" className="field-problem">
          {words.daysBackwards}
        </p>
      )}
      <ErrorNotice error={changes.error} onRetry={() => void changes.refetch()} />
      {changes.data && !isBackwards && (
        <PlainTable
          label={words.tabs.changes}
          columns={columns}
          rows={rows.slice(0, most)}
          keyOf={(c) => `${c.kind} ${c.id}`}
          empty={words.changesEmpty}
        />
      )}
      {rows.length > most && <p className="quiet">{fill(words.changesMore, { count: rows.length, shown: most })}</p>}
    </div>
  )
}

interface PeriodProps {
  readonly period: Period
  readonly onChange: (period: Period) => void
}
function PeriodFields({ period, onChange }: PeriodProps) {
  const spans = [
    [words.thisMonth, 1],
    [words.thisQuarter, 3],
    [words.thisYear, 12],
  ] as const
  return (
    <>
      <DayField
        id="changes-from"
        label={words.from}
        value={period.from}
        onChange={(from) => onChange({ ...period, from })}
      />
      <DayField
        id="changes-until"
        label={words.until}
        value={period.until}
        onChange={(until) => onChange({ ...period, until })}
      />
      {spans.map(([label, months]) => (
        <Button key={label} size="small" onClick={() => onChange(periodOf(localToday(), months))}>
          {label}
        </Button>
      ))}
    </>
  )
}
