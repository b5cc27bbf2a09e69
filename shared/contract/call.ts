import type { z } from 'zod'

/** Roles in one book. Several per user; one-person offices hold them all. */
export const roles = ['clerk', 'mediator', 'head'] as const
export type Role = (typeof roles)[number]

/**
 * Who may call: `anyone` before sign-in, `signedIn` any user, `admin` the 管理员 (who cannot open cases), or
 * one of the roles in the book that the input's `ledger` or `book` names.
 */
export type Allow = 'anyone' | 'signedIn' | 'admin' | readonly Role[]

/**
 * `read` never writes a record, `write` is one transaction, `job` is long: it answers a {@link JobId} at once and
 * goes on with progress, cancel and outcome.
 */
export type CallKind = 'read' | 'write' | 'job'

export interface Call<K extends CallKind = CallKind, S extends z.ZodType = z.ZodType, O = unknown> {
  readonly kind: K
  readonly input: S
  readonly allow: Allow
  /** Only in a register of this profile. */
  readonly profile?: 'unit' | 'recipient'
  /** Carries the output's type; never present at run time. */
  readonly output?: O
}

interface Options {
  readonly allow: Allow
  readonly profile?: 'unit' | 'recipient'
}
const declare =
  <K extends CallKind>(kind: K) =>
  <O>() =>
  <S extends z.ZodType>(input: S, options: Options): Call<K, S, O> => ({ kind, input, ...options })

export const read = declare('read')
export const write = declare('write')
/** The type argument is the job's outcome. */
export const job = declare('job')

export interface JobStarted {
  readonly jobId: string
}
export type InputOf<C> = C extends Call<CallKind, infer S> ? z.input<S> : never
export type OutcomeOf<C> = C extends Call<CallKind, z.ZodType, infer O> ? O : never
/** What the caller gets: a job's caller gets its id, and the outcome with the job. */
export type OutputOf<C> = C extends Call<'job'> ? JobStarted : OutcomeOf<C>

/** Plain JSON of at most so many characters: anything deeper or longer is refused before it is kept. */
export const smallJson = (maxLength: number) => (value: unknown) => {
  try {
    return (JSON.stringify(value)?.length ?? Number.POSITIVE_INFINITY) <= maxLength
  } catch {
    return false
  }
}
