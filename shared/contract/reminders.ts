import { z } from 'zod'
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

export const reminderCalls = {
  'reminder.list': read<readonly Reminder[]>()(z.strictObject({}), { allow: 'signedIn' }),
} as const
