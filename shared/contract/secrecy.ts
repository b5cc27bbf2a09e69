import { z } from 'zod'
import { read, write } from './call.ts'
import { recordId } from './records.ts'

const anyRole = ['clerk', 'mediator', 'head'] as const
const none = z.strictObject({})
const lockedCase = { ledger: z.literal('dispute'), id: recordId }
const book = z.literal('mediation')

/** What the access log notes, in the order of the head's monthly page. */
export const accessKinds = [
  'open-locked',
  'lock',
  'unlock',
  'knowers',
  'search-name',
  'print',
  'print-undone',
  'save-pdf',
  'export',
  'import',
  'handover',
  'sign-in',
  'sign-in-refused',
  'users',
  'settings',
  'recovery',
  'restore',
] as const
export type AccessKind = (typeof accessKinds)[number]

export interface Knower {
  readonly id: string
  readonly name: string
}
/** 知情人名单 of one case. An unlocked case has none: every user of its book may know. */
export interface KnowersView {
  readonly locked: boolean
  readonly knowers: readonly Knower[]
  /** Active users with a role in the case's book who are not on the list. */
  readonly candidates: readonly Knower[]
}

/** A calendar month at the office, YYYY-MM. */
export const month = z.string().regex(/^2\d{3}-(0[1-9]|1[0-2])$/)

export interface AccessRow {
  readonly k: number
  readonly at: string
  /** Empty where nobody had signed in, such as a restore by the recovery code. */
  readonly by: string
  readonly what: AccessKind
  /** `none`: not about one case. `hidden`: a locked case whose list the reader is not on. `gone`: taken out since. */
  readonly about: 'none' | 'case' | 'hidden' | 'gone'
  readonly caseNo: string | null
}
export interface AccessMonth {
  readonly month: string
  readonly counts: readonly { readonly by: string; readonly what: AccessKind; readonly amount: number }[]
  readonly rows: readonly AccessRow[]
  readonly total: number
  /** Number of the newest row of the month: what 已阅 vouches for. 0 when there is none. */
  readonly upTo: number
  readonly readings: readonly { readonly by: string; readonly at: string; readonly upTo: number }[]
}

export const secrecyCalls = {
  'knowers.list': read<KnowersView>()(z.strictObject(lockedCase), { allow: anyRole, profile: 'unit' }),
  /** Only who is on the list may add to it. Throws `not-found` for everybody else. */
  'knowers.add': write<KnowersView>()(z.strictObject({ ...lockedCase, userId: z.string().max(60) }), {
    allow: anyRole,
    profile: 'unit',
  }),
  /** Throws `last-knower`: a list never becomes empty. */
  'knowers.remove': write<KnowersView>()(z.strictObject({ ...lockedCase, userId: z.string().max(60) }), {
    allow: anyRole,
    profile: 'unit',
  }),

  /** 查阅记录 of a month, newest first. */
  'access.month': read<AccessMonth>()(
    z.strictObject({
      book,
      month,
      what: z.enum(accessKinds).nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    { allow: ['head'], profile: 'unit' },
  ),
  /** 已阅: vouches for the rows shown, up to the newest of them. */
  'access.markRead': write<null>()(z.strictObject({ book, month, upTo: z.number().int().min(0) }), {
    allow: ['head'],
    profile: 'unit',
  }),

  /** Deletes the plain files this program wrote into its marked folder; other files stay. */
  'plainFiles.clear': write<{ readonly deleted: number; readonly kept: number }>()(none, { allow: 'signedIn' }),
} as const
