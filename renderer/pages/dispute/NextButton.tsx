import { Button } from 'antd'
import { useCallback, useRef } from 'react'
import { useAltKey } from '../../keys.ts'
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
  // The end is reached when it is saved, not when it is typed.
  const ended = next.key === 'done' && !form.dirty
  const follow = async () => {
    if (ended || form.saving) return
    if (form.dirty || form.view === null) {
      const saved = await save()
      if (saved === null || next.key === 'save' || next.key === 'done') return
    }
    if (next.path === null) onOpen(next.section)
    else goTo(next.path)
  }
  const latest = useRef(follow)
  latest.current = follow
  useAltKey(
    'n',
    useCallback(() => void latest.current(), []),
  )
  return (
    <section className="next-step" aria-label={t.pages.case.nextTitle}>
      <h3>{t.pages.case.nextTitle}</h3>
      <Button
        type="primary"
        block
        aria-keyshortcuts="Alt+N"
        title={t.pages.case.nextKey}
        size="large"
        disabled={ended}
        loading={form.saving}
        onClick={() => void follow()}
      >
        {next.key === 'done' && !ended ? t.pages.case.saveEnd : t.pages.case.next[next.key]}
      </Button>
    </section>
  )
}
