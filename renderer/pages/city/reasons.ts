import { t, textAt } from '../../text.ts'

/** Why a row or file waits here: a word of the import, or an error of files. */
export const reasonShown = (reason: string): string =>
  textAt(t.city.reasons, reason) ?? textAt(t.errors, reason, 'what') ?? reason
