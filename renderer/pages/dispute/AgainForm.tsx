import { Button } from 'antd'
import { useAct } from '../../api/client.ts'
import { go } from '../../route.ts'
import { t } from '../../text.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { ActError } from './ActError.tsx'

/** 重新调解: a new case of the same people and the same matter. */
export function AgainForm({ actions: { form } }: { readonly actions: FormActions }) {
  const again = useAct('case.mediateAgain')
  const { view } = form
  if (view === null) return null
  const start = () => again.mutate({ ledger: 'dispute', id: view.id }, { onSuccess: (made) => go('dispute', made.id) })
  return (
    <div className="way-form">
      <p>{t.caseActs.againNote}</p>
      <Button type="primary" loading={again.isPending} onClick={start}>
        {t.caseActs.againConfirm}
      </Button>
      <ActError error={again.error} />
    </div>
  )
}
