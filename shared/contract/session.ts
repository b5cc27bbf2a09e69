import { z } from 'zod'
import { teams } from '../ledgers/codes.ts'
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

const sampleCount = z.number().int().min(0).max(100_000)
/** Which unit's share of the city, and what the whole city adds up to. */
const hezuoShare = z.strictObject({
  unit: z.number().int().min(0).max(99),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31),
  sizes: z.strictObject({
    posts: z.record(z.enum(teams), sampleCount),
    trainings: sampleCount,
    attendances: sampleCount,
    outings: sampleCount,
  }),
})

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
  /** Makes and signs into a generated sample register: of 示例乡, or of one unit of a whole city at the case report's scale. */
  'register.createSample': job<{ session: SessionInfo }>()(
    z.union([z.strictObject({ cases: z.number().int().min(1).max(2000) }), z.strictObject({ hezuo: hezuoShare })]),
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
