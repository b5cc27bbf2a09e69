import type { z } from 'zod'
import type { BookRole, Profile } from '../../shared/contract/session.ts'
import type { CallName, Contract, CoreEvent, Outcome } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { Clock, Host, Log } from './host.ts'
import type { JobControl, Jobs } from './jobs.ts'
import type { Places } from './places.ts'
import type { Register } from './register/open.ts'
import { type Tx, transact } from './register/unitOfWork.ts'
import type { RegisterHolder } from './registerHolder.ts'
import type { PendingCodes } from './scans/paperCodes.ts'
import type { Uploads } from './scans/uploads.ts'

/** Who works at one pipe. It belongs to the pipe, never to a message. */
export interface Session {
  readonly userId: string
  readonly name: string
  readonly admin: boolean
  readonly roles: readonly BookRole[]
}

/** What a handler is given. Nothing is reached through globals. */
export interface Ctx {
  readonly pipe: string
  readonly host: Host
  readonly clock: Clock
  readonly log: Log
  readonly places: Places
  readonly uploads: Uploads
  readonly codes: PendingCodes
  readonly holder: RegisterHolder
  readonly emit: (event: CoreEvent) => void
  readonly jobs: Jobs
  readonly job: JobControl
  /** The open register. Throws `not-signed-in` while it is closed. */
  readonly register: Register
  /** Who is signed in at the pipe; null before sign-in. */
  readonly userId: string | null
  /** Who asks. Throws `not-signed-in` before sign-in. */
  readonly session: Session
  readonly profile: Profile
  readonly setSession: (session: Session | null) => void
  /** Gives every session of a user other rights, or ends it: what was taken away is gone at once. */
  readonly changeSessions: (userId: string, session: Session | null) => void
}

export type Handler<N extends CallName> = (
  ctx: Ctx,
  input: z.output<Contract[N]['input']>,
) => Outcome<N> | Promise<Outcome<N>>
export type Handlers = { readonly [N in CallName]: Handler<N> }

/** One write of this session: one transaction, who and when filled in. */
export const write = <T>(ctx: Ctx, work: (tx: Tx) => T): T =>
  transact(ctx.register, ctx.clock, ctx.session.userId, work)

export const hasRole = (session: Session, book: BookRole['book'], ...wanted: readonly BookRole['role'][]): boolean =>
  session.roles.some((r) => r.book === book && wanted.includes(r.role))

export function need<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new AppError('not-signed-in')
  return value
}
