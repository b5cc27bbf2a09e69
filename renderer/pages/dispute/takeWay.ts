import { flushSync } from 'react-dom'
import type { AnyValue } from '../../../shared/ledgers/describe.ts'
import type { OtherWay } from '../../../shared/rules/otherWays.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'

export type WayValues = Readonly<Record<string, AnyValue>>

/** What a way asks for, as far as the case says it or today answers it. */
export const firstValues = (way: OtherWay, { form }: FormActions): WayValues =>
  Object.fromEntries(
    way.asked.map((f) => [f, (form.data[f] as AnyValue) ?? (way.today.includes(f) ? form.tools.today : null)]),
  )

/** Sets the way's values in the form and saves; false when the save was refused, with the reasons shown. */
export async function takeWay({ form, save }: FormActions, way: OtherWay, values: WayValues): Promise<boolean> {
  const set = (path: string, value: AnyValue) => form.tools.edit({ type: 'set', path, value })
  // The save reads the form as it is drawn.
  flushSync(() => {
    if (way.result !== null) set('result', way.result)
    for (const [path, value] of Object.entries(values)) set(path, value)
  })
  return (await save()) !== null
}
