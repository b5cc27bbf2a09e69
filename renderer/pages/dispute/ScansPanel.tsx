import { Select } from 'antd'
import { useState } from 'react'
import { papersOf } from '../../../shared/rules/casePapers.ts'
import { scanItems } from '../../../shared/rules/dossierLists.ts'
import { useCall } from '../../api/client.ts'
import { ScanDrop } from '../../parts/ScanDrop.tsx'
import { type ItemName, ScanStrip } from '../../parts/ScanStrip.tsx'
import { fill, t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { dataOf } from './caseData.ts'
import { paperDetail } from './paperNames.ts'

/** Scans and photos of the open case: those there are, by item, and a place to drop more. */
export function ScansPanel({ actions }: { readonly actions: FormActions }) {
  const [open, setOpen] = useState(false)
  const id = actions.form.view?.id ?? null
  const list = useCall('scan.list', { ledger: 'dispute', id: id ?? '' }, { enabled: id !== null })
  if (id === null) return null
  const scans = list.data?.scans ?? []
  return (
    <div className="paper-stage">
      <button type="button" className="stage-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden>{open ? '▾' : '▸'}</span> {fill(t.scans.titleCount, { count: scans.length })}
      </button>
      {open && <Items id={id} actions={actions} there={[...scans, ...(list.data?.removed ?? [])].map((s) => s.item)} />}
    </div>
  )
}

interface ItemsProps {
  readonly id: string
  readonly actions: FormActions
  /** Items that hold scans. */
  readonly there: readonly string[]
}
function Items({ id, actions, there }: ItemsProps) {
  const [item, setItem] = useState<string>('identity')
  const data = dataOf(actions)
  const papers = papersOf(data)
  const itemName: ItemName = (key) => {
    const words: Readonly<Record<string, string>> = t.dossier.items
    const paper = papers.find((p) => p.key === key)
    if (paper === undefined) return words[key] ?? key
    return [t.papers.titles[paper.paper], paperDetail(data, paper.paper, paper.part)].join(' ').trim()
  }
  const items = [...new Set([...scanItems, ...papers.map((p) => p.key), ...there])]
  return (
    <>
      {there.length === 0 && <p className="quiet">{t.scans.first}</p>}
      {items
        .filter((key) => there.includes(key))
        .map((key) => (
          <div key={key}>
            <h3>{itemName(key)}</h3>
            <ScanStrip id={id} item={key} items={items} itemName={itemName} />
          </div>
        ))}
      <div className="scan-target">
        {t.scans.into}
        <Select
          size="small"
          aria-label={t.scans.into}
          value={item}
          onChange={setItem}
          options={items.map((value) => ({ value, label: itemName(value) }))}
        />
      </div>
      <ScanDrop id={id} item={item} label={itemName(item)} />
    </>
  )
}
