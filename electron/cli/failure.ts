import { AppError } from '../../shared/errors.ts'
import { fill, type Params, textAt } from '../../shared/text/template.ts'
import { cli } from '../../shared/text/zh-CN/cli.ts'
import { errors } from '../../shared/text/zh-CN/errors.ts'

/** A command that was typed wrong, in words for who typed it. */
export class UsageError extends Error {
  constructor(word: keyof typeof cli, params: Params = {}) {
    super(fill(cli[word], params))
    this.name = 'UsageError'
  }
}

/** What goes to standard error: what happened, what is safe, what to do; then the code, for scripts. */
export function failureText(e: unknown): string {
  if (e instanceof UsageError) return e.message
  const error = e instanceof AppError ? e : new AppError('internal', {}, { cause: e })
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
