import { z } from 'zod'
import type { Book } from '../ledgers/describe.ts'
import { plain, plainSome } from '../plainText.ts'
import { type Settings, settings } from '../settings.ts'
import { job, type Role, read, roles, write } from './call.ts'

export const book = z.enum(['mediation', 'teams'])
const password = z.string().min(1).max(200)
const newPassword = z.string().min(8).max(200)
const personName = plainSome(60)
const none = z.strictObject({})

export type Profile = {
  readonly kind: 'unit' | 'recipient'
  /** A register of generated samples: marked everywhere, never enrolled with a real one. */
  readonly sample: boolean
  readonly unitName: string
  /** 9-digit division code, or a code the city gave. */
  readonly unitCode: string
  /** Recipient only: the book it receives. */
  readonly book: Book | null
}

export interface RegisterStatus {
  readonly state: 'none' | 'closed' | 'open'
  readonly profile: Profile | null
  /** Generated samples, as the key file says before anybody has signed in. */
  readonly sample: boolean
  readonly users: readonly { readonly id: string; readonly name: string }[]
  /** `changed`: this folder was last used on another machine (搬家还是复制). */
  readonly machine: 'same' | 'changed'
  readonly version: string
  readonly host: 'electron' | 'bridge' | 'cli' | 'test'
  /** Label of the data folder for people; not a path to act on. */
  readonly folderLabel: string
}

export interface BookRole {
  readonly book: Book
  readonly role: Role
}
export interface SessionInfo {
  readonly userId: string
  readonly name: string
  readonly admin: boolean
  readonly roles: readonly BookRole[]
  readonly profile: Profile
  /** Minutes without a key or click until the window locks. */
  readonly idleMinutes: number
}
export interface UserView {
  readonly id: string
  readonly name: string
  readonly admin: boolean
  readonly active: boolean
  readonly roles: readonly BookRole[]
}
const bookRoles = z.array(z.strictObject({ book, role: z.enum(roles) })).max(12)

export const sessionCalls = {
  'register.status': read<RegisterStatus>()(none, { allow: 'anyone' }),
  'register.create': write<{ recoveryCode: string }>()(
    z.strictObject({
      kind: z.enum(['unit', 'recipient']),
      /** An empty register for samples: marked everywhere, never enrolled with a real one. */
      sample: z.boolean().default(false),
      unitName: plainSome(60),
      unitCode: z.string().regex(/^[0-9A-Za-z]{1,12}$/),
      book: book.nullable(),
      committee: plain(60),
      adminName: personName,
      password: newPassword,
    }),
    { allow: 'anyone' },
  ),
  /** Makes and signs into the generated sample register of 示例乡. */
  'register.createSample': job<{ session: SessionInfo }>()(
    z.strictObject({ cases: z.number().int().min(1).max(2000) }),
    { allow: 'anyone' },
  ),
  'register.recover': write<{ session: SessionInfo; recoveryCode: string }>()(
    z.strictObject({ recoveryCode: z.string().max(200), userId: z.string(), password: newPassword }),
    { allow: 'anyone' },
  ),
  /** Replaces a recovery code that was lost or seen; the old one opens nothing any more. */
  'register.newRecoveryCode': write<{ recoveryCode: string }>()(z.strictObject({ password }), { allow: 'admin' }),
  /** Answers 搬家还是复制 after the folder was found on another machine. */
  'register.settleMachine': write<null>()(z.strictObject({ choice: z.enum(['moved', 'copied']) }), {
    allow: 'signedIn',
  }),
  'session.signIn': write<SessionInfo>()(z.strictObject({ userId: z.string().max(60), password }), { allow: 'anyone' }),
  'session.lock': write<null>()(none, { allow: 'anyone' }),
  'session.me': read<SessionInfo | null>()(none, { allow: 'anyone' }),
  'session.changePassword': write<null>()(z.strictObject({ password, newPassword }), { allow: 'signedIn' }),
  'user.list': read<readonly UserView[]>()(none, { allow: 'admin' }),
  'user.create': write<UserView>()(
    z.strictObject({ name: personName, password: newPassword, admin: z.boolean(), roles: bookRoles }),
    { allow: 'admin' },
  ),
  'user.update': write<UserView>()(
    z.strictObject({ id: z.string(), name: personName, admin: z.boolean(), active: z.boolean(), roles: bookRoles }),
    { allow: 'admin' },
  ),
  /** For a user who forgot the password: known to both until the user changes it. */
  'user.setPassword': write<null>()(z.strictObject({ id: z.string(), newPassword }), { allow: 'admin' }),
  'setting.all': read<Settings>()(none, { allow: 'signedIn' }),
  'setting.save': write<Settings>()(settings.partial(), { allow: 'signedIn' }),
} as const
