import { memo } from 'react'
import { attendanceStates } from '../../../shared/ledgers/codes.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { FieldBox } from '../../ledger/FieldBox.tsx'
import { type Marks, unmarked } from '../../ledger/FieldGroup.tsx'
import { codeLabel, fieldLabel, fill, t } from '../../text.ts'
import type { Attendance, AttendanceState } from './attendance.ts'
import { listName } from './useTicking.ts'

const { fields } = ledgers.training.fields.attendances.part
type Typed = 'name' | 'unit' | 'post' | 'substitute' | 'remark'

interface Props {
  readonly index: number
  readonly row: Attendance
  /** Group and birth year, where the roster has the name twice. */
  readonly hint: string
  readonly current: boolean
  readonly marks: Marks
  /** Another row, and the field of it to write in. */
  readonly onPick: (index: number, field: string | null) => void
  readonly onState: (index: number, state: AttendanceState | null) => void
}

/** One person: what of them may be written stands open in the row that is meant, and is plain text in all others. */
export const AttendanceRow = memo(
  function AttendanceRow(props: Props) {
    const { index, row, hint, current } = props
    const isGuest = row.member === null
    const team = row.team === null ? '' : codeLabel('team', row.team)
    return (
      <li
        className={`attendance-row${current ? ' current' : ''}${row.state === null ? ' blank' : ''}`}
        aria-current={current || undefined}
        data-path={`${listName}.${index}`}
      >
        <span className="part-no">{index + 1}</span>
        <Cell {...props} field="name" open={isGuest} extra={hint} />
        {isGuest && team === '' ? (
          <Cell {...props} field="post" open />
        ) : (
          <span className="attendance-text">{team}</span>
        )}
        <Cell {...props} field="unit" open={isGuest} />
        <States {...props} />
        {row.state === 'substitute' ? (
          <Cell {...props} field="substitute" open />
        ) : (
          <Cell {...props} field="remark" open />
        )}
      </li>
    )
  },
  (a, b) =>
    a.row === b.row &&
    a.current === b.current &&
    a.hint === b.hint &&
    a.index === b.index &&
    a.onState === b.onState &&
    sameMarks(a, b),
)

/** Rows far from what changed are not drawn anew. */
function sameMarks(a: Props, b: Props): boolean {
  if (a.marks === b.marks) return true
  return (['name', 'team', 'unit', 'post', 'substitute', 'remark'] as const).every((field) => {
    const path = `${listName}.${a.index}.${field}`
    const [one, other] = [a.marks.get(path), b.marks.get(path)]
    return one?.errors === other?.errors && one?.warnings === other?.warnings
  })
}

type CellProps = Props & { readonly field: Typed; readonly open: boolean; readonly extra?: string }
/** A field of the row, or its words; choosing the words goes to the row. */
function Cell({ index, row, current, marks, onPick, field, open, extra = '' }: CellProps) {
  const path = `${listName}.${index}.${field}`
  const mark = marks.get(path) ?? unmarked
  if (current && open)
    return (
      <span className={`attendance-field ${field}`}>
        {(field === 'substitute' || field === 'remark') && (
          <span className="quiet">{fieldLabel('training', `${listName}.${field}`)}</span>
        )}
        <FieldBox
          bare
          path={path}
          field={fields[field]}
          value={row[field]}
          reason={row.absent[field] ?? null}
          {...mark}
          frozen={false}
        />
      </span>
    )
  const said = row[field] ?? (row.absent[field] === undefined ? '' : codeLabel('absent', row.absent[field]))
  const to = open ? field : null
  return (
    <span className={`attendance-text ${field}`} data-path={path}>
      <button
        type="button"
        className="pick-part"
        tabIndex={-1}
        onClick={() => onPick(index, to)}
        onFocus={() => onPick(index, to)}
      >
        {said === '' ? '\u00a0' : said}
        {extra !== '' && <span className="quiet"> {extra}</span>}
      </button>
      {mark.errors && <span className="field-problem">{mark.errors}</span>}
      {mark.warnings && <span className="field-warning">{mark.warnings}</span>}
    </span>
  )
}

function States({ index, row, onState }: Props) {
  const name = row.name ?? ''
  return (
    <span className="attendance-states">
      {attendanceStates.map((state, i) => {
        const label = codeLabel('attendanceState', state)
        const isOn = row.state === state
        return (
          <button
            key={state}
            type="button"
            tabIndex={-1}
            className={`state ${state}`}
            aria-pressed={isOn}
            aria-label={fill(t.trainings.list.ticked, { name, state: label })}
            onClick={() => onState(index, isOn ? null : state)}
          >
            <span className="quiet">{i + 1}</span> {label}
          </button>
        )
      })}
    </span>
  )
}
