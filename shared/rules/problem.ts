import type { Problem } from '../errors.ts'

type Params = NonNullable<Problem['params']>

/** Refuses the save. */
export const error = (path: string, code: string, params: Params = {}): Problem => ({
  path,
  code,
  severity: 'error',
  params,
})
/** Is shown and may stand. */
export const warning = (path: string, code: string, params: Params = {}): Problem => ({
  path,
  code,
  severity: 'warning',
  params,
})
