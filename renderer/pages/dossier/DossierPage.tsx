import { Button, Input } from 'antd'
import { useState } from 'react'
import type { DossierItem, DossierView } from '../../../shared/contract/dossier.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import { useCall } from '../../api/client.ts'
import { localToday } from '../../format.ts'
import { DateInput } from '../../ledger/widgets/DateInput.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import { go } from '../../route.ts'
import { useSession } from '../../session.ts'
import { codeLabel, fill, t } from '../../text.ts'
import { ChecksSide } from './ChecksSide.tsx'
import { itemName } from './dossierNames.ts'
import { ItemList } from './ItemList.tsx'
import { ItemPanel } from './ItemPanel.tsx'
import { cleared, meant, nothingPicked, type Picked } from './picked.ts'
import { type Marks, type Seen, useMarks } from './useMarks.ts'
import '../../parts/Panel.css'
import './dossier.css'

const words = t.dossierDesk

/** The dossier of one case: what lies in it, what a reviewer would ask, and the whole of it on paper. */
export function DossierPage({ id }: { readonly id: string }) {
  const of = { ledger: 'dispute', id } as const
  const view = useCall('dossier.view', of)
  const record = useCall('record.get', of)
  const error = view.error ?? record.error
  if (error) return <ErrorNotice error={error} onRetry={() => void view.refetch()} />
  if (view.data === undefined || record.data === undefined) return <p className="loading">{t.common.loading}</p>
  const data = record.data.data as unknown as DisputeData
  return (
    <OpenDossier id={id} view={view.data} data={data} stage={record.data.stage} onChanged={() => void view.refetch()} />
  )
}

interface Props {
  readonly id: string
  readonly view: DossierView
  readonly data: DisputeData
  readonly stage: string
  readonly onChanged: () => void
}
function OpenDossier({ id, view, data, stage, onChanged }: Props) {
  const [previewed, setPreviewed] = useState<DossierItem | null>(null)
  if (previewed !== null && previewed.paper !== null) {
    const { paper, part } = previewed
    const of = { ledger: 'dispute', id, paper, part, mode: 'final' } as const
    return <PaperPreview of={of} onClose={() => setPreviewed(null)} />
  }
  return (
    <div className="desk dossier">
      <header className="desk-head">
        <Button size="small" onClick={() => go('dossier')}>
          {words.back}
        </Button>
        <h1>{String(ledgerOf('dispute').derived.partyNames?.from(data as never) ?? t.ledgers.dispute.one)}</h1>
        <span className="quiet">{factsOf(view, data, stage)}</span>
        <span className="spring" />
        <Button onClick={() => go('dispute', id)}>{words.toCase}</Button>
      </header>
      {view.kind === null ? (
        <p className="plain-empty">{words.none}</p>
      ) : (
        <Contents {...{ id, view, data, onChanged }} onPreview={setPreviewed} />
      )}
    </div>
  )
}

const factsOf = ({ kind }: DossierView, data: DisputeData, stage: string): string =>
  [data.caseNo ?? '', codeLabel('stage', stage), kind === null ? '' : t.dossier.kinds[kind]].filter(Boolean).join(' · ')

interface ContentsProps extends Omit<Props, 'stage'> {
  readonly onPreview: (item: DossierItem) => void
}
function Contents({ id, view, data, onChanged, onPreview }: ContentsProps) {
  const session = useSession()
  const list = useShown(view.items)
  const [seen, setSeen] = useState<Seen>({ day: localToday(), byName: session.name })
  const name = (item: DossierItem) => itemName(item, data)
  const after = () => {
    list.pick(cleared)
    onChanged()
  }
  const marks = useMarks({ id, seen, name, onDone: after })
  const onField = (path: string) => go('dispute', id, 'field', path)
  const onOpen = (item: DossierItem | undefined) => {
    const [path] = item?.lacks ?? []
    if (item?.paper == null) return
    if (path !== undefined) onField(path)
    else if (item.asked) onPreview(item)
  }
  const nameOf = (key: string) => {
    const found = view.items.find((i) => i.key === key)
    return found === undefined ? key : name(found)
  }
  return (
    <div className="desk-columns">
      <div className="desk-column file-column">
        {view.locked && <p className="quiet">{words.locked}</p>}
        {!view.locked && <ListHead marks={marks} seen={seen} onSeen={setSeen} late={view.late} />}
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
        <ItemPanel items={list.meant} name={name} marks={marks} locked={view.locked} {...{ onOpen, onField }} />
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
