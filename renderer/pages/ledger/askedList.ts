import { z } from 'zod'
import { filter } from '../../../shared/contract/records.ts'

/** A list somebody is sent to: its filters, and the number fields added up at its foot. */
const asked = z.strictObject({
  filters: z.array(filter).max(20),
  sums: z.array(z.string().max(60)).max(3).default([]),
})
export type AskedList = z.infer<typeof asked>

const whole: AskedList = { filters: [], sums: [] }

/** The list an address names; one that was typed over shows the whole list rather than an error. */
export function askedList(encoded: string | undefined): AskedList {
  try {
    const read = asked.safeParse(JSON.parse(encoded ?? ''))
    return read.success ? read.data : whole
  } catch {
    return whole
  }
}

/** As the address of a list carries it. */
export const askedInAddress = (list: { readonly filters: readonly unknown[]; readonly sums: readonly string[] }) =>
  JSON.stringify(list)
