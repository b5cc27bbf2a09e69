import { Alert } from 'antd'
import type { AppError, Problem } from '../../../shared/errors.ts'
import { problemWords } from '../../ledger/problems.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { t } from '../../text.ts'

/**
 * Errors of a number or an effect. A newer record is shown by now, and the act only has to be repeated; what speaks
 * against the act is said here, because it is not in the form.
 */
export function ActError({ error }: { readonly error: AppError | null }) {
  if (error?.code === 'revision-conflict')
    return <Alert type="warning" showIcon role="alert" title={t.pages.case.movedOn} />
  const found = error?.code === 'record-invalid' ? error.details.problems : undefined
  if (!Array.isArray(found)) return <ErrorNotice error={error} />
  const wrong = (found as readonly Problem[]).filter((p) => p.severity === 'error')
  return (
    <Alert type="error" showIcon role="alert" title={t.pages.case.actRefused} description={<Sentences of={wrong} />} />
  )
}

function Sentences({ of }: { readonly of: readonly Problem[] }) {
  return (
    <ul>
      {of.map((p) => (
        <li key={`${p.path}-${p.code}`}>{problemWords('dispute', p)}</li>
      ))}
    </ul>
  )
}
