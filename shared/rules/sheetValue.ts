/** What a cell means in a field: the same value a form would have, or why it has none. */
import { scalarSchema } from '../ledgers/check.ts'
import type { AbsentReason, AnyValue, CodeField, NumberField, ScalarField, TextField } from '../ledgers/describe.ts'
import { typedDegrees } from './degrees.ts'
import {
  cellText,
  codeText,
  isBlankCell,
  isDateCell,
  isErrorCell,
  lineText,
  mostDigits,
  nameText,
  paragraphText,
  plainDigits,
  type SheetCell,
  serialCell,
} from './sheetCell.ts'
import { codeSynonyms, noWords, yesWords } from './sheetSynonyms.ts'
import { typedDate, typedTime } from './typedDate.ts'
import { typedDecimal, typedInteger, typedMoney } from './typedNumber.ts'

/** What reading a cell needs to know of its sheet. */
export interface ValueContext {
  readonly today: string
  /** The year of dates written without one: that of the sheet's title, else this year. */
  readonly year: { readonly value: string; readonly said: boolean }
  readonly epoch1904: boolean
  /** Words of a code list, by code. */
  readonly words: (list: string) => Readonly<Record<string, string>>
}

export interface ValueProblem {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly params?: Readonly<Record<string, string | number>>
}
export interface ReadValue {
  readonly value: AnyValue
  readonly absent?: AbsentReason
  readonly problem?: ValueProblem
}

const blank: ReadValue = { value: null }
const wrong = (code: string, params?: ValueProblem['params']): ReadValue => ({
  value: null,
  problem: { code, severity: 'error', ...(params && { params }) },
})

function textOf(field: TextField, cell: SheetCell): ReadValue {
  // Excel makes 3-5 a day of March: what was typed cannot be told any more.
  if (isDateCell(cell)) return wrong('textIsDate')
  if (typeof cell === 'boolean') return wrong('invalid')
  if (typeof cell === 'number' && Math.abs(cell) >= 10 ** mostDigits) return wrong('digitsLost')
  const text = cellText(cell)
  switch (field.kind) {
    case 'paragraph':
      return { value: paragraphText(text) }
    case 'name':
      return { value: nameText(text) }
    case 'phone':
      return { value: lineText(text.normalize('NFKC')) }
    case 'creditCode':
      return { value: codeText(text).toUpperCase() }
    case 'idNumber':
      return /^\d(?:\.\d+)?E\+?\d+$/i.test(codeText(text))
        ? wrong('digitsLost')
        : { value: codeText(text).replace(/[xＸ×╳✕]$/i, 'X') }
    default:
      return { value: plainDigits(lineText(text)) }
  }
}

/** Days of 1927 to 2099: a number in between in a column of dates is a day whose format went lost. */
const [firstSerial, lastSerial] = [10_000, 73_050]

function ofSerial(n: number, epoch1904: boolean): ReadValue {
  if (n < firstSerial || n > lastSerial) return wrong('notADate')
  const cell = serialCell(Math.floor(n), epoch1904)
  return cell === null ? wrong('notADate') : { value: cell.d }
}

/** What stands behind a day: a time, a weekday. */
const behindDay = /(?:T|\s)+\d{1,2}[:：时点].*$|[（(]?(?:星期|周)[一二三四五六日天][）)]?$/

/** 出生年月 often says no day. None is made up: where the field may be blank it stays so, and that is told. */
const withoutDay = (needed: boolean): ReadValue =>
  needed ? wrong('dayMissing') : { value: null, problem: { code: 'dayMissingLeft', severity: 'warning' } }

