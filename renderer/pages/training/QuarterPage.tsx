import { Button, Select } from 'antd'
import { useState } from 'react'
import { quarterOf, yearOf } from '../../../shared/rules/dates.ts'
import {
  creditsOf,
  type MemberCredit,
  type QuarterUnit,
  type QuarterView,
  type UnitSession,
  wantedInQuarter,
} from '../../../shared/rules/quarterTrainings.ts'
import { useCall } from '../../api/client.ts'
import { localToday } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import { type PlainColumn, PlainTable } from '../../parts/PlainTable.tsx'
import { goInstead, hrefOf } from '../../route.ts'
import { codeLabel, fill, t } from '../../text.ts'
import '../../parts/Panel.css'
import './training.css'

const words = t.trainings.quarter

/** 一季两培训: a calendar quarter of every training unit; `at` is a quarter such as `2026-4`. */
export function QuarterPage({ at }: { readonly at: string | undefined }) {
  const today = localToday()
  const [, year, quarter] = /^((?:19|20|21)\d{2})-([1-4])$/.exec(at ?? '') ?? []
  const shown = {
    year: year === undefined ? (yearOf(today) ?? 0) : Number(year),
    quarter: quarter === undefined ? (quarterOf(today) ?? 1) : Number(quarter),
  }
  const [printing, setPrinting] = useState(false)
  const { data: view, error } = useCall('training.quarter', { ledger: 'training', ...shown })
  const about = `${shown.year}-${shown.quarter}`
  if (printing)
    return <PaperPreview of={{ book: 'teams', paper: 'quarterTrainings', about }} onClose={() => setPrinting(false)} />
  return (
    <div className="desk flow">
      <header className="desk-head">
        <h1>{words.title}</h1>
        <QuarterChooser {...shown} present={yearOf(today) ?? shown.year} />
        <Button onClick={() => setPrinting(true)}>{words.print}</Button>
      </header>
      <ErrorNotice error={error} />
      {view === undefined && error === null && <p className="loading">{t.common.loading}</p>}
      {view && <Quarter key={about} view={view} />}
    </div>
  )
}

interface ChooserProps {
  readonly year: number
  readonly quarter: number
  readonly present: number
}
/** Offices enter last quarter late: any of the last ten years can be chosen. */
function QuarterChooser({ year, quarter, present }: ChooserProps) {
  const years = [...new Set([...Array.from({ length: 11 }, (_, i) => present + 1 - i), year])]
  const open = (y: number, q: number) => goInstead('quarter', `${y}-${q}`)
  return (
    <>
      <Select
        aria-label={words.year}
        value={year}
        options={years.map((value) => ({ value, label: fill(words.yearOf, { year: value }) }))}
        onChange={(y) => open(y, quarter)}
      />
      <Select
        aria-label={words.quarter}
        value={quarter}
        options={[1, 2, 3, 4].map((value) => ({ value, label: fill(words.quarterOf, { quarter: value }) }))}
        onChange={(q) => open(year, q)}
      />
    </>
  )
}

const nameOf = ({ team, unit }: QuarterUnit): string =>
  `${unit === null ? '' : unit === '' ? words.unwritten : unit}${codeLabel('team', team)}`
const attendedBy = {
  none: (m: MemberCredit) => m.attended === 0,
  one: (m: MemberCredit) => m.attended === 1,
  two: (m: MemberCredit) => m.attended >= wantedInQuarter,
} as const
type Attended = keyof typeof attendedBy

/** A number whose people stand open below the table. */
interface Opened {
  readonly unit: QuarterUnit
  readonly what: Attended
}

function Quarter({ view }: { readonly view: QuarterView }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const { units, sessions, attendances, joint, credits } = view
  const full = units.filter((u) => creditsOf(u) === wantedInQuarter).length
  return (
    <>
      <p className="quiet">
        {fill(words.span, { from: view.from, until: view.until })}　{words.unit[view.trainingUnit]}，{words.unitNote}
      </p>
      <p role="status">
        <strong>{fill(words.totals, { units: units.length, full, sessions, attendances })}</strong>
        {joint > 0 && <span> {fill(words.joint, { joint, credits })}</span>}
      </p>
      <div className="quarter-table">
        <PlainTable
          label={words.title}
          columns={columnsOf(setOpened)}
          rows={units}
          keyOf={(u) => `${u.team} ${u.unit ?? ''}`}
          empty={words.empty}
        />
      </div>
      {opened !== null && <People {...opened} onClose={() => setOpened(null)} />}
      <p className="quiet">{words.note}</p>
    </>
  )
}

function columnsOf(open: (opened: Opened) => void): readonly PlainColumn<QuarterUnit>[] {
  const people = (what: Attended): PlainColumn<QuarterUnit> => ({
    key: what,
    title: words.columns[what],
    numeric: true,
    value: (unit) => <Count unit={unit} what={what} onOpen={() => open({ unit, what })} />,
  })
  return [
    { key: 'unit', title: words.columns.unit, value: nameOf },
    {
      key: 'done',
      title: words.columns.done,
      value: (u) => (
        <span className={`quarter-done${creditsOf(u) < wantedInQuarter ? ' owing' : ''}`}>
          {creditsOf(u)}/{wantedInQuarter}
        </span>
      ),
    },
    { key: 'sessions', title: words.columns.sessions, value: (u) => <Sessions sessions={u.held} /> },
    { key: 'planned', title: words.columns.planned, value: (u) => <Sessions sessions={u.planned} /> },
    people('none'),
    people('one'),
    people('two'),
  ]
}

interface CountProps {
  readonly unit: QuarterUnit
  readonly what: Attended
  readonly onOpen: () => void
}
function Count({ unit, what, onOpen }: CountProps) {
  const count = unit.members.filter(attendedBy[what]).length
  if (count === 0) return 0
  const label = fill(words.showPeople, { unit: nameOf(unit), what: words.columns[what], count })
  return (
    <button type="button" className="link" aria-label={label} onClick={onOpen}>
      {count}
    </button>
  )
}

/** Each session leads to its record. */
function Sessions({ sessions }: { readonly sessions: readonly UnitSession[] }) {
  return (
    <ul className="quarter-sessions">
      {sessions.map((s) => (
        <li key={s.id}>
          <a href={hrefOf('training', s.id)}>
            {s.heldOn} {s.topic}
          </a>
          {s.present !== null && (
            <span className="quiet">
              {' '}
              {s.expected === null ? words.countMark : `${s.expected}/`}
              {s.present}
            </span>
          )}
          {s.joint && <span className="quiet"> {words.jointMark}</span>}
        </li>
      ))}
    </ul>
  )
}

function People({ unit, what, onClose }: Opened & { readonly onClose: () => void }) {
  const title = fill(words.who, { unit: nameOf(unit), what: words.columns[what] })
  return (
    <section className="panel" aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
        <Button size="small" onClick={onClose}>
          {words.close}
        </Button>
      </div>
      <ul className="quarter-people">
        {unit.members.filter(attendedBy[what]).map((m) => (
          <li key={m.id}>
            <a href={hrefOf('post', m.id)}>{m.name}</a>
            <span className="quiet">
              {' '}
              {[m.groupNo, m.birthYear === null ? null : fill(words.born, { year: m.birthYear })]
                .filter((w) => w !== null)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
