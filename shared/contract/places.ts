import { z } from 'zod'
import type { PlaceName } from '../rules/places.ts'
import { read, write } from './call.ts'

export const placeNameCalls = {
  /** 区划与单位 to choose from and to judge names by: for everybody of the office, of either book. */
  'place.names': read<readonly PlaceName[]>()(z.strictObject({}), { allow: 'signedIn', profile: 'unit' }),
  /** 合作市 and its ten units, those left out that are there already. Throws `sample-mismatch` in a sample register. */
  'place.loadUnits': write<{ readonly added: number }>()(z.strictObject({ ledger: z.literal('place') }), {
    allow: ['clerk', 'mediator', 'head'],
    profile: 'unit',
  }),
} as const
