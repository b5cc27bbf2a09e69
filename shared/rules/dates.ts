/** Dates are `YYYY-MM-DD` strings, months `YYYY-MM`; instants are UTC ISO strings. */

/** The latest of some dates; the list must not be empty. */
export const latestDate = (dates: readonly string[]): string => dates.reduce((a, b) => (a > b ? a : b))

/** `2026-01-05` → `2026-01`; the empty string where the date is not known. */
export const monthOf = (date: string | null): string => date?.slice(0, 7) ?? ''

export const yearOf = (date: string | null): number | null => (date ? Number(date.slice(0, 4)) : null)

export const quarterOf = (date: string | null): number | null => (date ? Math.ceil(Number(date.slice(5, 7)) / 3) : null)

/** `2026-12` → `2027-01`. */
export const nextMonth = (month: string): string => monthFrom(month, 1)
/** `2026-01` → `2025-12`. */
export const previousMonth = (month: string): string => monthFrom(month, -1)
function monthFrom(month: string, steps: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + steps
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** True for a day that exists, such as `2024-02-29` and not `2023-02-29`. */
export function isRealDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))]
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return month >= 1 && month <= 12 && day >= 1 && day <= last
}

/** Full years between two dates: the age on a paper's day (民法典 1259: the start day is not counted). */
export function fullYears(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

/** The last day there is: what would come after it stays on it. */
export const lastDay = '9999-12-31'

/** The day so many days after a date (before it when negative). */
export function daysAfter(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.getTime() > Date.parse(lastDay) ? lastDay : at.toISOString().slice(0, 10)
}

/** Days from one date to another; negative when the second lies before the first. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

/** The corresponding day so many months on, or the end of a month that has none (民法典 202). */
export function monthsAfter(date: string, months: number): string {
  const end = new Date(`${date.slice(0, 7)}-01T00:00:00Z`)
  end.setUTCMonth(end.getUTCMonth() + months + 1, 0)
  if (end.getTime() > Date.parse(lastDay)) return lastDay
  const day = Math.min(Number(date.slice(8)), end.getUTCDate())
  return `${end.toISOString().slice(0, 8)}${String(day).padStart(2, '0')}`
}

/** The date on this machine's wall at an instant. */
export function wallDay(instant: string): string {
  const at = new Date(instant)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** `2026-01-05` → `2026年1月5日`, without leading zeros as Chinese papers write it. */
export function chineseDate(date: string): string {
  const [y, m, d] = date.split('-').map(Number)
  return `${y}年${m}月${d}日`
}

/** `09:05` → `9时5分`; on the hour `9时`. */
export function chineseTime(time: string): string {
  const [h = 0, m = 0] = time.split(':').map(Number)
  return m === 0 ? `${h}时` : `${h}时${m}分`
}
