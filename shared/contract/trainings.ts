import { z } from 'zod'
import type { Problem } from '../errors.ts'
import { maxParts } from '../ledgers/check.ts'
import { teams } from '../ledgers/codes.ts'
import { isRealDate } from '../rules/dates.ts'
import type { QuarterView } from '../rules/quarterTrainings.ts'
import { read } from './call.ts'
import { recordId } from './records.ts'

const day = z.string().refine(isRealDate)
const ledger = z.literal('training')
const unit = { allow: ['clerk', 'mediator', 'head'], profile: 'unit' } as const
const teamsMeant = z.array(z.enum(teams)).max(teams.length)
const audiences = z.array(z.string().max(60)).max(maxParts)

/** Somebody of the roster as an attendance takes them over. */
export interface RosterRow {
  /** Id of the post. */
  readonly member: string
  readonly team: (typeof teams)[number]
  readonly name: string
  /** 单位(村社区/组). */
  readonly unit: string | null
  /** Group and birth year where the roster has the name twice; empty for all others. */
  readonly hint: string
}
export interface RosterAnswer {
  /** In the order of team and group; {@link maxParts} at most. */
  readonly rows: readonly RosterRow[]
  /** How many there are in all. */
  readonly total: number
}

export const trainingCalls = {
  /** Who served on a day in these teams, of these villages or departments (none: of all). */
  'training.roster': read<RosterAnswer>()(z.strictObject({ ledger, on: day, teams: teamsMeant, audiences }), unit),
  /** What only the register can say of a session as it is being typed: posts not held on its day, 第几次 given twice. */
  'training.check': read<readonly Problem[]>()(
    z.strictObject({
      ledger,
      /** Null for a record not saved yet. */
      id: recordId.nullable(),
      heldOn: day.nullable(),
      endsOn: day.nullable(),
      ordinal: z.number().int().nullable(),
      teams: teamsMeant,
      audiences,
      /** The post of each row in order; null for a guest. */
      members: z
        .array(z.strictObject({ member: recordId.nullable(), name: z.string().max(60).nullable() }))
        .max(maxParts),
    }),
    unit,
  ),
  /** 一季两培训 of one calendar quarter. */
  'training.quarter': read<QuarterView>()(
    z.strictObject({ ledger, year: z.number().int().min(1990).max(2200), quarter: z.number().int().min(1).max(4) }),
    unit,
  ),
} as const
