import { z } from 'zod'
import type { Problem } from '../errors.ts'
import { plainSome } from '../plainText.ts'
import { type HolidayTable, holidayLayers } from './calendar.ts'
import { isRealDate, yearOf } from './dates.ts'

/** Bytes; a year's arrangement is some two thousand. */
export const maxHolidayFile = 64 * 1024

const days = (max: number) => z.array(z.string().refine(isRealDate)).max(max)
const body = z.strictObject({
  layer: z.enum(holidayLayers),
  year: z.number().int().min(2000).max(2099),
  off: days(200).min(1),
  work: days(100),
  source: plainSome(200),
})

const error = (path: string, code: string, params: Problem['params'] = {}): Problem => ({
  path,
  code,
  severity: 'error',
  params,
})

/** What is wrong with each value; a value of the file itself is never repeated. */
function shapeProblem({ path, code }: z.core.$ZodIssue): Problem {
  const at = path.map(String).join('.')
  const nth = Number(path[1] ?? 0) + 1
  switch (path[0]) {
    case 'layer':
      return error(at, 'holidayLayer')
    case 'year':
      return error(at, 'holidayYear')
    case 'source':
      return error(at, 'holidaySource')
    case 'off':
    case 'work':
      if (path.length > 1) return error(at, 'holidayDay', { nth })
      return code === 'invalid_type' ? error(at, 'holidayShape') : error(at, 'holidayDays')
    default:
      return error(at, 'holidayShape')
  }
}

/** Days that cannot be as they are written. */
function dayProblems({ year, off, work }: HolidayTable): readonly Problem[] {
  const all = [...off.map((day) => ['off', day] as const), ...work.map((day) => ['work', day] as const)]
  const outside = all.filter(([, day]) => yearOf(day) !== year)
  const both = off.filter((day) => work.includes(day))
  const twice = [off, work].flatMap((list) => list.filter((day, i) => list.indexOf(day) !== i))
  return [
    ...outside.map(([list, day]) => error(list, 'holidayOutside', { day, year })),
    ...both.map((day) => error('work', 'holidayBoth', { day })),
    ...twice.map((day) => error('off', 'holidayTwice', { day })),
  ]
}

/** True for text that says each thing once: JSON's own parser lets a later key take an earlier one's place in silence. */
function isExact(text: string, value: unknown): boolean {
  const normal = text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, literal: string | undefined) =>
    literal === undefined ? '' : JSON.stringify(JSON.parse(literal)),
  )
  return normal === JSON.stringify(value)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads the text of a 放假安排 file (README, "Holiday tables"). Answers the table, or everything that is wrong with it. */
export function readHolidayFile(text: string): {
  readonly table: HolidayTable | null
  readonly problems: readonly Problem[]
} {
  const value = parsed(text)
  if (value === undefined || value === null || typeof value !== 'object')
    return { table: null, problems: [error('', 'holidayShape')] }
  const found = body.safeParse(value)
  if (!found.success) return { table: null, problems: found.error.issues.slice(0, 20).map(shapeProblem) }
  const problems = isExact(text, value) ? dayProblems(found.data).slice(0, 20) : [error('', 'holidayShape')]
  return problems.length > 0 ? { table: null, problems } : { table: found.data, problems }
}
