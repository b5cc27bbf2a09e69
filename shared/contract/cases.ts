import { z } from 'zod'
import { write } from './call.ts'
import { recordId } from './records.ts'

const unit = { allow: ['clerk', 'mediator', 'head'], profile: 'unit' } as const
const caseOf = { ledger: z.literal('dispute'), id: recordId, revision: z.number().int().min(1) }

/** The acts of a case that are more than a save of its form. */
export const caseCalls = {
  /** Enters the three acts of 人民调解法 29; at 生效 the PDF is kept by hash and the printed values freeze. */
  'agreement.takeEffect': write<{ effectiveOn: string | null }>()(
    z.strictObject({
      ...caseOf,
      signedByPartiesOn: z.iso.date().nullable(),
      signedByMediatorsOn: z.iso.date().nullable(),
      sealedOn: z.iso.date().nullable(),
      /** Accepts characters no font has: they were written by hand on the paper. */
      handwritten: z.boolean().default(false),
    }),
    unit,
  ),
} as const