function dateOf(field: ScalarField, cell: SheetCell, context: ValueContext): ReadValue {
  if (isDateCell(cell)) return cell.d.startsWith('T') ? wrong('notADate') : { value: cell.d.slice(0, 10) }
  if (typeof cell === 'boolean') return wrong('notADate')
  const text = lineText(cellText(cell).normalize('NFKC'))
  if (/^\d{5}(\.\d+)?$/.test(text)) return ofSerial(Number(text), context.epoch1904)
  const day = text.replace(behindDay, '').trim()
  if (/^\d{4}[年./-]?(?:\d{1,2}月?)?$/.test(day)) return withoutDay(field.needed === true)
  // 今天 and the like mean a day nobody knows any more.
  const value = /\d|[一二三四五六七八九〇○]/.test(day) ? typedDate(day, context.today, context.year.value) : null
  if (value === null) return wrong('notADate')
  const assumed = /^\d{1,2}[月./\-、]\d{1,2}[日号]?$/.test(day.replace(/\s+/g, '')) && !context.year.said
  if (!assumed) return { value }
  return { value, problem: { code: 'yearAssumed', severity: 'warning', params: { year: context.year.value } } }
}

function timeOf(cell: SheetCell): ReadValue {
  if (isDateCell(cell)) {
    const time = cell.d.split('T')[1]
    return time === undefined ? wrong('notATime') : { value: time }
  }
  if (typeof cell === 'number' && cell > 0 && cell < 1) {
    const found = serialCell(cell, false)
    return found === null ? wrong('notATime') : { value: found.d.slice(1) }
  }
  const value = typedTime(lineText(cellText(cell)).replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1'))
  return value === null ? wrong('notATime') : { value }
}

/** Counting words behind a number: 12户, 35人. */
const counters = /(?:户次|人次|场次|户|人|份|次|页|件|条|家|辆|栋|名|个|本|册|场|岁)$/

function numberOf(field: NumberField, cell: SheetCell): ReadValue {
  if (isDateCell(cell) || typeof cell === 'boolean') return wrong('notANumber')
  const text = lineText(cellText(cell).normalize('NFKC'))
  if (field.degrees) {
    const value = typedDegrees(text, field.degrees)
    return value === null ? wrong('notDegrees') : { value }
  }
  const plain = text.replace(/^约/, '').replace(/元$/, '')
  if (field.kind === 'money') {
    const value = typedMoney(plain)
    return value === null ? wrong('notANumber') : { value }
  }
  const bare = plain.replace(counters, '').trim()
  if (field.kind === 'decimal') {
    const value = typeof cell === 'number' ? cell : typedDecimal(bare)
    return value === null ? wrong('notANumber') : { value }
  }
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? { value: cell } : wrong('notANumber')
  const value = typedInteger(bare.replace(/\.0+$/, ''))
  return value === null ? wrong('notANumber') : { value }
}

const plainWord = (s: string): string => codeText(s).toLowerCase()

const dictionaries = new WeakMap<Readonly<Record<string, string>>, ReadonlyMap<string, string>>()
/** Codes of a list by everything that means them: their word, a word offices use, themselves; the first counts. */
function dictionaryOf(list: string, words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const known = dictionaries.get(words)
  if (known) return known
  const codes = Object.keys(words)
  const made = new Map([
    ...codes.map((c) => [c.toLowerCase(), c] as const),
    ...Object.entries(codeSynonyms[list] ?? {}),
    ...codes.map((c) => [plainWord(words[c] ?? ''), c] as const),
  ])
  dictionaries.set(words, made)
  return made
}

function codeOf(list: string, codes: readonly string[], typed: string, context: ValueContext): string | null {
  const code = dictionaryOf(list, context.words(list)).get(plainWord(typed))
  return code !== undefined && codes.includes(code) ? code : null
}

const choices = (list: string, codes: readonly string[], context: ValueContext): string =>
  codes
    .slice(0, 12)
    .map((c) => context.words(list)[c] ?? c)
    .join('、')

function codesOf(field: CodeField, text: string, context: ValueContext): ReadValue {
  const whole = codeOf(field.list, field.codes, text, context)
  const typed = whole === null ? text.split(/[、，,;；/／\n\s]+/).filter(Boolean) : [text]
  const found = typed.map((word) => codeOf(field.list, field.codes, word, context))
  if (found.some((c) => c === null)) return wrong('codeUnknown', { choices: choices(field.list, field.codes, context) })
  // In the order of the list, as a form keeps them.
  return { value: field.codes.filter((c) => found.includes(c)) }
}

function flagOf(cell: SheetCell): ReadValue {
  if (typeof cell === 'boolean') return { value: cell }
  const word = plainWord(cellText(cell))
  if (yesWords.has(word)) return { value: true }
  return noWords.has(word) ? { value: false } : wrong('flagUnknown')
}

function rawValue(field: ScalarField, cell: SheetCell, context: ValueContext): ReadValue {
  switch (field.kind) {
    case 'date':
      return dateOf(field, cell, context)
    case 'time':
      return timeOf(cell)
    case 'integer':
    case 'money':
    case 'decimal':
      return numberOf(field, cell)
    case 'flag':
      return flagOf(cell)
    case 'code': {
      const value = codeOf(field.list, field.codes, cellText(cell), context)
      return value === null ? wrong('codeUnknown', { choices: choices(field.list, field.codes, context) }) : { value }
    }
    case 'codes':
      return codesOf(field, cellText(cell), context)
    case 'reference':
      return blank
    default:
      return textOf(field, cell)
  }
}

/** The words of 暂缺 and 拒绝提供, and what offices write for them. */
function absentReason(cell: SheetCell, context: ValueContext): AbsentReason | null {
  if (typeof cell !== 'string') return null
  const word = plainWord(cell)
  const { unknown, refused } = context.words('absent')
  if (word === plainWord(unknown ?? '') || word === '不详' || word === '暂无') return 'unknown'
  return word === plainWord(refused ?? '') ? 'refused' : null
}

const schemas = new WeakMap<ScalarField, ReturnType<typeof scalarSchema>>()
function schemaOf(field: ScalarField): ReturnType<typeof scalarSchema> {
  const known = schemas.get(field)
  if (known) return known
  const made = scalarSchema(field)
  schemas.set(field, made)
  return made
}

/** Different cells of a field that are remembered: codes, days and villages come again and again, names do not. */
const mostRemembered = 1000
const remembered = new WeakMap<ValueContext, Map<ScalarField, Map<string | number | boolean, ReadValue>>>()
function rememberedOf(context: ValueContext, field: ScalarField): Map<string | number | boolean, ReadValue> {
  const fields = remembered.get(context) ?? new Map<ScalarField, Map<string | number | boolean, ReadValue>>()
  remembered.set(context, fields)
  const made = fields.get(field) ?? new Map<string | number | boolean, ReadValue>()
  fields.set(field, made)
  return made
}

/** The value of a cell in a field, checked as a form's would be. A problem of severity `error` leaves the value blank. */
export function readValue(field: ScalarField, cell: SheetCell, context: ValueContext): ReadValue {
  if (isBlankCell(cell) || cell === null) return blank
  if (isErrorCell(cell)) return wrong('cellError')
  const known = rememberedOf(context, field)
  // No text a clerk types begins with this character.
  const key = isDateCell(cell) ? `\u0000${cell.d}` : cell
  const before = known.get(key)
  if (before !== undefined) return before
  const read = freshValue(field, cell, context)
  if (known.size < mostRemembered) known.set(key, read)
  return read
}

function freshValue(field: ScalarField, cell: SheetCell, context: ValueContext): ReadValue {
  const absent = absentReason(cell, context)
  if (absent !== null) return { value: null, absent }
  const read = rawValue(field, cell, context)
  if (read.value === null || read.value === '') return { ...read, value: null }
  const checked = schemaOf(field).safeParse(read.value)
  if (checked.success) return read
  const issue = checked.error.issues[0]
  return wrong(
    issue?.code === 'custom' || issue?.code === 'invalid_format' ? issue.message : (issue?.code ?? 'invalid'),
  )
}
