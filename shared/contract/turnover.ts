import { z } from 'zod'
import { plain, plainSome } from '../plainText.ts'
import type { ClockKind } from '../rules/clocks.ts'
import { read, write } from './call.ts'

const anyRole = ['clerk', 'mediator', 'head'] as const
const unit = { allow: anyRole, profile: 'unit' } as const
const keepers = { allow: ['clerk', 'head'], profile: 'unit' } as const
const book = z.literal('mediation')

/** 保管物: what is handed from hand to hand when somebody leaves. */
export const keptKinds = ['stick', 'envelope', 'seal', 'key', 'other'] as const
export type KeptKind = (typeof keptKinds)[number]
const kept = {
  kind: z.enum(keptKinds),
  /** What stands on it: 报送专用 1 号. */
  label: plainSome(60),
  keeper: plainSome(60),
  place: plain(60),
  since: z.iso.date().nullable(),
}
export interface KeptItem {
  readonly k: number
  readonly kind: KeptKind
  readonly label: string
  readonly keeper: string
  readonly place: string
  readonly since: string | null
}

/** A dossier that was lent and has not come back. */
export interface LoanRow {
  readonly id: string
  readonly caseNo: string | null
  readonly title: string
  readonly box: string | null
  readonly borrower: string
  readonly unit: string | null
  readonly lentOn: string | null
  readonly dueOn: string | null
  /** Whole days after the day it was due; 0 when it is not late, or no day was agreed. */
  readonly daysLate: number
}

export interface OpenCase {
  readonly id: string
  readonly caseNo: string | null
  readonly title: string
  readonly stage: string
  readonly mediators: string
  /** The clock that ends first. */
  readonly next: { readonly kind: ClockKind; readonly what: string; readonly dueOn: string } | null
  /** Clocks of the case that run. */
  readonly clocks: number
}
/** 工作移交清单 of the mediation book. Locked cases the reader may not see are only counted. */
export interface TakeoverView {
  readonly today: string
  readonly cases: readonly OpenCase[]
  readonly lockedCases: number
  /** The last number each book has given. */
  readonly numbers: readonly {
    readonly series: 'caseNo' | 'agreementNo'
    readonly committee: string
    readonly year: number
    readonly number: string
  }[]
  /** Dossiers of ended cases by box; those without one stand under null. */
  readonly boxes: readonly {
    readonly box: string | null
    readonly dossiers: number
    readonly first: string | null
    readonly last: string | null
  }[]
  readonly lockedDossiers: number
  readonly loans: readonly LoanRow[]
  readonly kept: readonly KeptItem[]
}

export const turnoverCalls = {
  'takeover.view': read<TakeoverView>()(z.strictObject({ book }), unit),
  /**
   * 一年一次：恢复码还打得开吗？ Changes nothing but the note of the day; `opens` is false for a code that does not.
   * For the 管理员 and heads. Throws `too-many-attempts` like a sign-in.
   */
  'register.checkRecoveryCode': write<{ readonly opens: boolean }>()(
    z.strictObject({ recoveryCode: z.string().min(1).max(200) }),
    { allow: 'signedIn' },
  ),
  'loan.list': read<readonly LoanRow[]>()(z.strictObject({ book }), unit),
  'kept.list': read<readonly KeptItem[]>()(z.strictObject({ book }), unit),
  'kept.save': write<readonly KeptItem[]>()(
    z.strictObject({ book, k: z.number().int().min(1).nullable(), ...kept }),
    keepers,
  ),
  'kept.remove': write<readonly KeptItem[]>()(
    z.strictObject({ book, k: z.number().int().min(1), reason: plainSome(120) }),
    keepers,
  ),
} as const
