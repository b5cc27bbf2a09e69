/** What the records of sessions and inquiries have in common: what was said, when, and the lines above the signatures. */
import type { ContentText } from 'pdfmake/interfaces.js'
import { chineseDate, chineseTime } from '../../../shared/rules/dates.ts'
import { answer, question } from '../../../shared/rules/dialogue.ts'
import { type Passage, passage } from './paperForm.ts'
import { entered, hanging, hangingIndent, heightOf, linesOf, textWidth } from './sheet.ts'

/** 问 and 答 stand clear of what was said; any other line is a paragraph. */
function spokenLine(line: string): Passage {
  if (![question, answer].some((speaker) => line.startsWith(speaker))) return passage(entered(line))
  const words = entered(line)
  return { node: hanging(words) as ContentText, height: heightOf(words, textWidth - hangingIndent) }
}

export const spoken = (record: string | null): readonly Passage[] => linesOf(record).map(spokenLine)

interface Held {
  readonly heldOn: string | null
  readonly startTime?: string | null
  readonly endTime?: string | null
}
const hourByHand = '　　时　　分'

/** 「2026年5月25日9时30分至11时」; an hour nobody noted is left to be written. Empty while the day is not known. */
export function heldText({ heldOn, startTime, endTime }: Held): string {
  if (heldOn === null) return ''
  const hour = (time: string | null | undefined) => (time == null ? hourByHand : chineseTime(time))
  return startTime == null && endTime == null
    ? chineseDate(heldOn)
    : `${chineseDate(heldOn)}${hour(startTime)}至${hour(endTime)}`
}

/** Read or heard before it was signed (domain 2.3 (8)). */
export const readBack = (who: string): Passage => passage(`以上记录经${who}阅看或者听读，确认与所述一致。`)
