import { type RefObject, useReducer, useRef } from 'react'
import { writeBlock } from './block.ts'
import { shownCell } from './cellText.ts'
import { type CodeChoice, codesFor } from './codeChoices.ts'
import {
  copiedBlock,
  type EntryState,
  firstEntry,
  followedRows,
  obeyed,
  pasted,
  selected,
  typedIn,
} from './entryState.ts'
import type { Command } from './gridKeys.ts'
import { at, type Cell, type Selection } from './places.ts'
import type { Column, Rows, Sheet } from './sheet.ts'

export interface Entry {
  readonly state: EntryState
  readonly box: RefObject<HTMLTextAreaElement | null>
  /** The column typed into. */
  readonly column: Column | undefined
  /** The codes that may be meant by what stands in the box; null where the column has none. */
  readonly choices: readonly CodeChoice[] | null
  readonly obey: (command: Command) => void
  /** A letter arrived in the box, by keyboard or by input method. */
  readonly typed: () => void
  /** What is being typed goes into its cell. */
  readonly commit: () => void
  readonly select: (selection: Selection) => void
  readonly edit: () => void
  readonly choose: (choice: CodeChoice) => void
  readonly paste: (text: string) => void
  readonly copy: () => string
}

interface Wanted {
  readonly sheet: Sheet
  readonly rows: Rows
  readonly onChange: (rows: Rows) => void
  /** The next cell with a problem before or behind this one; null when there is none. */
  readonly problemAfter: (cell: Cell, back: boolean) => Cell | null
}

/** The state of one grid, kept outside of drawing so that several changes of one key are made in turn. */
export function useEntry(wanted: Wanted): Entry {
  const [, draw] = useReducer((n: number) => n + 1, 0)
  const held = useRef<EntryState | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  held.current ??= firstEntry(wanted.rows)
  if (held.current.rows !== wanted.rows) held.current = followedRows(held.current, wanted.sheet, wanted.rows)
  const latest = useRef(wanted)
  latest.current = wanted
  const actions = useRef<ReturnType<typeof actionsOf>>(null)
  actions.current ??= actionsOf(held as RefObject<EntryState>, latest, box, draw)
  const { selection, mode } = held.current
  const column = wanted.sheet.columns[selection.anchor.column]
  const choices = mode === 'ready' ? null : choicesOf(column, wanted.sheet, box.current?.value ?? '')
  return { ...actions.current, state: held.current, box, column, choices }
}

/** While nothing that fits was typed, all are offered. */
function choicesOf(column: Column | undefined, sheet: Sheet, typed: string): readonly CodeChoice[] | null {
  if (column === undefined || (column.field.kind !== 'code' && column.field.kind !== 'codes')) return null
  const { choices, possible } = codesFor(column.field, sheet.words.label)
  const last = column.field.kind === 'codes' ? (typed.split(/[、,，;；\s]/).at(-1) ?? '') : typed
  const found = possible(last)
  return found.length === 0 || choices.some((c) => c.label === last) ? choices : found
}

type Ref<T> = { readonly current: T }

/** The state held, how it is replaced, and the text box: what every action works with. */
interface Hold {
  readonly now: () => EntryState
  readonly set: (next: EntryState) => void
  readonly sheet: () => Sheet
  readonly box: RefObject<HTMLTextAreaElement | null>
}

/** Begins and ends of typing. */
function typingOf({ now, set, sheet, box }: Hold) {
  const end = (next: EntryState) => {
    if (box.current) box.current.value = ''
    set(next)
  }
  const begin = (text: string, mode: 'typing' | 'editing') => {
    const column = sheet().columns[now().selection.anchor.column]
    if (box.current === null || column === undefined || column.fixed) return
    box.current.value = text
    box.current.setSelectionRange(text.length, text.length)
    set({ ...now(), mode })
  }
  return {
    end,
    begin,
    edit: () => begin(shownAt(now(), sheet()), 'editing'),
    commit: () => {
      if (now().mode !== 'ready') end(typedIn(now(), sheet(), box.current?.value ?? ''))
    },
    step: (by: 1 | -1) => {
      const next = nextChoice(now(), sheet(), now().mode === 'ready' ? null : (box.current?.value ?? ''), by)
      if (next !== null) begin(next, 'editing')
    },
  }
}

function actionsOf(
  held: { current: EntryState },
  latest: Ref<Wanted>,
  box: RefObject<HTMLTextAreaElement | null>,
  draw: () => void,
) {
  const now = () => held.current
  const sheet = () => latest.current.sheet
  const set = (next: EntryState) => {
    const before = held.current
    held.current = next
    if (next.rows !== before.rows) latest.current.onChange(next.rows)
    draw()
  }
  const typing = typingOf({ now, set, sheet, box })
  const select = (selection: Selection) => {
    typing.commit()
    set(selected(now(), sheet(), selection))
  }
  const obey = (command: Command) => {
    if (command.do === 'cancel') return typing.end({ ...now(), mode: 'ready' })
    if (command.do === 'lineBreak') return lineBreak(box.current)
    if (command.do === 'choice') return typing.step(command.by)
    if (command.do === 'edit') return command.blank ? typing.begin('', 'typing') : typing.edit()
    typing.commit()
    if (command.do !== 'problem') return set(obeyed(now(), sheet(), command))
    const cell = latest.current.problemAfter(now().selection.anchor, command.back)
    if (cell !== null) select(at(cell.row, cell.column))
  }
  return {
    obey,
    select,
    commit: typing.commit,
    edit: typing.edit,
    typed: () => set({ ...now(), mode: now().mode === 'ready' ? 'typing' : now().mode }),
    choose: (choice: CodeChoice) => typing.end(typedIn(now(), sheet(), chosenText(now(), sheet(), box, choice))),
    paste: (text: string) => set(pasted(now(), sheet(), text)),
    copy: () => writeBlock(copiedBlock(now(), sheet())),
  }
}

function shownAt({ rows, selection }: EntryState, sheet: Sheet): string {
  const { row, column } = selection.anchor
  const described = sheet.columns[column]
  const part = rows[row] ?? sheet.fresh
  return described === undefined ? '' : shownCell(described.name, described.field, part, sheet.words)
}

/** By mouse one of several codes is added to what stands there. */
function chosenText(
  state: EntryState,
  sheet: Sheet,
  box: RefObject<HTMLTextAreaElement | null>,
  { label }: CodeChoice,
): string {
  if (sheet.columns[state.selection.anchor.column]?.field.kind !== 'codes') return label
  const before = (box.current?.value ?? '').split(/[、,，;；\s]/).slice(0, -1)
  return [...before, label].join('、')
}

/** The entry of the list after the one that stands in the cell. */
function nextChoice(state: EntryState, sheet: Sheet, typed: string | null, by: 1 | -1): string | null {
  const field = sheet.columns[state.selection.anchor.column]?.field
  if (field?.kind !== 'code') return null
  const { choices, meant } = codesFor(field, sheet.words.label)
  const present = choices.findIndex((c) => c.code === meant(typed ?? shownAt(state, sheet)))
  const next = present < 0 ? (by === 1 ? 0 : choices.length - 1) : (present + by + choices.length) % choices.length
  return choices[next]?.label ?? null
}

/** The browser's own command keeps the box's own undo. */
function lineBreak(box: HTMLTextAreaElement | null): void {
  box?.focus()
  document.execCommand('insertText', false, '\n')
}
