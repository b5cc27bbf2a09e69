import { z } from 'zod'
import type { teams } from '../ledgers/codes.ts'
import { read } from './call.ts'

/** What somebody is asked to look after, on 今日; each goes away by itself once it is done. */
export type Reminder =
  /** Plain files lie in the marked folder; the oldest for so many days. */
  | { readonly kind: 'plainFiles'; readonly count: number; readonly days: number; readonly label: string }
  /** For heads: last month's 查阅记录 has not been read. */
  | { readonly kind: 'accessMonth'; readonly month: string }
  /** For heads and the 管理员: nobody has tried the recovery code for so many days. */
  | { readonly kind: 'recoveryCheck'; readonly days: number }
  /** Dossiers that are late. */
  | { readonly kind: 'loansLate'; readonly count: number }
  /** Terms of mediators that have ended or end soon (人民调解法 9), and the first of their days. */
  | { readonly kind: 'mediatorTerms'; readonly count: number; readonly until: string }
  /** The quarter ends in so many days, and these training units owe trainings; the first few of `count`. */
  | {
      readonly kind: 'quarterTrainings'
      readonly year: number
      readonly quarter: number
      readonly days: number
      readonly units: readonly {
        readonly team: (typeof teams)[number]
        readonly unit: string | null
        readonly credits: number
      }[]
      readonly count: number
    }

export const reminderCalls = {
  'reminder.list': read<readonly Reminder[]>()(z.strictObject({}), { allow: 'signedIn' }),
} as const
