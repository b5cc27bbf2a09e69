import type { ReactNode } from 'react'
import type { RecordView } from '../../../shared/contract/records.ts'
import type { AnyData, FormSection } from '../../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import type { Variant } from '../../ledger/layout.ts'
import { useOpened } from '../../ledger/useOpened.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { t } from '../../text.ts'
import { RecordPaper } from '../ledgerPapers/PaperButtons.tsx'
import { type FormActions, OpenRecord } from './OpenRecord.tsx'

export interface RecordPageProps {
  readonly ledger: LedgerName
  readonly id: string | null
  readonly draftKey: string
  readonly section: string | null
  /** Path of the field to begin at. */
  readonly field?: string
}

/** What a hand-composed page adds to the generated one. */
export interface RecordSlots {
  /** Sections to draw now; all of them by default. */
  readonly sections: readonly FormSection[]
  /** Opens the section of a field before it gets the focus. */
  /** Another layout of the same fields, with rules of its own in `ledger/layout.ts`. */
  readonly variant?: Variant
  /** What a new record is called until it has a name. */
  readonly newTitle?: string
  /** First values of a new record, over the usual ones. */
  readonly initial?: Partial<AnyData>
  /** The year of dates typed without one; this year by default. */
  readonly assumedYear?: string | null
  /** Where a new record leads once it is saved; to its own page by default. */
  readonly onSaved?: (saved: RecordView) => void
  readonly onSection?: (key: string) => void
  readonly left?: (actions: FormActions) => ReactNode
  readonly top?: (actions: FormActions) => ReactNode
  /** Stands at the right in place of the checks alone. */
  readonly right?: (actions: FormActions) => ReactNode
  /** Stands in the form's place, such as a paper's preview. */
  readonly over?: (actions: FormActions) => ReactNode
}

/** A record's page as the description alone gives it. */
export function RecordPage(props: RecordPageProps) {
  return <OpenedRecord {...props} slots={{ sections: ledgerOf(props.ledger).form, top: RecordPaper }} />
}

/** Waits for the record, its draft and the day, then draws the form. */
export function OpenedRecord({ slots, ledger, id, draftKey }: RecordPageProps & { readonly slots: RecordSlots }) {
  const { variant = null, assumedYear = null, initial } = slots
  const { opened, error } = useOpened({ ledger, id, draftKey, variant, assumedYear, initial })
  if (error) return <ErrorNotice error={error} />
  if (opened === null) return <p className="loading">{t.form.loadingRecord}</p>
  return <OpenRecord opened={opened} slots={slots} />
}
