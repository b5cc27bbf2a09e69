import type { HomeView } from '../../shared/contract/records.ts'

/** A home page on which nothing is due. */
const none = { items: [], total: 0 }
export const nothingDue: HomeView['due'] = { overdue: none, today: none, week: none }
