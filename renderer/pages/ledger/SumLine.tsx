import { Button } from 'antd'
import { useMemo } from 'react'
import type { Page } from '../../../shared/contract/records.ts'
import type { LedgerName } from '../../../shared/ledgers/index.ts'
import { inOneLine } from '../../format.ts'
import { fieldLabel, fill, t } from '../../text.ts'
import type { AskedList } from './askedList.ts'

const none: readonly string[] = []
/** The number fields added up below a list: the same ones as long as it is asked for the same. */
export function useSums(asked: AskedList | undefined): string[] {
  const key = (asked?.sums ?? none).join()
  return useMemo(() => (key === '' ? [] : key.split(',')), [key])
}

/** Passes a page on and tells the sums that came with it. */
export async function withSums(page: Promise<Page>, tell: (sums: Page['sums']) => void): Promise<Page> {
  const found = await page
  tell(found.sums)
  return found
}

/** The sums over every row of the list, at its foot: `合计：户数 1,234`. */
export function SumLine({ ledger, sums }: { readonly ledger: LedgerName; readonly sums: Page['sums'] }) {
  const parts = Object.entries(sums).map(([field, n]) => `${fieldLabel(ledger, field)} ${n.toLocaleString('en-US')}`)
  if (parts.length === 0) return null
  return (
    <p className="list-sums" role="status">
      {fill(t.figures.foot, { sums: inOneLine(parts) })}
    </p>
  )
}

/** Back to the figures one came from, with their period. */
export function BackToFigures({ shown }: { readonly shown: boolean }) {
  if (!shown) return null
  return (
    <Button type="link" size="small" onClick={() => history.back()}>
      {t.figures.back}
    </Button>
  )
}
