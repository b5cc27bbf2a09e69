import { useMemo } from 'react'
import { calendarOf } from '../../../shared/rules/calendar.ts'
import { type Clock, clocksOf } from '../../../shared/rules/clocks.ts'
import type { Settings } from '../../../shared/settings.ts'
import { useCall } from '../../api/client.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { dataOf } from './caseData.ts'

export interface CaseClocks {
  readonly clocks: readonly Clock[]
  readonly settings: Settings
}

/** The clocks of the case as it is typed now; null until the office's settings and tables are known. */
export function useClocks(actions: FormActions): CaseClocks | null {
  const settings = useCall('setting.all', {}).data
  const tables = useCall('holiday.all', {}).data
  const { today } = actions.form.tools
  const data = dataOf(actions)
  return useMemo(() => {
    if (settings === undefined || tables === undefined) return null
    const calendar = calendarOf(tables.filter((h) => h.state !== 'removed'))
    return { clocks: clocksOf(data, { calendar, settings, today }), settings }
  }, [settings, tables, today, data])
}

/** Work that is late; a right that lapsed is none. */
export const isOverdue = (clock: Clock, today: string): boolean => !clock.lapses && !clock.paused && clock.dueOn < today
