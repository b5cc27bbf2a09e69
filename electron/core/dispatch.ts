import { v4 as uuid } from 'uuid'
import type { Call, Role } from '../../shared/contract/call.ts'
import { type CallName, contract } from '../../shared/contract.ts'
import { type Answer, type AnswerError, AppError, type Problem } from '../../shared/errors.ts'
import { type LedgerName, ledgers } from '../../shared/ledgers/index.ts'
import { reaches } from '../../shared/rules/ledgerRoles.ts'
import type { Ctx, Handlers, Session } from './context.ts'
import { hasRole } from './context.ts'
import type { Log } from './host.ts'
import type { JobControl, Jobs } from './jobs.ts'
import { sqliteError } from './register/open.ts'

/** An error as it leaves the core. Unknown ones get an incident number; their text goes to the local log only. */
export function answerError(e: unknown, log: Log): AnswerError {
  const known = sqliteError(e)
  if (known instanceof AppError) {
    if (known !== e || known.code === 'internal')
      log('error', known.code, { cause: String(known.cause ?? known.stack) })
    return { code: known.code, details: known.details }
  }
  const incident = uuid().slice(0, 8)
  log('error', 'unexpected', { incident, error: e instanceof Error ? (e.stack ?? e.message) : typeof e })
  return { code: 'internal', details: { incident } }
}

/** Why each value was refused, by path; never the value itself. */
function inputProblems(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string; readonly code?: string }[],
): readonly Problem[] {
  return issues.slice(0, 50).map((i) => ({
    path: i.path
      .filter((p) => p !== 'data')
      .map(String)
      .join('.'),
    code: i.code === 'custom' || i.code === 'invalid_format' ? i.message : (i.code ?? 'invalid'),
    severity: 'error',
  }))
}

/** Whether one of the roles is held where the call is about: in its `book`, or in its `ledger`. */
function holdsRole(session: Session, input: unknown, wanted: readonly Role[]): boolean {
  if (input === null || typeof input !== 'object') return false
  if ('book' in input && (input.book === 'mediation' || input.book === 'teams'))
    return hasRole(session, input.book, ...wanted)
  if ('ledger' in input && typeof input.ledger === 'string' && Object.hasOwn(ledgers, input.ledger))
    return reaches(session.roles, input.ledger as LedgerName, wanted)
  return false
}

function refuse(call: Call, session: Session | null, input: unknown): AppError | null {
  if (call.allow === 'anyone') return null
  if (session === null) return new AppError('not-signed-in')
  if (call.allow === 'signedIn') return null
  if (call.allow === 'admin') return session.admin ? null : new AppError('not-allowed')
  return holdsRole(session, input, call.allow) ? null : new AppError('not-allowed')
}

/** What a pipe needs of the office to answer a call. */
export interface Desk {
  readonly handlers: Handlers
  readonly jobs: Jobs
  readonly log: Log
  readonly sessionOf: (pipe: string) => Session | null
  /** A job keeps the session it was started in; everything else has the pipe's own. */
  readonly context: (pipe: string, control: JobControl | null, starter: Session | null) => Ctx
  /** What answers a call before it is looked at: the whole program's error, nobody signed in, the wrong register. */
  readonly standing: (name: CallName, call: Call, session: Session | null) => AppError | null
}

async function answer(desk: Desk, pipe: string, name: CallName, input: unknown): Promise<unknown> {
  const call: Call = contract[name]
  // Before parsing: who is not signed in learns nothing of what a right input looks like.
  const standing = desk.standing(name, call, desk.sessionOf(pipe))
  if (standing) throw standing
  const parsed = call.input.safeParse(input)
  if (!parsed.success) throw new AppError('input-invalid', { problems: inputProblems(parsed.error.issues) })
  const session = desk.sessionOf(pipe)
  const refused = refuse(call, session, parsed.data)
  if (refused) throw refused
  const handler = desk.handlers[name] as (ctx: Ctx, input: unknown) => unknown
  if (call.kind !== 'job') return handler(desk.context(pipe, null, null), parsed.data)
  const jobId = desk.jobs.start({ pipe, userId: session?.userId ?? null }, name, async (control) =>
    handler(desk.context(pipe, control, session), parsed.data),
  )
  return { jobId }
}

/** Looks the call up, parses, checks, runs. Never throws. */
export async function dispatch(desk: Desk, pipe: string, name: string, input: unknown): Promise<Answer<unknown>> {
  try {
    if (!Object.hasOwn(contract, name)) throw new AppError('unknown-call')
    return { ok: true, value: await answer(desk, pipe, name as CallName, input) }
  } catch (e) {
    return { ok: false, error: answerError(e, desk.log) }
  }
}
