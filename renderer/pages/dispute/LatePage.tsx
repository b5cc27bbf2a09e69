import { useState } from 'react'
import type { RecordView } from '../../../shared/contract/records.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { inOneLine } from '../../format.ts'
import { goInstead, hrefOf } from '../../route.ts'
import { fill, t } from '../../text.ts'
import { OpenedRecord } from '../ledger/RecordPage.tsx'
import { freshPile, lateSection, pileAfter } from './late.ts'

/** Address of a dossier not saved yet. */
export const newLateKey = (): string => `late-${crypto.randomUUID()}`
export const isLateKey = (draftKey: string): boolean => draftKey.startsWith('late-')

interface Entered {
  readonly count: number
  readonly last: { readonly id: string; readonly title: string } | null
}

/** 补录: dossiers that were on paper first, one after the other; a save opens the next with what it shares. */
export function LatePage({ draftKey }: { readonly draftKey: string }) {
  const [pile, setPile] = useState(freshPile)
  const [entered, setEntered] = useState<Entered>({ count: 0, last: null })
  const next = (saved: RecordView) => {
    const data = saved.data as unknown as DisputeData
    setPile(pileAfter(data))
    setEntered({ count: entered.count + 1, last: { id: saved.id, title: titleOf(data) } })
    goInstead('dispute', 'draft', newLateKey())
  }
  return (
    <OpenedRecord
      key={draftKey}
      ledger="dispute"
      id={null}
      draftKey={draftKey}
      section={null}
      slots={{
        sections: [lateSection],
        variant: 'late',
        newTitle: t.ledgers.dispute.sections.late,
        initial: pile.values,
        assumedYear: pile.year,
        onSaved: next,
        top: () => <Progress entered={entered} />,
      }}
    />
  )
}

const titleOf = ({ caseNo, parties }: DisputeData): string =>
  [caseNo, inOneLine(parties.map((p) => p.name ?? ''))].filter(Boolean).join(' ')

function Progress({ entered: { count, last } }: { readonly entered: Entered }) {
  const words = t.pages.late
  return (
    <p className="late-progress quiet" role="status">
      {last === null ? words.first : fill(words.entered, { count })}
      {last !== null && <a href={hrefOf('dispute', last.id)}>{last.title}</a>}
    </p>
  )
}
