import { z } from 'zod'
import { type HolidayTable, holidayLayers } from '../rules/calendar.ts'
import type { ClockKind } from '../rules/clocks.ts'
import { read, write } from './call.ts'
import { placeToken } from './office.ts'

const anyRole = ['clerk', 'mediator', 'head'] as const
const unit = { allow: anyRole, profile: 'unit' } as const
const signedIn = { allow: 'signedIn', profile: 'unit' } as const

/**
 * How pressing: `overdue` its end in law has passed, `today` the counted end is reached, `week` within seven days.
 * What lapses leaves the list when it has passed.
 */
export const dueGroups = ['overdue', 'today', 'week', 'later'] as const
export type DueGroup = (typeof dueGroups)[number]

/** A clock of a case that reminds. */
export interface DueItem {
  /** The case's id. */
  readonly id: string
  /** The parties' names. */
  readonly title: string
  readonly kind: ClockKind
  readonly what: string
  /** Section of the form in which it is dealt with. */
  readonly section: string
  readonly unshiftedOn: string
  readonly dueOn: string
  readonly extended: boolean
  readonly tableMissing: boolean
}
export interface DuePage {
  readonly items: readonly DueItem[]
  readonly total: number
}

/** A year's arrangement as it counts now. */
export interface HolidayView extends HolidayTable {
  /** `removed`: it came with the program, was taken out and does not count. */
  readonly state: 'builtIn' | 'imported' | 'removed'
}

const which = { layer: z.enum(holidayLayers), year: z.number().int() }

export const clockCalls = {
  /** Due items of one group, the earliest first. */
  'due.list': read<DuePage>()(
    z.strictObject({
      book: z.literal('mediation'),
      group: z.enum(dueGroups),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    unit,
  ),
  /** Every arrangement by layer and year, newest first. */
  'holiday.all': read<readonly HolidayView[]>()(z.strictObject({}), signedIn),
  /** What a file holds, before it is taken in. Throws `holiday-file-wrong` naming everything that is wrong with it. */
  'holiday.inspect': read<{ table: HolidayTable; replaces: boolean }>()(z.strictObject({ file: placeToken }), signedIn),
  /** Takes the file's year in its layer's place; the ends of all cases are counted anew. */
  'holiday.import': write<HolidayTable>()(z.strictObject({ file: placeToken }), signedIn),
  /** Takes an arrangement out: an imported one gives way to the built-in one of its year, if there is one. */
  'holiday.remove': write<null>()(z.strictObject(which), signedIn),
  /** A built-in one that was taken out counts again. */
  'holiday.restore': write<null>()(z.strictObject(which), signedIn),
} as const
