/** Pieces of sentences: what was entered, and what is left to be written where nothing was. */
import type { Content } from 'pdfmake/interfaces.js'
import { chineseDate } from '../../../shared/rules/dates.ts'
import { chineseNumber } from '../../../shared/rules/numerals.ts'
import { toFill } from './paperForm.ts'
import { type Entered, entered, heading, linesOf, textOf, type Words } from './sheet.ts'

/** A value, or room to write it by hand. */
export const given = (value: string | null, room: string = toFill): string | Entered =>
  value === null || value === '' ? room : entered(value)

export const noDay = '＿＿＿＿年＿＿月＿＿日'
/** A day, or room to write it by hand. */
export const givenDay = (day: string | null): string | Entered => given(day === null ? null : chineseDate(day), noDay)

/** 「两次」: two of anything counted is 两, never 二. */
export const timesOf = (count: number): Entered => entered(`${count === 2 ? '两' : chineseNumber(count)}次`)

/** Pieces and sentences as one. */
export const joined = (...parts: readonly Words[]): readonly (string | Entered)[] =>
  parts.flat() as (string | Entered)[]

/** 「因……，」 from a reason as it was typed, with or without its own 因 and full stop; nothing without one. */
export function because(reason: string | null): readonly (string | Entered)[] {
  const text = linesOf(reason)
    .join('')
    .replace(/^因/, '')
    .replace(/[。；，]+$/, '')
  return text === '' ? [] : ['因', entered(text), '，']
}

/** To whom a letter goes. */
export const addressee = (unit: Words): Content => ({
  ...(heading('') as object),
  text: textOf(joined(unit, '：')),
})
