/** What the list of attendances knows without being drawn. */
import type { RosterRow } from '../../../shared/contract/trainings.ts'
import { type AnyPart, emptyPart } from '../../../shared/ledgers/describe.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import type { TrainingData } from '../../../shared/ledgers/training.ts'
import { initials } from '../../ledger/widgets/initials.ts'

export type Attendance = TrainingData['attendances'][number]
export type AttendanceState = NonNullable<Attendance['state']>

/** The keys of the states, as on the paper list of a class. */
const stateKeys: Readonly<Record<string, AttendanceState | null>> = {
  '1': 'present',
  '2': 'substitute',
  '3': 'leave',
  '4': 'absent',
  '0': null,
}
/** The state a typed character means, full-width ones too; undefined for all others. */
export const stateOfKey = (typed: string): AttendanceState | null | undefined =>
  stateKeys[typed.normalize('NFKC').trim()]

/** The next row, from one on and round again, whose name has the text or whose initials begin with it; -1 for none. */
export function findRow(rows: readonly Pick<Attendance, 'name'>[], text: string, from: number): number {
  const wanted = text.normalize('NFKC').trim().toLowerCase()
  if (wanted === '') return -1
  const fits = (i: number): boolean => {
    const name = rows[i]?.name ?? ''
    return name.toLowerCase().includes(wanted) || initials(name).toLowerCase().startsWith(wanted)
  }
  const order = rows.map((_, i) => (from + i) % rows.length)
  return order.find(fits) ?? -1
}

/** A state set; a substitute of another state is taken out again. */
export const withState = (row: AnyPart, state: AttendanceState | null): AnyPart => ({
  ...row,
  state,
  substitute: state === 'substitute' ? (row.substitute ?? null) : null,
})

/** Rows of the roster that the list has not, as attendances. */
export function broughtIn(
  roster: readonly RosterRow[],
  rows: readonly Pick<Attendance, 'member'>[],
): readonly AnyPart[] {
  const have = new Set(rows.map((r) => r.member))
  const { part } = ledgers.training.fields.attendances
  return roster
    .filter((r) => !have.has(r.member))
    .map(({ member, name, team, unit }) => ({ ...emptyPart(part), member, name, team, unit }))
}

export function tallyOf(rows: readonly Pick<Attendance, 'state'>[]): Readonly<Record<string, number>> {
  const of = (state: Attendance['state']) => rows.filter((r) => r.state === state).length
  return {
    expected: rows.length,
    present: of('present'),
    substitute: of('substitute'),
    leave: of('leave'),
    absent: of('absent'),
    blank: of(null),
  }
}
