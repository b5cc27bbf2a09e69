import { Button } from 'antd'
import { useCallback, useRef } from 'react'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { useCall } from '../../api/client.ts'
import { useAltKey } from '../../keys.ts'
import { go } from '../../route.ts'
import { t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { type NextStep, nextStep, withDossier } from './nextStep.ts'

interface Props {
  readonly actions: FormActions
  readonly onOpen: (section: string) => void
}

/** The dossier is asked after only when it may be the next thing. */
function useNext({ form }: FormActions): NextStep {
  const next = nextStep(form.data as unknown as DisputeData, form.view !== null, form.settings.caseNoAt)
  const id = form.view?.id ?? ''
  const isWanted = next.key === 'file' && id !== ''
  const { data } = useCall('dossier.view', { ledger: 'dispute', id }, { enabled: isWanted })
  return isWanted ? withDossier(next, data) : next
}

/** The next thing to do is one obvious button; what is typed is saved on the way. */
export function NextButton({ actions, onOpen }: Props) {
  const { form, save, goTo } = actions
  const next = useNext(actions)
  // The end is reached when it is saved, not when it is typed.
  const ended = next.key === 'done' && !form.dirty
  const follow = async () => {
    if (ended || form.saving) return
    if (form.dirty || form.view === null) {
      const saved = await save()
      if (saved === null || next.key === 'save' || next.key === 'done') return
    }
    if (next.key === 'dossier') go('dossier', form.view?.id ?? '')
    else if (next.path === null) onOpen(next.section)
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
