import type { HistoryEntry } from '../../../shared/contract/records.ts'
import type { AnyData, AnyPart, ScalarField } from '../../../shared/ledgers/describe.ts'
import { isList } from '../../../shared/ledgers/describe.ts'
import { dispute } from '../../../shared/ledgers/dispute.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'

/** One fact of a case on its day: a date of the record, or something that was done with it. */
export type TimelineEntry = { readonly on: string } & (
  | {
      /** Path of the date: `acceptanceDate`, `sessions.0.heldOn`. */
      readonly path: string
      /** Said beside the label: the result of a session, the manner of a performance. */
      readonly note: readonly [ScalarField, unknown] | null
    }
  | { readonly event: string }
)

/** Dates that are about a person, not about the case. */
const notOfCase: ReadonlySet<string> = new Set(['parties.birthDate'])

/** The field of a part, or of the record, that says most beside its date. */
const notes: Readonly<Record<string, string>> = {
  sessions: 'result',
  inquiries: 'asked',
  performances: 'manner',
  extensions: 'until',
  escalations: 'level',
  followUps: 'satisfaction',
  loans: 'borrower',
  parties: 'name',
  evidence: 'name',
  resultDate: 'result',
  confirmationAppliedOn: 'confirmationCourt',
}

/** Events that the record's own dates do not say already. */
const inRecord: ReadonlySet<string> = new Set(['agreement.effective'])

function noteOf(
  fields: Readonly<Record<string, unknown>>,
  owner: AnyData | AnyPart,
  place: string,
): readonly [ScalarField, unknown] | null {
  const name = notes[place]
  const field = name === undefined ? undefined : (fields[name] as ScalarField)
  return field === undefined || name === undefined ? null : [field, owner[name] ?? null]
}

/** Every date of the record, in the order of the form: what happens on one day keeps the order of the work. */
function datesOf(data: AnyData): readonly TimelineEntry[] {
  const { fields } = ledgerOf('dispute')
  return dispute.form
    .flatMap((s) => s.fields)
    .flatMap((name): readonly TimelineEntry[] => {
      const field = fields[name]
      if (field === undefined) return []
      if (!isList(field)) {
        const on = data[name]
        if (field.kind !== 'date' || typeof on !== 'string') return []
        return [{ on, path: name, note: noteOf(fields, data, name) }]
      }
      const dates = Object.keys(field.part.fields).filter(
        (f) => field.part.fields[f]?.kind === 'date' && !notOfCase.has(`${name}.${f}`) && f !== notes[name],
      )
      return ((data[name] ?? []) as readonly AnyPart[]).flatMap((part, i) =>
        dates.flatMap((f): readonly TimelineEntry[] => {
          const on = part[f]
          if (typeof on !== 'string') return []
          return [{ on, path: `${name}.${i}.${f}`, note: noteOf(field.part.fields, part, name) }]
        }),
      )
    })
}

/**
 * 经过: all that is dated in a case, earliest first: dates of the record, then papers printed and other acts of the
 * journal. `dayOf` tells an instant's day at the office. Half-typed dates are not in it: they are no values yet.
 */
export function timelineOf(
  data: AnyData,
  history: readonly HistoryEntry[],
  dayOf: (instant: string) => string,
): readonly TimelineEntry[] {
  const acts = history
    .filter((h) => h.event !== null && !inRecord.has(h.event))
    .toSorted((a, b) => a.seq - b.seq)
    .map((h): TimelineEntry => ({ on: dayOf(h.at), event: h.event ?? '' }))
  return [...datesOf(data), ...acts].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
