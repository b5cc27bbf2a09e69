import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react'
import type { DossierItem } from '../../../shared/contract/dossier.ts'
import { isComposing } from '../../keys.ts'
import { fill, t } from '../../text.ts'
import { at, keyed, type Picked, toggled } from './picked.ts'

const words = t.dossierDesk

interface Props {
  readonly items: readonly DossierItem[]
  readonly picked: Picked
  readonly name: (item: DossierItem) => string
  readonly onPick: (picked: Picked) => void
  /** Space. */
  readonly onTick: () => void
  /** Enter, or a double click. */
  readonly onOpen: () => void
}

const idOf = (key: string): string => `file-${key}`

/** The file list in the order it is bound: one active item, several chosen; what is done to them stands beside it. */
export function ItemList({ items, picked, name, onPick, onTick, onOpen }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const keys = items.map((i) => i.key)
  useFirstFocus(list)
  useActiveInView(picked.active)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      return event.key === ' ' ? onTick() : onOpen()
    }
    const next = keyed(picked, keys, event)
    if (next === null) return
    event.preventDefault()
    onPick(next)
  }
  const onClick = (event: MouseEvent, key: string) => {
    const onBox = (event.target as HTMLElement).closest('.file-pick') !== null
    onPick(onBox || event.ctrlKey ? toggled(picked, key) : at(picked, keys, key, event.shiftKey))
  }
  return (
    <div
      ref={list}
      className="file-list"
      role="listbox"
      aria-label={words.list}
      aria-multiselectable
      aria-activedescendant={picked.active === null ? undefined : idOf(picked.active)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {items.map((item, i) => (
        <ItemRow
          key={item.key}
          item={item}
          no={i + 1}
          name={name(item)}
          isActive={item.key === picked.active}
          isChosen={picked.chosen.has(item.key)}
          onClick={(event) => onClick(event, item.key)}
          onOpen={onOpen}
        />
      ))}
    </div>
  )
}

interface RowProps {
  readonly item: DossierItem
  readonly no: number
  readonly name: string
  readonly isActive: boolean
  readonly isChosen: boolean
  readonly onClick: (event: MouseEvent) => void
  readonly onOpen: () => void
}
function ItemRow({ item, no, name, isActive, isChosen, onClick, onOpen }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list hears the keys and holds the focus
    <div
      id={idOf(item.key)}
      role="option"
      className={isActive ? 'file-row active' : 'file-row'}
      aria-selected={isChosen}
      onClick={onClick}
      onDoubleClick={onOpen}
    >
      <span className="file-pick" title={fill(words.pick, { name })} aria-hidden>
        {isChosen ? '☑' : '☐'}
      </span>
      <span className="file-no">{no}</span>
      <span className="file-name">
        {name}
        {item.need === 'must' && <small className="file-must">{words.must}</small>}
      </span>
      <span className="file-notes">{notesOf(item)}</span>
      <StateMark item={item} />
    </div>
  )
}

/** How an item stands, by word and shape. */
export function StateMark({ item }: { readonly item: DossierItem }) {
  return (
    <span className={`file-state ${item.state}`}>
      <span aria-hidden>{words.shapes[item.state]}</span> {t.dossier.states[item.state]}
    </span>
  )
}

function notesOf({ scans, printed }: DossierItem): string {
  const notes = [
    scans > 0 ? fill(words.scans, { count: scans }) : '',
    printed === null ? '' : printed.changed ? `⚠ ${words.changed}` : fill(words.printed, { copies: printed.copies }),
  ]
  return notes.filter(Boolean).join(' · ')
}

/** The keys work from the beginning: nothing is opened by mouse. */
function useFirstFocus(list: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => list.current?.focus({ preventScroll: true }), [list])
}

function useActiveInView(active: string | null): void {
  useEffect(() => {
    if (active !== null) document.getElementById(idOf(active))?.scrollIntoView({ block: 'nearest' })
  }, [active])
}
