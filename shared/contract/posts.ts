import { z } from 'zod'
import { scalarSchema } from '../ledgers/check.ts'
import { teams } from '../ledgers/codes.ts'
import type { ScalarField } from '../ledgers/describe.ts'
import { ledgers } from '../ledgers/index.ts'
import { plainSome } from '../plainText.ts'
import { isRealDate } from '../rules/dates.ts'
import type { PairReason } from '../rules/doubles.ts'
import type { SuccessorFields } from '../rules/tenures.ts'
import { read, write } from './call.ts'
import { type Page, pageInput, type RecordView, recordId } from './records.ts'

const day = z.string().refine(isRealDate)
const ledger = z.literal('post')
const unit = { allow: ['clerk', 'mediator', 'head'], profile: 'unit' } as const
const revision = z.number().int().min(1)
type Team = (typeof teams)[number]

/** Fields of the one who follows; what is not given stays blank. */
const successorFields = [
  'name',
  'otherName',
  'tibetanName',
  'sex',
  'birthDate',
  'idNumber',
  'phone',
  'languages',
  'selectedOn',
  'selectionWay',
  'approvedBy',
] as const satisfies readonly (keyof SuccessorFields)[]

const { fields } = ledgers.post
const person = z.strictObject({
  ...Object.fromEntries(
    successorFields.map((n) => [
      n,
      scalarSchema(fields[n] as ScalarField)
        .nullable()
        .default(null),
    ]),
  ),
  name: scalarSchema(fields.name),
  selectedOn: scalarSchema(fields.selectedOn).nullable().default(null),
}) as unknown as z.ZodType<SuccessorFields, Partial<SuccessorFields> & Pick<SuccessorFields, 'name'>>

/** Somebody in a line or a pair: enough to tell homonyms apart, numbers masked. */
export interface PostFacts {
  readonly id: string
  readonly revision: number
  readonly team: Team | null
  readonly groupNo: string | null
  readonly groupName: string | null
  readonly township: string | null
  readonly village: string | null
  readonly department: string | null
  readonly name: string
  readonly sex: string | null
  readonly birthYear: number | null
  /** Masked. */
  readonly idNumber: string | null
  /** Masked. */
  readonly phone: string | null
  readonly selectedOn: string | null
  readonly leftOn: string | null
  readonly leavingReason: string | null
  /** Id of the post it follows. */
  readonly replaces: string | null
}

export interface Line {
  /** Everybody who led the group, this one among them, newest first. */
  readonly tenures: readonly PostFacts[]
}

export interface Replaced {
  readonly left: RecordView
  readonly successor: RecordView
  /** Days on which nobody held the post. */
  readonly gapDays: number
}

export interface RosterPage extends Page {
  /** Posts held on the day, by team; what else is filtered applies. */
  readonly byTeam: readonly { readonly team: Team | null; readonly count: number }[]
}

export const changeKinds = ['appointed', 'left', 'replaced'] as const
/** One line of the 变动表. */
export interface PostChange
  extends Pick<
    PostFacts,
    'id' | 'team' | 'groupNo' | 'groupName' | 'township' | 'village' | 'department' | 'name' | 'birthYear'
  > {
  readonly kind: (typeof changeKinds)[number]
  /** Day of appointment, or the first day the post was no longer held. */
  readonly on: string
  readonly reason: string | null
  /** Who follows; of an appointment, whom they follow where that was before the period. */
  readonly other: string | null
  /** First day of who follows. */
  readonly otherOn: string | null
}

/** A group that nobody leads on the day. */
export interface VacantGroup
  extends Pick<PostFacts, 'team' | 'groupNo' | 'groupName' | 'township' | 'village' | 'department'> {
  /** The last who led it: where a successor is made. */
  readonly last: string
  readonly lastName: string
  readonly since: string
  readonly reason: string | null
}

export const pairDecisions = ['different', 'concurrent'] as const
export type PairDecision = (typeof pairDecisions)[number]
export interface Pair {
  readonly a: PostFacts
  readonly b: PostFacts
  readonly reasons: readonly PairReason[]
  readonly decided: { readonly decision: PairDecision; readonly at: string; readonly by: string } | null
}
export interface Pairs {
  /** Not decided first, the strongest reasons first; at most 200. */
  readonly rows: readonly Pair[]
  readonly open: number
  readonly decided: number
}

/** Which posts a table is of; null for all. */
const scope = {
  team: z.enum(teams).nullable().default(null),
  village: plainSome(60).nullable().default(null),
  department: plainSome(60).nullable().default(null),
}

export const postCalls = {
  /**
   * Ends a post and makes the successor's in one transaction. Refused as `record-invalid` with the problem in words: the
   * day before the appointment, already left, the successor selected before the predecessor left. `selectedOn` blank: the
   * same day.
   */
  'post.replace': write<Replaced>()(
    z.strictObject({ ledger, id: recordId, revision, on: day, reason: plainSome(200), successor: person }),
    unit,
  ),
  /** Ends a post without a successor: the group has no head from that day. */
  'post.end': write<RecordView>()(
    z.strictObject({ ledger, id: recordId, revision, on: day, reason: plainSome(200) }),
    unit,
  ),
  /** Who led this post's group, and when. */
  'post.line': read<Line>()(z.strictObject({ ledger, id: recordId }), unit),
  /** Posts held on a day. */
  'post.roster': read<RosterPage>()(z.strictObject({ ledger, on: day, ...pageInput }), unit),
  /** Appointments, departures and replacements from a day to a day, both counted. */
  'post.changes': read<{ readonly rows: readonly PostChange[] }>()(
    z.strictObject({ ledger, from: day, until: day, ...scope }),
    unit,
  ),
  'post.vacant': read<{ readonly rows: readonly VacantGroup[] }>()(z.strictObject({ ledger, on: day, ...scope }), unit),
  /** Likely doubles among those who serve; never merged. */
  'post.doubles': read<Pairs>()(z.strictObject({ ledger, decided: z.boolean().default(false) }), unit),
  /** Remembers that a pair is no double; null takes that back. */
  'post.decidePair': write<null>()(
    z.strictObject({ ledger, a: recordId, b: recordId, decision: z.enum(pairDecisions).nullable() }),
    unit,
  ),
} as const
