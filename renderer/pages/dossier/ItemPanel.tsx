import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { DossierItem } from '../../../shared/contract/dossier.ts'
import { inOneLine } from '../../format.ts'
import { pathLabel } from '../../ledger/problems.ts'
import { Panel } from '../../parts/Panel.tsx'
import { ScanDrop } from '../../parts/ScanDrop.tsx'
import { ScanStrip } from '../../parts/ScanStrip.tsx'
import { fill, t } from '../../text.ts'
import { StateMark } from './ItemList.tsx'
import type { Marks } from './useMarks.ts'

const words = t.dossierDesk

interface Props {
  readonly id: string
  /** Keys of every item: where a scan may be moved to. */
  readonly keys: readonly string[]
  readonly nameOf: (key: string) => string
  /** What is meant: the chosen items, or the active one. */
  readonly items: readonly DossierItem[]
  readonly name: (item: DossierItem) => string
  readonly marks: Marks
  readonly locked: boolean
  readonly onOpen: (item: DossierItem) => void
  readonly onField: (path: string) => void
}

/** Beside the list: the item in hand, or several of them, and what can be done. */
export function ItemPanel({ id, keys, items, name, nameOf, marks, locked, onOpen, onField }: Props) {
  const [first] = items
  if (first === undefined) return <p className="quiet">{words.choose}</p>
  const title = items.length > 1 ? fill(words.chosen, { count: items.length }) : name(first)
  return (
    <Panel title={title} extra={items.length === 1 && <StateMark item={first} />}>
      {items.length === 1 && <Facts item={first} onOpen={onOpen} onField={onField} />}
      {!locked && items.length === 1 && first.mark?.state === 'onFile' && first.scans === 0 && (
        <OriginalPages key={`${first.key} ${first.mark.pages}`} item={first} marks={marks} />
      )}
      {!locked && <MarkButtons key={items.map((i) => i.key).join()} items={items} marks={marks} />}
      {items.length === 1 && first.item !== 'catalogue' && (
        <div className="file-scans">
          <ScanStrip id={id} item={first.key} items={keys} itemName={nameOf} />
          {!locked && <ScanDrop key={first.key} id={id} item={first.key} label={name(first)} />}
        </div>
      )}
    </Panel>
  )
}

type FactsProps = Pick<Props, 'onOpen' | 'onField'> & { readonly item: DossierItem }
function Facts({ item, onOpen, onField }: FactsProps) {
  const { mark, lacks, printed } = item
  const [path] = lacks
  const isReady = item.paper !== null && lacks.length === 0 && item.asked
  return (
    <>
      {mark !== null && <p>{fill(mark.state === 'onFile' ? words.seenBy : words.notNeededBy, markFacts(mark))}</p>}
      {printed?.changed && (
        <p className="warn-words" role="alert">
          {words.changed}
        </p>
      )}
      {item.state === 'notAsked' && <p className="quiet">{words.notAskedNote}</p>}
      {item.item === 'catalogue' && <p className="quiet">{words.withDossier}</p>}
      {item.paper === null && item.item !== 'catalogue' && item.state === 'lacking' && (
        <p className="quiet">{words.scanOnly}</p>
      )}
      {item.paper !== null && path !== undefined && (
        <p>
          {fill(words.lacks, { fields: inOneLine(lacks.map((p) => pathLabel('dispute', p))) })}{' '}
          <Button size="small" onClick={() => onField(path)}>
            {words.fillIn}
          </Button>
        </p>
      )}
      {isReady && (
        <Button block onClick={() => onOpen(item)}>
          {item.kept ? words.keptCopy : words.print}
        </Button>
      )}
    </>
  )
}

const markFacts = ({ day, byName, reason }: NonNullable<DossierItem['mark']>) => ({
  day,
  name: byName,
  reason: reason ?? '',
})

/** How many pages the original has: where it is not scanned, the numbers of what follows depend on it. */
function OriginalPages({ item, marks }: { readonly item: DossierItem; readonly marks: Marks }) {
  const known = item.mark?.pages ?? null
  const [pages, setPages] = useState<number | null>(known)
  const put = () => {
    if (pages !== known) marks.count(item, pages)
  }
  return (
    <p>
      <label htmlFor="original-pages">{words.originalPages}</label>{' '}
      <InputNumber
        id="original-pages"
        size="small"
        min={1}
        max={999}
        precision={0}
        value={pages}
        onChange={setPages}
        onBlur={put}
        onPressEnter={put}
        aria-describedby="original-pages-hint"
      />{' '}
      <span id="original-pages-hint" className="panel-note">
        {words.originalPagesHint}
      </span>
    </p>
  )
}

function MarkButtons({ items, marks }: Pick<Props, 'items' | 'marks'>) {
  const [asking, setAsking] = useState(false)
  const isTicked = items.every((i) => i.mark?.state === 'onFile')
  const isLeftOut = items.every((i) => i.mark?.state === 'notNeeded')
  return (
    <>
      <div className="file-buttons">
        <Button
          type={isTicked ? 'default' : 'primary'}
          aria-keyshortcuts="Space"
          loading={marks.busy}
          onClick={() => marks.tick(items)}
        >
          {isTicked ? words.untick : `${words.shapes.onFile} ${words.tick}`}
        </Button>
        {isLeftOut ? (
          <Button onClick={() => marks.takeAway(items)}>{words.needed}</Button>
        ) : (
          <Button aria-expanded={asking} onClick={() => setAsking(!asking)}>
            {words.notNeeded}
          </Button>
        )}
      </div>
      {asking && !isLeftOut && <Reason onReason={(reason) => marks.notNeeded(items, reason)} />}
    </>
  )
}

function Reason({ onReason }: { readonly onReason: (reason: string) => void }) {
  const [reason, setReason] = useState('')
  const typed = reason.trim()
  return (
    <form
      className="file-reason"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== '') onReason(typed)
      }}
    >
      <label htmlFor="file-reason">{words.reason}</label>
      <Input
        id="file-reason"
        autoFocus
        maxLength={200}
        placeholder={words.reasonHint}
        value={reason}
        onChange={(e) => setReason(e.target.value)}
      />
      <Button htmlType="submit" disabled={typed === ''}>
        {words.confirmNotNeeded}
      </Button>
    </form>
  )
}
