import { Button } from 'antd'
import { useState } from 'react'
import type { FormSection } from '../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { dispute } from '../../../shared/ledgers/dispute.ts'
import { type PaperMode, PaperPreview } from '../../parts/PaperPreview.tsx'
import { goInstead } from '../../route.ts'
import { t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { OpenedRecord, type RecordPageProps } from '../ledger/RecordPage.tsx'
import { CaseSteps } from './CaseSteps.tsx'
import { EffectPanel } from './EffectPanel.tsx'
import { NumberPanel } from './NumberPanel.tsx'
import { nextStep } from './nextStep.ts'
import { PapersPanel } from './PapersPanel.tsx'

/** Numbers and the three acts of 人民调解法 29 have panels of their own: they are saves with rules of their own. */
const inPanels = new Set(['caseNo', 'agreementNo', 'signedByPartiesOn', 'signedByMediatorsOn', 'sealedOn'])
const sections: readonly FormSection[] = dispute.form.map((s) => ({
  ...s,
  fields: s.fields.filter((f) => !inPanels.has(f)),
}))

export const dataOf = (actions: FormActions): DisputeData => actions.form.data as unknown as DisputeData

/** A case: steps at the left, form in the middle, the next thing to do, papers and checks at the right. */
export function CasePage(props: RecordPageProps) {
  const [paper, setPaper] = useState<PaperMode | null>(null)
  const shown = sections.find((s) => s.key === props.section) ?? sections[0]
  const address = props.id === null ? ['dispute', 'draft', props.draftKey] : ['dispute', props.id]
  const open = (key: string) => goInstead(...address, key)
  const over = ({ form }: FormActions) =>
    paper !== null && form.view ? (
      <PaperPreview ledger="dispute" id={form.view.id} mode={paper} onClose={() => setPaper(null)} />
    ) : null
  return (
    <OpenedRecord
      {...props}
      slots={{
        sections: shown === undefined ? [] : [shown],
        onSection: open,
        over,
        left: (actions) => (
          <CaseSteps data={dataOf(actions)} problems={actions.form.problems} current={shown?.key ?? ''} onOpen={open} />
        ),
        top: (actions) => <SectionPanels section={shown?.key ?? ''} actions={actions} />,
        right: (actions) => (
          <>
            <NextButton actions={actions} onOpen={open} />
            <PapersPanel actions={actions} onPreview={setPaper} />
          </>
        ),
      }}
    />
  )
}

function SectionPanels({ section, actions }: { readonly section: string; readonly actions: FormActions }) {
  if (section === 'acceptance') return <NumberPanel actions={actions} series="caseNo" />
  if (section !== 'effect') return null
  return (
    <>
      <NumberPanel actions={actions} series="agreementNo" />
      <EffectPanel actions={actions} />
    </>
  )
}

/** The next thing to do is one obvious button; what is typed is saved on the way. */
function NextButton({ actions, onOpen }: { readonly actions: FormActions; readonly onOpen: (key: string) => void }) {
  const { form, save, goTo } = actions
  const next = nextStep(dataOf(actions), form.view !== null)
  const follow = async () => {
    if (form.dirty || form.view === null) {
      const saved = await save()
      if (saved === null || next.key === 'save') return
    }
    if (next.path === null) onOpen(next.section)
    else goTo(next.path)
  }
  return (
    <section className="next-step" aria-label={t.pages.case.nextTitle}>
      <h3>{t.pages.case.nextTitle}</h3>
      <Button
        type="primary"
        block
        size="large"
        disabled={next.key === 'done'}
        loading={form.saving}
        onClick={() => void follow()}
      >
        {t.pages.case.next[next.key]}
      </Button>
    </section>
  )
}
