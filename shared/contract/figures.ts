import { z } from 'zod'
import { teams } from '../ledgers/codes.ts'
import { isRealDate } from '../rules/dates.ts'
import { type FiguresView, figureGroups } from '../rules/figures.ts'
import { job, read } from './call.ts'
import { placeToken } from './office.ts'

const day = z.string().refine(isRealDate).nullable()

export const figureCalls = {
  /**
   * Figures of the teams' book in a period, told apart in one way; at a recipient those of all units. Throws
   * `input-invalid` for a way the register has no records for, such as villages at a recipient.
   */
  'figures.view': read<FiguresView>()(
    z.strictObject({
      book: z.literal('teams'),
      by: z.enum(figureGroups),
      /** First and last day, both counted; null for since ever or until now. */
      from: day,
      until: day,
      /** Only what this team did; measures that are not told by team are left out. */
      team: z.enum(teams).nullable().default(null),
    }),
    { allow: ['clerk', 'mediator', 'head'] },
  ),
  /** The tables of a period as one .xlsx: by team, place, event and time. `place` null is the marked folder. */
  'figures.export': job<{ readonly fileName: string }>()(
    z.strictObject({
      book: z.literal('teams'),
      from: day,
      until: day,
      place: placeToken.nullable(),
    }),
    { allow: ['clerk', 'mediator', 'head'] },
  ),
} as const
