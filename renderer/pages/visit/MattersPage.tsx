import './visit.css'
import '../../parts/Panel.css'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Matter, MatterList } from '../../../shared/contract/visits.ts'
import { daysAfter, previousMonth } from '../../../shared/rules/dates.ts'
import { useCall } from '../../api/client.ts'
import { localToday } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import { type PlainColumn, PlainTable } from '../../parts/PlainTable.tsx'
import { hrefOf } from '../../route.ts'
import { fill, t } from '../../text.ts'
import { dueWords } from './DueMatters.tsx'
import { MatterForm } from './MatterForm.tsx'

const words = t.visits.list
const periods = ['month', 'lastMonth', 'year', 'lastYear'] as const
type Period = (typeof periods)[number]

/** First and last day of a named period. */
function daysOf(period: Period, today: string): { readonly from: string; readonly until: string } {
  const [year, month] = [today.slice(0, 4), today.slice(0, 7)]
  if (period === 'month') return { from: `${month}-01`, until: today }
  if (period === 'lastMonth') return { from: `${previousMonth(month)}-01`, until: daysAfter(`${month}-01`, -1) }
  const of = period === 'year' ? year : String(Number(year) - 1)
  return { from: `${of}-01-01`, until: `${of}-12-31` }
}

/** 交办事项 of all outings: the open ones by deadline, and what became of the others. */
export function MattersPage() {
  const [state, setState] = useState<'open' | 'done'>('open')
  const [unit, setUnit] = useState<string | null>(null)
  const [period, setPeriod] = useState<Period>('month')
  const [printing, setPrinting] = useState(false)
  const days = state === 'open' ? { from: null, until: null } : daysOf(period, localToday())
  const { data, error } = useCall('visit.matters', { ledger: 'visit', state, unit, ...days })
  if (printing)
    return <PaperPreview of={{ book: 'teams', paper: 'matterList', about: unit }} onClose={() => setPrinting(false)} />
  return (
    <div className="desk flow">
      <header className="desk-head">
        <h1>{words.title}</h1>
        <Select
          aria-label={words.title}
          value={state}
          options={[
            { value: 'open' as const, label: words.open },
            { value: 'done' as const, label: words.done },
          ]}
          onChange={setState}
        />
        <UnitChooser unit={unit} units={data?.units ?? []} onChange={setUnit} />
        {state === 'done' && (
          <Select
            aria-label={words.period}
            value={period}
            options={periods.map((value) => ({ value, label: words.periods[value] }))}
            onChange={setPeriod}
          />
        )}
        {state === 'open' && <Button onClick={() => setPrinting(true)}>{words.print}</Button>}
      </header>
      <ErrorNotice error={error} />
      {data && <Matters key={state} list={data} state={state} />}
    </div>
  )
}

interface ChooserProps {
  readonly unit: string | null
  readonly units: readonly string[]
  readonly onChange: (unit: string | null) => void
}
function UnitChooser({ unit, units, onChange }: ChooserProps) {
  return (
    <Select
      aria-label={words.unit}
      style={{ minWidth: 180 }}
      value={unit ?? ''}
      options={[
        { value: '', label: words.allUnits },
        ...[...new Set([...units, ...(unit === null ? [] : [unit])])].map((value) => ({ value, label: value })),
      ]}
      onChange={(value) => onChange(value === '' ? null : value)}
    />
  )
}

interface MattersProps {
  readonly list: MatterList
  readonly state: 'open' | 'done'
}
function Matters({ list, state }: MattersProps) {
  const [saved, setSaved] = useState('')
  return (
    <>
      {saved !== '' && <p role="status">{fill(words.saved, { matter: saved })}</p>}
      <PlainTable
        label={words.title}
        columns={columnsOf(list.today, state, setSaved)}
        rows={list.rows}
        keyOf={(m) => `${m.id} ${m.place}`}
        empty={state === 'open' ? words.none : words.noneDone}
      />
      {list.total > list.rows.length && (
        <p className="quiet">{fill(words.left, { count: list.rows.length, total: list.total })}</p>
      )}
    </>
  )
}

const doorOf = ({ village, householdGroup, door }: Matter): string =>
  [village, door?.startsWith(householdGroup ?? ' ') ? '' : householdGroup, door].filter(Boolean).join(' ')

function columnsOf(
  today: string,
  state: 'open' | 'done',
  onSaved: (matter: string) => void,
): readonly PlainColumn<Matter>[] {
  const names = words.columns
  return [
    {
      key: 'due',
      title: names.due,
      value: (m) => (
        <span className={state === 'open' && m.dueOn !== null && m.dueOn < today ? 'matter-overdue' : ''}>
          {m.dueOn ?? ''} {state === 'open' ? dueWords(m.dueOn, today) : ''}
        </span>
      ),
    },
    { key: 'matter', title: names.matter, value: (m) => <a href={hrefOf('visit', m.id)}>{m.matter}</a> },
    { key: 'door', title: names.door, value: doorOf },
    { key: 'unit', title: names.unit, value: (m) => m.unit ?? '' },
    { key: 'visitedOn', title: names.visitedOn, value: (m) => m.visitedOn },
    {
      key: 'act',
      title: names.act,
      value: (m) =>
        state === 'open' ? (
          <MatterForm matter={m} today={today} onSaved={() => onSaved(m.matter)} />
        ) : (
          [m.doneOn, m.result].filter(Boolean).join(' ')
        ),
    },
  ]
}
