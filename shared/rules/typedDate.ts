import { isRealDate } from './dates.ts'

const chineseDigits = '〇一二三四五六七八九'

/** Full-width forms to ASCII, `〇一二…` to digits, spaces away: what an input method leaves behind. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/○|零/g, '〇')
    .replace(/[〇一二三四五六七八九]/g, (c) => String(chineseDigits.indexOf(c)))
    .replace(/\s+/g, '')

const two = (n: string): string => n.padStart(2, '0')

/** Two-digit years are of the hundred years up to next year: in 2026, `26` is 2026 and `68` is 1968. */
function fullYear(year: string, today: string): string {
  if (year.length === 4) return year
  const now = Number(today.slice(0, 4))
  const century = Math.floor(now / 100) * 100
  const guess = century + Number(year)
  return String(guess > now + 1 ? guess - 100 : guess)
}

/** Year, month and day as typed; the year is empty where none was. */
function partsOf(text: string): readonly [string, string, string] | null {
  const full = /^(\d{4}|\d{2})[年./\-、](\d{1,2})[月./\-、](\d{1,2})[日号]?$/.exec(text)
  if (full) return [full[1] ?? '', full[2] ?? '', full[3] ?? '']
  const run = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (run) return [run[1] ?? '', run[2] ?? '', run[3] ?? '']
  const short = /^(\d{1,2})[月./\-、](\d{1,2})[日号]?$/.exec(text)
  return short ? ['', short[1] ?? '', short[2] ?? ''] : null
}

const dayBefore = (today: string, days: number): string => {
  const at = new Date(`${today}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - days)
  return at.toISOString().slice(0, 10)
}
const words: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2, '.': 0 }

/**
 * A date as people type it (`2026.1.5`, `2026年1月5日`, `20260105`, `1月5日`, `２０２６．１．５`, `今天`) to
 * `YYYY-MM-DD`; null when it is not a day that exists. Without a year it is `assumedYear`'s, by default this year's.
 */
export function typedDate(typed: string, today: string, assumedYear = today.slice(0, 4)): string | null {
  const raw = typed.normalize('NFKC').replace(/\s+/g, '')
  const ago = words[raw]
  if (ago !== undefined) return dayBefore(today, ago)
  const parts = partsOf(plain(typed))
  if (parts === null) return null
  const [year, month, day] = parts
  const date = `${year === '' ? assumedYear : fullYear(year, today)}-${two(month)}-${two(day)}`
  return isRealDate(date) ? date : null
}

/** `9:30`, `0930`, `9点半`, `下午3点20分` to `HH:MM`; null when it is not a time of day. */
export function typedTime(typed: string): string | null {
  const text = plain(typed)
  const found = /^(上午|下午|早上|晚上)?(\d{1,2})(?:[:点.时](\d{1,2}|半|整)?分?)?$/.exec(text)
  const run = /^(\d{1,2})(\d{2})$/.exec(text)
  const late = found?.[1] === '下午' || found?.[1] === '晚上'
  const hour = Number(run?.[1] ?? found?.[2] ?? Number.NaN)
  const typedMinute = run?.[2] ?? found?.[3] ?? '0'
  const minute = typedMinute === '半' ? 30 : typedMinute === '整' ? 0 : Number(typedMinute)
  const at = late && hour < 12 ? hour + 12 : hour
  return at <= 23 && minute <= 59 ? `${two(String(at))}:${two(String(minute))}` : null
}
