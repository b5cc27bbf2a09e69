import { Button, Input } from 'antd'
import { useState } from 'react'
import type { DossierItem, DossierView } from '../../../shared/contract/dossier.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { localToday } from '../../format.ts'
import { DateInput } from '../../ledger/widgets/DateInput.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { go } from '../../route.ts'
import { useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'
import { ChecksSide } from './ChecksSide.tsx'
import { itemName } from './dossierNames.ts'
import { ItemList } from './ItemList.tsx'
import { ItemPanel } from './ItemPanel.tsx'
import { cleared, meant, nothingPicked, type Picked } from './picked.ts'
import { type Marks, type Seen, useMarks } from './useMarks.ts'

const words = t.dossierDesk

interface DeskProps {
  readonly id: string
  readonly view: DossierView
  readonly data: DisputeData
  /** False while something else stands over the list: its keys are not heard. */
  readonly heard: boolean
  readonly onChanged: () => void
}

/** What is done at the list; it outlives a look at a paper. */
export function useDesk({ id, view, data, heard, onChanged }: DeskProps) {
  const session = useSession()
  const list = useShown(view.items)
  const [seen, setSeen] = useState<Seen>({ day: localToday(), byName: session.name })
  const name = (item: DossierItem) => itemName(item, data)
  const onDone = () => {
    list.pick(cleared)
    onChanged()
  }
  const marks = useMarks({ id, seen, name, heard, onDone })
  const nameOf = (key: string) => {
    const found = view.items.find((i) => i.key === key)
    return found === undefined ? key : name(found)
  }
  return { list, seen, setSeen, marks, name, nameOf }
}
export type Desk = ReturnType<typeof useDesk>

interface ContentsProps {
  readonly id: string
  readonly view: DossierView
  readonly desk: Desk
  readonly onPreview: (item: DossierItem) => void
}

/** 卷内材料: the list, what is in hand beside it, and what a reviewer would ask. */
export function DossierContents({ id, view, desk, onPreview }: ContentsProps) {
  const { list, marks, name, nameOf } = desk
  const onField = (path: string) => go('dispute', id, 'field', path)
  const onOpen = (item: DossierItem | undefined) => {
    const [path] = item?.lacks ?? []
    if (item?.paper == null) return
    if (path !== undefined) onField(path)
    else if (item.asked) onPreview(item)
  }
  return (
    <div className="desk-columns">
      <div className="desk-column file-column">
        {view.locked && <p className="quiet">{words.locked}</p>}
        {!view.locked && <ListHead marks={marks} seen={desk.seen} onSeen={desk.setSeen} late={view.late} />}
        <ItemList
          items={list.shown}
          picked={list.picked}
          name={name}
          onPick={list.pick}
          onTick={() => !view.locked && marks.tick(list.meant)}
          onOpen={() => onOpen(list.active)}
        />
        <ListFoot list={list} />
      </div>
      <div className="desk-column">
        <ItemPanel
          {...{ id, name, nameOf, marks, onOpen, onField }}
          items={list.meant}
          keys={view.items.map((i) => i.key)}
          locked={view.locked}
        />
        <ChecksSide checks={view.checks} name={nameOf} onField={onField} onItem={list.show} />
      </div>
    </div>
  )
}

/** The items on the page, which of them are meant, and those the case does not call for folded away. */
function useShown(items: readonly DossierItem[]) {
  const [unfolded, setUnfolded] = useState(false)
  const [picked, pick] = useState<Picked>(() => {
    const first = items.find((i) => i.state === 'lacking') ?? items[0]
    return { ...nothingPicked, active: first?.key ?? null }
  })
  const asked = items.filter((i) => i.state !== 'notAsked')
  const shown = unfolded ? items : asked
  const keys = shown.map((i) => i.key)
  return {
    ...{ shown, picked, pick, unfolded },
    folded: items.length - asked.length,
    fold: () => setUnfolded(!unfolded),
    active: shown.find((i) => i.key === picked.active),
    meant: meant(picked, keys).flatMap((key) => shown.find((i) => i.key === key) ?? []),
    /** Leads to an item, wherever it is. */
    show: (key: string) => {
      setUnfolded(unfolded || !keys.includes(key))
      pick({ active: key, anchor: key, chosen: new Set() })
      document.querySelector<HTMLElement>('.file-list')?.focus()
    },
  }
}

function ListFoot({ list: { folded, unfolded, fold } }: { readonly list: ReturnType<typeof useShown> }) {
  return (
    <div className="file-foot">
      {folded > 0 && (
        <button type="button" className="link" aria-expanded={unfolded} onClick={fold}>
          {`${unfolded ? '▾' : '▸'} ${fill(words.notAsked, { count: folded })}`}
        </button>
      )}
      <span className="spring" />
      <span className="quiet">{words.keys}</span>
    </div>
  )
}

interface HeadProps {
  readonly marks: Marks
  readonly seen: Seen
  readonly onSeen: (seen: Seen) => void
  readonly late: boolean
}
/** Who looked and when, for every tick; all of them at once; and the way back. */
function ListHead({ marks, seen, onSeen, late }: HeadProps) {
  const [unreadable, setUnreadable] = useState(false)
  return (
    <div className="file-head">
      <label htmlFor="seen-day">{words.day}</label>
      <DateInput
        id="seen-day"
        label={words.day}
        today={localToday()}
        value={seen.day}
        disabled={false}
        invalid={unreadable || seen.day === null}
        onChange={(day) => onSeen({ ...seen, day })}
        onUnreadable={(code) => setUnreadable(code !== null)}
      />
      <label htmlFor="seen-by">{words.byName}</label>
      <Input
        id="seen-by"
        maxLength={60}
        value={seen.byName}
        status={seen.byName.trim() === '' ? 'error' : ''}
        onChange={(e) => onSeen({ ...seen, byName: e.target.value })}
      />
      <Button title={words.tickAllNote} onClick={marks.tickAll}>
        {late ? words.tickAllLate : words.tickAll}
      </Button>
      <Button disabled={!marks.canUndo} onClick={marks.undo}>
        {words.undo}
      </Button>
      <span role="status" className="saved-words">
        {marks.said}
      </span>
      <ErrorNotice error={marks.error} onClose={marks.forget} />
    </div>
  )
}
