import { Input, type InputRef, Select } from 'antd'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { SearchHit, SearchResult } from '../../shared/contract/records.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { call } from '../api/client.ts'
import { formatSystem, formatValue } from '../format.ts'
import { isComposing, useCtrlKey } from '../keys.ts'
import { columnField } from '../ledger/columns.ts'
import { go } from '../route.ts'
import { fieldLabel, fill, t } from '../text.ts'

/** Milliseconds of quiet before the core is asked. */
const quiet = 150
const shown = 20

interface Props {
  readonly here: LedgerName
  readonly ledgers: readonly LedgerName[]
}

/** Searches one circle at a time: the ledger the user is in, or the one chosen before the box. */
export function SearchBox({ here, ledgers }: Props) {
  const [ledger, setLedger] = useState(here)
  const [open, setOpen] = useState(false)
  return (
    <search className="search" onBlur={(e) => !e.currentTarget.contains(e.relatedTarget) && setOpen(false)}>
      {ledgers.length > 1 && (
        <Select
          aria-label={t.common.searchIn}
          value={ledger}
          onChange={setLedger}
          options={ledgers.map((l) => ({ value: l, label: t.ledgers[l].name }))}
        />
      )}
      <Box ledger={ledger} open={open} onOpen={setOpen} />
    </search>
  )
}

interface BoxProps {
  readonly ledger: LedgerName
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}
function Box({ ledger, open, onOpen }: BoxProps) {
  const box = useRef<InputRef>(null)
  const [text, setText] = useState('')
  const found = useSearch(ledger, text)
  const focus = useCallback(() => box.current?.focus({ cursor: 'all' }), [])
  useCtrlKey('k', focus)
  const openHit = (hit: SearchHit | undefined) => {
    if (hit === undefined) return
    onOpen(false)
    setText('')
    box.current?.blur()
    go(hit.ledger, hit.id)
  }
  const { active, onKey, restart } = useHitKeys(found?.hits ?? [], openHit, () => onOpen(false))
  const change = (typed: string) => {
    setText(typed)
    restart()
    onOpen(true)
  }
  const words = { ledger: t.ledgers[ledger].name, what: t.ledgers[ledger].searchable }
  return (
    <>
      <Input
        ref={box}
        allowClear
        role="combobox"
        aria-label={t.common.search}
        aria-expanded={open && found !== null}
        aria-controls="search-hits"
        placeholder={fill(t.common.searchHint, words)}
        value={text}
        onChange={(e) => change(e.target.value)}
        onFocus={() => onOpen(true)}
        onKeyDown={onKey}
      />
      {open && found && <Hits result={found} active={active} onOpen={openHit} />}
    </>
  )
}

/** Arrows choose a hit, Enter opens it, Esc puts the hits away; the focus stays in the box. */
function useHitKeys(hits: readonly SearchHit[], openHit: (hit: SearchHit | undefined) => void, close: () => void) {
  const [active, setActive] = useState(0)
  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'ArrowDown') setActive((i) => Math.min(i + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setActive((i) => Math.max(i - 1, 0))
    else if (event.key === 'Enter') openHit(hits[active])
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  }
  return { active, onKey, restart: () => setActive(0) }
}

/** The answer to the words typed last; null while nothing is asked. */
function useSearch(ledger: LedgerName, text: string): SearchResult | null {
  const [found, setFound] = useState<SearchResult | null>(null)
  const wanted = text.trim()
  useEffect(() => {
    if (wanted === '') return setFound(null)
    let stale = false
    const timer = setTimeout(() => {
      call('record.search', { ledger, text: wanted, limit: shown })
        .then((result) => !stale && setFound(result))
        .catch(() => !stale && setFound({ hits: [], more: false }))
    }, quiet)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [ledger, wanted])
  return found
}

interface HitsProps {
  readonly result: SearchResult
  readonly active: number
  readonly onOpen: (hit: SearchHit) => void
}
function Hits({ result, active, onOpen }: HitsProps) {
  return (
    <div className="search-hits">
      <p className="quiet" role="status">
        {result.hits.length === 0
          ? t.common.searchNone
          : fill(t.common.searchHits, { count: result.more ? `${result.hits.length}+` : result.hits.length })}
        {result.more && ` · ${t.common.searchMore}`}
      </p>
      <div id="search-hits" role="listbox" aria-label={t.common.search}>
        {result.hits.map((hit, i) => (
          <HitLine key={hit.id} hit={hit} active={i === active} onOpen={onOpen} />
        ))}
      </div>
    </div>
  )
}

/** Title, then the facts that tell homonyms apart. */
function HitLine({
  hit,
  active,
  onOpen,
}: {
  readonly hit: SearchHit
  readonly active: boolean
  readonly onOpen: HitsProps['onOpen']
}) {
  const ledger = ledgerOf(hit.ledger)
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const beside = hit.facts.filter(({ field }) => field !== ledger.title)
  const words = beside.map(({ field, value }) => {
    const described = columnField(hit.ledger, field)
    const said = described ? formatValue(described, value) : formatSystem(field, value)
    // A date says little without its name; a number or a type speaks for itself.
    return described?.kind === 'date' && said ? `${fieldLabel(hit.ledger, field)} ${said}` : said
  })
  return (
    // The keys are handled by the box, which keeps the focus.
    // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are not focused themselves
    <div
      ref={line}
      role="option"
      aria-selected={active}
      className="hit"
      onMouseDown={(e) => {
        e.preventDefault()
        onOpen(hit)
      }}
    >
      <strong>{hit.title || t.common.none}</strong>
      <span>{words.filter(Boolean).join(' · ')}</span>
    </div>
  )
}
