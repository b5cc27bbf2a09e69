import { useState } from 'react'
import { DateInput } from '../../ledger/widgets/DateInput.tsx'
import { fieldLabel, fill, t } from '../../text.ts'

export const acts = ['signedByPartiesOn', 'signedByMediatorsOn', 'sealedOn'] as const
export type ActName = (typeof acts)[number]
export type ActDays = Readonly<Record<ActName, string | null>>

export const actDaysOf = (record: Readonly<Record<string, unknown>>): ActDays =>
  Object.fromEntries(acts.map((a) => [a, (record[a] ?? null) as string | null])) as ActDays

/** An act is a fact of the past: what freezes a paper may not be a date still to come. */
function wrongDate(dates: ActDays, unreadable: readonly ActName[], today: string): string | null {
  const [first] = unreadable
  if (first !== undefined) return fill(t.problems.notADate, { label: fieldLabel('dispute', first) })
  const future = acts.find((a) => (dates[a] ?? '') > today)
  return future === undefined ? null : fill(t.problems.dateFuture, { label: fieldLabel('dispute', future) })
}

/** The days of the three acts as they are typed, which of them are known, and what is wrong with them. */
export function useActDays(stored: ActDays, today: string) {
  const [dates, setDates] = useState(stored)
  const [unreadable, setUnreadable] = useState<readonly ActName[]>([])
  const known = acts.map((a) => dates[a]).filter((d): d is string => d !== null)
  return {
    dates,
    known,
    unreadable,
    wrong: wrongDate(dates, unreadable, today),
    change: (act: ActName, date: string | null) => setDates((d) => ({ ...d, [act]: date })),
    read: (act: ActName, code: string | null) =>
      setUnreadable((before) => [...before.filter((a) => a !== act), ...(code === null ? [] : [act])]),
  }
}

interface Props {
  /** Tells the fields of one paper from those of another. */
  readonly prefix: string
  readonly days: ReturnType<typeof useActDays>
  readonly today: string
}
/** Three dates side by side. */
export function ActDates({ prefix, days, today }: Props) {
  return (
    <div className="field-grid">
      {acts.map((act) => (
        <div key={act} className="field span-4" data-path={prefix + act}>
          <div className="field-head">
            <label htmlFor={`act-${prefix}${act}`}>{fieldLabel('dispute', act)}</label>
          </div>
          <DateInput
            id={`act-${prefix}${act}`}
            label={fieldLabel('dispute', act)}
            today={today}
            value={days.dates[act]}
            disabled={false}
            invalid={days.unreadable.includes(act)}
            onChange={(date) => days.change(act, date)}
            onUnreadable={(code) => days.read(act, code)}
          />
        </div>
      ))}
    </div>
  )
}
