import { Button, Input } from 'antd'
import { useMemo } from 'react'
import type { RosterRow } from '../../../shared/contract/trainings.ts'
import { maxParts } from '../../../shared/ledgers/check.ts'
import type { TrainingData } from '../../../shared/ledgers/training.ts'
import { useCall } from '../../api/client.ts'
import type { OwnListProps } from '../../ledger/ownLists.ts'
import { useFacts } from '../../ledger/suggestions.ts'
import { fieldLabel, fill, t } from '../../text.ts'
import { AttendanceRow } from './AttendanceRow.tsx'
import { type Attendance, broughtIn, findRow, tallyOf } from './attendance.ts'
import { listName, useTicking } from './useTicking.ts'
import './training.css'

const words = t.trainings.list

/** 到场: the roster is brought in with one key and ticked with another; names are found by their initials. */
export function AttendanceList(props: OwnListProps) {
  const { form, countOnly } = useFacts().data
  if (props.parts.length > 0 || (form !== 'handbook' && countOnly !== true)) return <Ticking {...props} />
  return (
    <p className="quiet span-12" data-path={listName}>
      {form === 'handbook' ? words.noneHandbook : words.noneCount}
    </p>
  )
}

function Ticking({ parts, mark, marks }: OwnListProps) {
  const rows = parts as unknown as readonly Attendance[]
  const roster = useRoster()
  const ticking = useTicking(rows, roster.rows)
  const hints = useMemo(() => new Map(roster.rows.map((r) => [r.member, r.hint])), [roster.rows])
  return (
    <fieldset
      className={`field span-12 part-list attendance${mark.errors ? ' has-error' : ''}`}
      data-path={listName}
      data-own-keys
      onKeyDown={ticking.onKey}
    >
      <legend>{fieldLabel('training', listName)}</legend>
      <Bar ticking={ticking} rows={rows} roster={roster} />
      {rows.length > 0 && <Headings />}
      {rows.length > 0 && (
        <ol className="attendance-rows" aria-label={fieldLabel('training', listName)}>
          {rows.map((row, i) => (
            <AttendanceRow
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity; their place tells them apart
              key={i}
              index={i}
              row={row}
              hint={hints.get(row.member ?? '') ?? ''}
              current={i === ticking.current}
              marks={marks}
              onPick={ticking.pick}
              onState={ticking.tick}
            />
          ))}
        </ol>
      )}
      <div className="part-foot">
        <button type="button" className="link add-part" onClick={() => ticking.run({ type: 'guest' })}>
          ＋ {words.addGuest}
        </button>
        {rows.length > 0 && <span className="quiet part-keys">{words.keys}</span>}
      </div>
      {mark.errors && <p className="field-problem">{mark.errors}</p>}
      {mark.warnings && <p className="field-warning">{mark.warnings}</p>}
    </fieldset>
  )
}

const headed = ['name', 'post', 'unit', 'state', 'remark'] as const
function Headings() {
  return (
    <div className="attendance-headings quiet" aria-hidden>
      <span />
      {headed.map((field) => (
        <span key={field}>{fieldLabel('training', `${listName}.${field}`)}</span>
      ))}
    </div>
  )
}

interface Roster {
  readonly rows: readonly RosterRow[]
  readonly total: number
  /** Null until there is a day and a team to ask for, and while it is asked. */
  readonly known: boolean
  readonly asked: boolean
}
const nobody: readonly RosterRow[] = []
function useRoster(): Roster {
  const { heldOn, teams, audiences } = useFacts().data as unknown as TrainingData
  const asked = heldOn !== null && teams !== null && teams.length > 0
  const input = {
    ...{ ledger: 'training' as const, on: heldOn ?? '', teams: [...(teams ?? [])] },
    audiences: audiences.flatMap((a) => a.unit ?? []),
  }
  const { data } = useCall('training.roster', input, { enabled: asked })
  const known = asked && data !== undefined
  return { rows: known ? data.rows : nobody, total: known ? data.total : 0, known, asked }
}

interface BarProps {
  readonly ticking: ReturnType<typeof useTicking>
  readonly rows: readonly Attendance[]
  readonly roster: Roster
}
/** The finder that has the focus, what one key does to all, and how many are what. */
function Bar({ ticking, rows, roster }: BarProps) {
  const { text, finder, isAhead, typed, run } = ticking
  const left = broughtIn(roster.rows, rows).length
  const blank = rows.filter((r) => r.state === null).length
  const isLost = text !== '' && findRow(rows, text, 0) < 0
  return (
    <div className="attendance-head">
      <div className="attendance-bar">
        <Input
          ref={finder}
          className="attendance-finder"
          value={text}
          disabled={rows.length === 0}
          placeholder={words.findHint}
          aria-label={words.find}
          onChange={(e) => typed(e.target.value, (e.nativeEvent as InputEvent).isComposing === true)}
          onCompositionEnd={(e) => typed(e.currentTarget.value, false)}
        />
        <Button disabled={left === 0} onClick={() => run({ type: 'bring' })} aria-keyshortcuts="Alt+R">
          {`${words.bring}（Alt+R）`}
        </Button>
        <Button disabled={blank === 0 || isAhead} onClick={() => run({ type: 'rest' })} aria-keyshortcuts="Alt+A">
          {`${words.allPresent}（Alt+A）`}
        </Button>
      </div>
      <p className="attendance-said" role="status">
        {rows.length > 0 && <strong>{fill(words.tally, tallyOf(rows))}</strong>}
        <span className={isLost ? 'field-problem' : 'quiet'}>
          {isLost ? fill(words.notFound, { text }) : said(roster, left, isAhead)}
        </span>
      </p>
    </div>
  )
}

/** How the list stands to the roster. */
function said({ known, asked, total }: Roster, left: number, isAhead: boolean): string {
  if (!asked) return words.needDay
  if (!known) return ''
  const counts =
    total === 0
      ? words.rosterNone
      : total > maxParts
        ? fill(words.rosterMany, { total, most: maxParts })
        : left === 0
          ? fill(words.rosterAll, { total })
          : fill(words.rosterLeft, { total, left })
  return isAhead ? `${counts}${words.notYet}` : counts
}
