import { useEffect, useRef, useState } from 'react'
import type { RecordView } from '../../../shared/contract/records.ts'
import type { FormSection } from '../../../shared/ledgers/describe.ts'
import { dispute } from '../../../shared/ledgers/dispute.ts'
import { PaperPreview } from '../../parts/PaperPreview.tsx'
import { goInstead } from '../../route.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { OpenedRecord, type RecordPageProps } from '../ledger/RecordPage.tsx'
import { CaseActs } from './CaseActs.tsx'
import { CaseSide } from './CaseSide.tsx'
import { CaseSteps } from './CaseSteps.tsx'
import { CorrectionForm } from './CorrectionForm.tsx'
import { CorrectionsPanel } from './CorrectionsPanel.tsx'
import { dataOf } from './caseData.ts'
import { NextButton } from './NextButton.tsx'
import type { PaperChoice } from './PapersPanel.tsx'
import { SectionPanels } from './SectionPanels.tsx'

/** Numbers and the three acts of 人民调解法 29 have panels of their own: they are saves with rules of their own. */
const inPanels = new Set(['caseNo', 'agreementNo', 'signedByPartiesOn', 'signedByMediatorsOn', 'sealedOn'])
const sections: readonly FormSection[] = dispute.form.map((s) => ({
  ...s,
  fields: s.fields.filter((f) => !inPanels.has(f)),
}))

/** Leads to the field the page was opened for, once. */
function BeginAt({ path, actions }: { readonly path: string; readonly actions: FormActions }) {
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    actions.goTo(path)
  }, [path, actions])
  return null
}

/** The agreement is printed for signing in as many copies as it says; of everything else one is asked for. */
function copiesOf({ paper, mode }: PaperChoice, { data, keptPapers }: RecordView): number {
  const forSigning = paper === 'agreement' && mode === 'final' && !keptPapers.includes('agreement')
  return forSigning && typeof data.copies === 'number' ? data.copies : 1
}

/** A case: steps at the left, form in the middle, at the right the next thing to do and what else is to be seen. */
export function CasePage(props: RecordPageProps) {
  const [paper, setPaper] = useState<PaperChoice | null>(null)
  const shown = sections.find((s) => s.key === props.section) ?? sections[0]
  const address = props.id === null ? ['dispute', 'draft', props.draftKey] : ['dispute', props.id]
  const open = (key: string) => goInstead(...address, key)
  const [correcting, setCorrecting] = useState(false)
  const over = ({ form }: FormActions) => {
    if (form.view === null) return null
    if (correcting)
      return <CorrectionForm view={form.view} today={form.tools.today} onClose={() => setCorrecting(false)} />
    if (paper === null) return null
    const of = { ledger: 'dispute', id: form.view.id, ...paper } as const
    return <PaperPreview of={of} copies={copiesOf(paper, form.view)} onClose={() => setPaper(null)} />
  }
  return (
    <OpenedRecord
      {...props}
      slots={{
        sections: shown === undefined ? [] : [shown],
        onSection: open,
        over,
        left: (actions) => (
          <CaseSteps
            data={dataOf(actions)}
            problems={actions.form.problems}
            caseNoAt={actions.form.settings.caseNoAt}
            current={shown?.key ?? ''}
            onOpen={open}
          />
        ),
        top: (actions) => (
          <>
            {props.field !== undefined && <BeginAt path={props.field} actions={actions} />}
            <CorrectionsPanel actions={actions} />
            <SectionPanels section={shown?.key ?? ''} actions={actions} />
          </>
        ),
        right: (actions) => (
          <>
            <NextButton actions={actions} onOpen={open} />
            <CaseActs actions={actions} preview={setPaper} onCorrect={() => setCorrecting(true)} />
            <CaseSide actions={actions} open={open} preview={setPaper} />
          </>
        ),
      }}
    />
  )
}
