import type { InputRef } from 'antd'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { RosterRow } from '../../../shared/contract/trainings.ts'
import type { AnyPart } from '../../../shared/ledgers/describe.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { isComposing } from '../../keys.ts'
import { reasonAfter } from '../../ledger/edit.ts'
import { focusPath, useFormTools } from '../../ledger/FormContext.ts'
import { freshPart } from '../../ledger/layout.ts'
import { useFacts } from '../../ledger/suggestions.ts'
import { type Attendance, type AttendanceState, broughtIn, findRow, stateOfKey, withState } from './attendance.ts'
import { type Act, actOf } from './attendanceKeys.ts'

export const listName = 'attendances'

/** The row that is meant, and where the focus is to be once it is drawn. */
function useCurrent(count: number) {
  const [current, setCurrent] = useState(0)
  const finder = useRef<InputRef>(null)
  /** A field of the row, or the finder (the empty string); null for where it is. */
  const wanted = useRef<string | null>(null)
  const [moves, setMoves] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows each move, once it is drawn
  useEffect(() => {
    const to = wanted.current
    wanted.current = null
    if (to === null) return
    if (to === '') finder.current?.focus()
    else focusPath(to)
    document.querySelector('.attendance-row.current')?.scrollIntoView({ block: 'nearest' })
  }, [moves])
  const pick = useCallback((index: number, field: string | null) => {
    setCurrent(index)
    wanted.current = field === null ? '' : `${listName}.${index}.${field}`
    setMoves((n) => n + 1)
  }, [])
  return { current: Math.max(0, Math.min(current, count - 1)), finder, pick }
}

/** The first field of a row to write in: who sat in, the name of a guest, else the remark. */
const firstField = (row: Attendance | undefined): string =>
  row?.state === 'substitute' ? 'substitute' : row?.member === null ? 'name' : 'remark'

/** The changes of the list, each one step to be undone. */
function useChanges(rows: readonly Attendance[], roster: readonly RosterRow[], isAhead: boolean) {
  const { edit } = useFormTools()
  const parts = useRef<readonly AnyPart[]>([])
  parts.current = rows as unknown as readonly AnyPart[]
  const mark = useCallback(
    (index: number, state: AttendanceState | null) => {
      const row = parts.current[index]
      if (row === undefined) return false
      edit({ type: 'replaceAll', list: listName, parts: parts.current.with(index, withState(row, state)) })
      return true
    },
    [edit],
  )
  const rest = () =>
    edit({
      type: 'replaceAll',
      list: listName,
      parts: parts.current.map((p) => (p.state === null ? withState(p, 'present') : p)),
    })
  const bring = () => {
    const added = broughtIn(roster, rows)
    if (added.length > 0) edit({ type: 'addAll', list: listName, parts: added })
  }
  const guest = () => {
    const fresh = freshPart('training', listName, ledgers.training.fields.attendances.part)
    edit({ type: 'add', list: listName, part: isAhead ? { ...fresh, state: null } : fresh })
  }
  const remove = (index: number) => edit({ type: 'remove', list: listName, index })
  const unknown = (index: number) => {
    const path = `${listName}.${index}.substitute`
    edit({ type: 'absent', path, reason: reasonAfter({ [listName]: parts.current, absent: {} }, path) })
  }
  return { mark, rest, bring, guest, remove, unknown }
}

function actAt(event: KeyboardEvent<HTMLElement>, finder: HTMLElement | null, finding: boolean): Act | null {
  if (isComposing(event.nativeEvent)) return null
  const at = event.target as HTMLElement
  const inSubstitute = at.closest('[data-path$=".substitute"]') !== null
  const { key, altKey, ctrlKey } = event
  return actOf({ key, altKey, ctrlKey, inFinder: at === finder, inSubstitute, finding })
}

/** Ticking by keys. The focus stays in the finder, so that an input method has its place. */
export function useTicking(rows: readonly Attendance[], roster: readonly RosterRow[]) {
  const { today } = useFormTools()
  const heldOn = useFacts().data.heldOn
  const isAhead = typeof heldOn === 'string' && heldOn > today
  const [text, setText] = useState('')
  const { current, finder, pick } = useCurrent(rows.length)
  const { mark, rest, bring, guest, remove, unknown } = useChanges(rows, roster, isAhead)
  const count = rows.length
  const tick = useCallback(
    (index: number, state: AttendanceState | null) => {
      if (!mark(index, state)) return
      setText('')
      if (state === 'substitute') pick(index, 'substitute')
      else pick(Math.min(index + 1, count - 1), null)
    },
    [mark, pick, count],
  )
  const typed = (value: string, composing: boolean) => {
    const state = composing ? undefined : stateOfKey(value.slice(-1))
    if (state !== undefined) return tick(current, state)
    setText(value)
    const found = composing ? -1 : findRow(rows, value, current)
    if (found >= 0) pick(found, null)
  }
  const to = (index: number) => pick(Math.max(0, Math.min(index, count - 1)), null)
  const acts: Readonly<Record<Exclude<Act['type'], 'move'>, () => void>> = {
    bring: () => [bring(), to(current)],
    rest: () => [rest(), to(current)],
    guest: () => [guest(), pick(count, 'name')],
    remove: () => [remove(current), to(Math.min(current, count - 2))],
    clear: () => setText(''),
    next: () => to(current + 1),
    back: () => to(current),
    fields: () => pick(current, firstField(rows[current])),
    unknown: () => unknown(current),
  }
  const run = (act: Act) => (act.type === 'move' ? to(current + act.by) : acts[act.type]())
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const act = actAt(event, finder.current?.input ?? null, text !== '')
    if (act === null) return
    event.preventDefault()
    event.stopPropagation()
    run(act)
  }
  return { current, text, finder, isAhead, pick, tick, typed, onKey, run }
}
