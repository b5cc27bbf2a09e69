import { Button, Select } from 'antd'
import { useState } from 'react'
import { type AccessKind, type AccessMonth, type AccessRow, accessKinds } from '../../../shared/contract/secrecy.ts'
import { nextMonth, previousMonth } from '../../../shared/rules/dates.ts'
import { useAct, useCall } from '../../api/client.ts'
import { formatInstant, localToday } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import { PlainTable } from '../../parts/PlainTable.tsx'
import { goInstead } from '../../route.ts'
import { fill, t } from '../../text.ts'
import '../../parts/Panel.css'

const words = t.secrecy.access
const book = 'mediation'
/** Rows shown at first, and with each press of 再显示. */
const step = 200
const most = 500

/** 查阅记录: the head's page of a month. */
export function AccessPage({ month }: { readonly month: string | undefined }) {
  const present = localToday().slice(0, 7)
  const shown = month !== undefined && /^\d{4}-\d{2}$/.test(month) ? month : present
  const [printing, setPrinting] = useState(false)
  if (printing)
    return <PaperPreview of={{ book, paper: 'accessMonth', about: shown }} onClose={() => setPrinting(false)} />
  return (
    <div className="desk flow">
      <header className="desk-head">
        <h1>{words.title}</h1>
        <MonthChooser month={shown} present={present} />
        <Button onClick={() => setPrinting(true)}>{words.print}</Button>
      </header>
      <p className="quiet">{words.intro}</p>
      <Month key={shown} month={shown} />
    </div>
  )
}

/** Months offered, newest first: three years back, and the one shown. */
function monthsBefore(present: string, shown: string): readonly string[] {
  const months = [present]
  while (months.length < 36) months.push(previousMonth(months.at(-1) ?? present))
  return months.includes(shown) ? months : [...months, shown]
}

function MonthChooser({ month, present }: { readonly month: string; readonly present: string }) {
  const show = (next: string) => goInstead('access', next)
  return (
    <fieldset className="plain row" aria-label={words.month}>
      <Button size="small" onClick={() => show(previousMonth(month))}>
        {words.previous}
      </Button>
      <Select
        size="small"
        aria-label={words.month}
        style={{ minWidth: 120 }}
        showSearch
        value={month}
        onChange={show}
        options={monthsBefore(present, month).map((value) => ({ value, label: value }))}
      />
      <Button size="small" disabled={month >= present} onClick={() => show(nextMonth(month))}>
        {words.next}
      </Button>
    </fieldset>
  )
}

function Month({ month }: { readonly month: string }) {
  const [what, setWhat] = useState<AccessKind | null>(null)
  const [limit, setLimit] = useState(step)
  const page = useCall('access.month', { book, month, what, limit })
  if (page.error) return <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
  if (page.data === undefined) return <p className="loading">{t.common.loading}</p>
  const { data } = page
  if (data.counts.length === 0) return <p className="plain-empty">{words.empty}</p>
  const left = Math.min(data.total, most) - data.rows.length
  return (
    <>
      <ReadPanel page={data} />
      <Panel title={words.counts}>
        <PlainTable
          label={words.counts}
          columns={[
            { key: 'by', title: words.person, value: (p) => p.by || t.secrecy.nobody },
            { key: 'deeds', title: words.deeds, value: (p) => p.deeds },
          ]}
          rows={byPerson(data.counts)}
          keyOf={(p) => p.by}
          empty={words.empty}
        />
      </Panel>
      <Panel title={words.rows} extra={<KindFilter value={what} onChange={setWhat} />}>
        <p className="quiet">{fill(words.total, { count: data.total })}</p>
        <Rows rows={data.rows} />
        {left > 0 && (
          <Button onClick={() => setLimit(Math.min(limit + step, most))}>
            {fill(words.more, { count: Math.min(left, step) })}
          </Button>
        )}
      </Panel>
    </>
  )
}

function byPerson(counts: AccessMonth['counts']): readonly { readonly by: string; readonly deeds: string }[] {
  const people = [...new Set(counts.map((c) => c.by))]
  return people.map((by) => {
    const own = counts.filter((c) => c.by === by)
    const deeds = accessKinds.flatMap((kind) => own.filter((c) => c.what === kind))
    return { by, deeds: deeds.map((c) => `${t.secrecy.kinds[c.what]} ${c.amount}`).join('，') }
  })
}

/** 已阅 vouches for what stands on the page now. */
function ReadPanel({ page }: { readonly page: AccessMonth }) {
  const read = useAct('access.markRead')
  const newest = Math.max(0, ...page.readings.map((r) => r.upTo))
  return (
    <Panel title={words.markRead} note={words.markHint}>
      {page.readings.map((r) => (
        <p key={r.by}>✓ {fill(words.readBy, { name: r.by, when: formatInstant(r.at) })}</p>
      ))}
      {page.readings.length > 0 && newest < page.upTo && <p className="warn-words">{words.newer}</p>}
      <div className="button-line">
        <Button
          type="primary"
          loading={read.isPending}
          disabled={newest >= page.upTo}
          onClick={() => read.mutate({ book, month: page.month, upTo: page.upTo })}
        >
          {words.markRead}
        </Button>
      </div>
      <ErrorNotice error={read.error} />
    </Panel>
  )
}

interface FilterProps {
  readonly value: AccessKind | null
  readonly onChange: (what: AccessKind | null) => void
}
function KindFilter({ value, onChange }: FilterProps) {
  return (
    <Select<AccessKind | ''>
      aria-label={words.only}
      style={{ minWidth: 180 }}
      value={value ?? ''}
      onChange={(chosen: AccessKind | '') => onChange(chosen === '' ? null : chosen)}
      options={[
        { value: '' as const, label: words.all },
        ...accessKinds.map((kind) => ({ value: kind, label: t.secrecy.kinds[kind] })),
      ]}
    />
  )
}

const aboutWords = (row: AccessRow): string =>
  row.about === 'case' ? (row.caseNo ?? t.secrecy.unnumbered) : t.secrecy.about[row.about]

function Rows({ rows }: { readonly rows: readonly AccessRow[] }) {
  return (
    <PlainTable
      label={words.rows}
      columns={[
        { key: 'at', title: words.at, value: (r) => formatInstant(r.at) },
        { key: 'by', title: words.person, value: (r) => r.by || t.secrecy.nobody },
        { key: 'what', title: words.what, value: (r) => t.secrecy.kinds[r.what] },
        { key: 'about', title: words.about, value: aboutWords },
      ]}
      rows={rows}
      keyOf={(r) => r.k}
      empty={words.empty}
    />
  )
}
