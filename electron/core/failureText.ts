import { AppError } from '../../shared/errors.ts'
import { fill, textAt } from '../../shared/text/template.ts'
import { errors } from '../../shared/text/zh-CN/errors.ts'

/** An error for a terminal: what happened, what is safe, what to do; then the code, for scripts. */
export function failureText(e: unknown): string {
  const error = e instanceof AppError ? e : new AppError('internal', { incident: '—' }, { cause: e })
  const { problems, ...facts } = error.details
  const params = Object.fromEntries(
    Object.entries(facts).filter((pair): pair is [string, string | number] =>
      ['string', 'number'].includes(typeof pair[1]),
    ),
  )
  const words = ['what', 'safe', 'act']
    .map((part) => textAt(errors, error.code, part))
    .filter((word) => word !== undefined)
  const where = Array.isArray(problems) ? `\n${JSON.stringify(problems)}` : ''
  return `${fill(words.join(''), params)}（${error.code}）${where}`
}
