import { Alert, Button } from 'antd'
import type { AnswerError } from '../../shared/errors.ts'
import { named } from '../named.ts'
import { fill, t } from '../text.ts'

/** The three parts of an error's message, with the facts put in. */
export function errorWords(error: AnswerError): { readonly what: string; readonly safe: string; readonly act: string } {
  const words = t.errors[error.code]
  const facts = named(
    Object.fromEntries(
      Object.entries(error.details).filter((e): e is [string, string | number] =>
        ['string', 'number'].includes(typeof e[1]),
      ),
    ),
  )
  return { what: fill(words.what, facts), safe: fill(words.safe, facts), act: fill(words.act, facts) }
}

interface Props {
  readonly error: AnswerError | null
  readonly onRetry?: () => void
  readonly onClose?: () => void
}

/** What happened, what is safe, what to do. Nothing when there is no error. */
export function ErrorNotice({ error, onRetry, onClose }: Props) {
  if (error === null) return null
  const words = errorWords(error)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      closable={onClose === undefined ? false : { onClose }}
      title={words.what}
      description={
        <>
          {words.safe}
          <br />
          {words.act}
        </>
      }
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t.common.retry}
          </Button>
        )
      }
    />
  )
}
