import { Alert } from 'antd'
import type { AppError } from '../../../shared/errors.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { t } from '../../text.ts'

/** Errors of a number or an effect: a newer record is shown by now, and the act only has to be repeated. */
export function ActError({ error }: { readonly error: AppError | null }) {
  if (error?.code !== 'revision-conflict') return <ErrorNotice error={error} />
  return <Alert type="warning" showIcon role="alert" title={t.pages.case.movedOn} />
}
