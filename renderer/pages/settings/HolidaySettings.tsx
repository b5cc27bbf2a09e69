import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { HolidayView } from '../../../shared/contract/clocks.ts'
import { yearOf } from '../../../shared/rules/dates.ts'
import { useAct, useCall } from '../../api/client.ts'
import { inOneLine, localToday } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { type PlainColumn, PlainTable } from '../../parts/PlainTable.tsx'
import { useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'
import { HolidayImport, tableWords } from './HolidayImport.tsx'

const words = t.clocks.settings

/** 放假安排: what every end is counted by, year by year and layer by layer. */
export function HolidaySettings() {
  const { admin, roles } = useSession()
  const maySet = admin || roles.some((r) => r.role === 'head')
  const all = useCall('holiday.all', {})
  const [done, setDone] = useState<string | null>(null)
  if (all.data === undefined) return <ErrorNotice error={all.error} onRetry={() => void all.refetch()} />
  return (
    <>
      <Panel title={words.holidays} note={words.holidaysNote}>
        {missingYears(all.data).map((year) => (
          <Alert key={year} type="warning" showIcon role="note" title={fill(words.missingYear, { year })} />
        ))}
        <Tables tables={all.data} maySet={maySet} onDone={setDone} />
        {done !== null && <Alert type="success" showIcon role="status" title={done} />}
      </Panel>
      {maySet ? <HolidayImport onDone={setDone} /> : <p className="panel-note">{words.headOnly}</p>}
    </>
  )
}

/** This year and, once the notice for it is out, the next: without a table nothing of it is shifted. */
function missingYears(tables: readonly HolidayView[]): readonly number[] {
  const today = localToday()
  const year = yearOf(today) ?? 0
  // The State Council's notice comes out in November.
  const wanted = today.slice(5) >= '11-15' ? [year, year + 1] : [year]
  return wanted.filter((y) => !tables.some((h) => h.layer === 'national' && h.year === y && h.state !== 'removed'))
}

interface TablesProps {
  readonly tables: readonly HolidayView[]
  readonly maySet: boolean
  readonly onDone: (said: string) => void
}
const days = (list: readonly string[]): string => fill(words.dayCount, { count: list.length })

function Tables({ tables, maySet, onDone }: TablesProps) {
  const [open, setOpen] = useState<string | null>(null)
  const columns: readonly PlainColumn<HolidayView>[] = [
    { key: 'year', title: words.year, value: (h) => h.year },
    { key: 'layer', title: words.layer, value: (h) => words.layers[h.layer] },
    { key: 'off', title: words.off, value: (h) => days(h.off) },
    { key: 'work', title: words.work, value: (h) => days(h.work) },
    { key: 'state', title: words.state, value: (h) => words.states[h.state] },
    { key: 'source', title: words.source, value: (h) => h.source },
    { key: 'act', title: '', value: (h) => <Acts {...{ table: h, open, setOpen, maySet, onDone }} /> },
  ]
  const shown = tables.find((h) => keyOf(h) === open)
  return (
    <>
      <PlainTable label={words.holidays} columns={columns} rows={tables} keyOf={keyOf} empty={words.none} />
      {shown && (
        <dl className="facts-list">
          <dt>{words.off}</dt>
          <dd>{inOneLine(shown.off)}</dd>
          <dt>{words.work}</dt>
          <dd>{inOneLine(shown.work) || t.common.none}</dd>
        </dl>
      )}
    </>
  )
}

const keyOf = ({ layer, year }: HolidayView): string => `${layer} ${year}`

interface ActsProps extends Omit<TablesProps, 'tables'> {
  readonly table: HolidayView
  readonly open: string | null
  readonly setOpen: (key: string | null) => void
}
function Acts({ table, open, setOpen, maySet, onDone }: ActsProps) {
  const remove = useAct('holiday.remove')
  const restore = useAct('holiday.restore')
  const { layer, year, state } = table
  const isOpen = open === keyOf(table)
  const named = (act: string) => `${year} ${words.layers[layer]} ${act}`
  const [act, word, said] =
    state === 'removed' ? [restore, words.restore, words.restored] : ([remove, words.remove, words.removed] as const)
  return (
    <div className="button-line">
      <Button
        size="small"
        aria-expanded={isOpen}
        aria-label={named(isOpen ? words.hide : words.show)}
        onClick={() => setOpen(isOpen ? null : keyOf(table))}
      >
        {isOpen ? words.hide : words.show}
      </Button>
      {maySet && (
        <Button
          size="small"
          loading={act.isPending}
          aria-label={named(word)}
          onClick={() => act.mutate({ layer, year }, { onSuccess: () => onDone(tableWords(said, table)) })}
        >
          {word}
        </Button>
      )}
      <ErrorNotice error={act.error} />
    </div>
  )
}
