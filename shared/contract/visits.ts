import { z } from 'zod'
import type { VisitData } from '../ledgers/visit.ts'
import { plainSome } from '../plainText.ts'
import { isRealDate } from '../rules/dates.ts'
import { read, write } from './call.ts'
import { type RecordView, recordId } from './records.ts'

const day = z.string().refine(isRealDate)
const ledger = z.literal('visit')
const unit = { allow: ['clerk', 'mediator', 'head'], profile: 'unit' } as const

/** Where this user's last outing led: proposed for the next one. */
export type LastOuting = Pick<VisitData, 'village' | 'householdGroup' | 'team' | 'kind'>

/** The doors of one outing and its day: nothing of what was said, met or left there. */
export interface OutingDoors {
  readonly visitedOn: string
  readonly doors: readonly string[]
}

/** A matter handed on, with where it comes from. */
export interface Matter {
  /** The outing's id and revision, and the household's place in it, from 0. */
  readonly id: string
  readonly revision: number
  readonly place: number
  readonly visitedOn: string
  readonly village: string | null
  readonly householdGroup: string | null
  readonly door: string | null
  readonly matter: string
  readonly unit: string | null
  readonly dueOn: string | null
  readonly result: string | null
  readonly doneOn: string | null
}
export interface MatterList {
  readonly today: string
  /** Open ones by deadline, those without one last; done ones the latest first. {@link mostMatters} at most. */
  readonly rows: readonly Matter[]
  readonly total: number
  /** Every unit in charge of a matter in this state, in the order of its name. */
  readonly units: readonly string[]
}
export const mostMatters = 500

export const visitCalls = {
  /** Null before this user's first outing. */
  'visit.last': read<LastOuting | null>()(z.strictObject({ ledger }), unit),
  /** The doors of the last outing with this village and group; null when there is none. */
  'visit.lastDoors': read<OutingDoors | null>()(
    z.strictObject({
      ledger,
      /** The outing that is being written, which is not asked; null for one not saved yet. */
      id: recordId.nullable(),
      village: z.string().max(60),
      householdGroup: z.string().max(60).nullable(),
    }),
    unit,
  ),
  /** Matters of all outings: the open ones, or those done in a period. */
  'visit.matters': read<MatterList>()(
    z.strictObject({
      ledger,
      state: z.enum(['open', 'done']),
      /** Days on which it was done, both counted in; open ones are not asked. */
      from: day.nullable(),
      until: day.nullable(),
      /** Null for all. */
      unit: z.string().max(60).nullable(),
    }),
    unit,
  ),
  /** Writes what became of a matter into its outing. Throws `revision-conflict`, `record-invalid`, `not-found`. */
  'visit.matterDone': write<RecordView>()(
    z.strictObject({
      ledger,
      id: recordId,
      revision: z.number().int().min(1),
      place: z.number().int().min(0).max(499),
      result: plainSome(200),
      doneOn: day,
    }),
    unit,
  ),
} as const
