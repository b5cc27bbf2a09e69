import { Button } from 'antd'
import { t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { dataOf } from './caseData.ts'
import { nextStep } from './nextStep.ts'

interface Props {
  readonly actions: FormActions
  readonly onOpen: (section: string) => void
}

/** The next thing to do is one obvious button; what is typed is saved on the way. */
export function NextButton({ actions, onOpen }: Props) {
  const { form, save, goTo } = actions
  const next = nextStep(dataOf(actions), form.view !== null, form.settings.caseNoAt)
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
