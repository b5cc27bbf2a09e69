/** What a cell shows of its value, and what is read from the words typed or pasted into it. */
import type { AbsentReason, AnyPart, AnyValue, CodeField, ScalarField } from '../../shared/ledgers/describe.ts'
import { typedDegrees } from '../../shared/rules/degrees.ts'
import { typedDate, typedTime } from '../../shared/rules/typedDate.ts'
import { typedDecimal, typedInteger, typedMoney } from '../../shared/rules/typedNumber.ts'
import { tidied } from '../ledger/widgets/tidied.ts'
import { codesFor } from './codeChoices.ts'
import { unreadOf } from './unread.ts'

/** The words of the window's language, and the day; given in, so that reading stays a pure function. */
export interface CellWords {
  readonly label: (list: string, code: string) => string
  readonly yes: string
  readonly no: string
  readonly absent: Readonly<Record<AbsentReason, string>>
  readonly today: string
  /** The year of dates typed without one. */
  readonly year: string | undefined
}

/** A value, a reason for there being none, or text that cannot be read. */
export type Reading =
  | { readonly kind: 'value'; readonly value: AnyValue }
  | { readonly kind: 'absent'; readonly reason: AbsentReason }
  | { readonly kind: 'unread' }

const unread: Reading = { kind: 'unread' }
const read = (value: AnyValue): Reading => (value === null ? unread : { kind: 'value', value })
const blank: Reading = { kind: 'value', value: null }

const yesWords = new Set(['是', '有', '√', '✓', '✔', '☑', 'y', 'yes', '1', 'true'])
const noWords = new Set(['否', '无', '×', '✗', '✘', '☐', 'n', 'no', '0', 'false'])

function readFlag(typed: string, words: CellWords): Reading {
  const plain = typed.trim().normalize('NFKC').toLowerCase()
  if (plain === words.yes.toLowerCase() || yesWords.has(plain)) return read(true)
  return plain === words.no.toLowerCase() || noWords.has(plain) ? read(false) : unread
}

function readCode(field: CodeField, typed: string, words: CellWords): Reading {
  const found = codesFor(field, words.label).meant(typed)
  return read(found)
}

/** Several codes: the whole text as one label first, because a label may have a 、 of its own. */
function readCodes(field: CodeField, typed: string, words: CellWords): Reading {
  const { meant } = codesFor(field, words.label)
  const whole = meant(typed)
  if (whole !== null) return read([whole])
  const pieces = typed.split(/[、,，;；/\s]+/).filter((piece) => piece !== '')
  const found = pieces.map(meant)
  if (found.some((code) => code === null)) return unread
  // In the list's own order, each once: the same choice is the same value however it was typed.
  return read(field.codes.filter((code) => found.includes(code)))
}

/** A cell of one line: a line break pasted into it is a blank. */
const inOneLine = (typed: string): string => typed.replace(/\s*[\r\n]+\s*/g, ' ')

/** What typed text means in a cell. Text is text: a leading `=`, `+` or `-` is never a formula. */
export function readCell(field: ScalarField, typed: string, words: CellWords): Reading {
  if (typed.trim() === '') return blank
  switch (field.kind) {
    case 'date':
      return read(typedDate(typed, words.today, words.year))
    case 'time':
      return read(typedTime(typed))
    case 'integer':
      return read(typedInteger(typed))
    case 'money':
      return read(typedMoney(typed))
    case 'decimal':
      return read(field.degrees === undefined ? typedDecimal(typed) : typedDegrees(typed, field.degrees))
    case 'flag':
      return readFlag(typed, words)
    case 'code':
      return readCode(field, typed, words)
    case 'codes':
      return readCodes(field, typed, words)
    case 'paragraph':
      return { kind: 'value', value: tidied(field.kind, typed.replace(/\r\n?/g, '\n')) }
    case 'reference':
      return unread
    default:
      return { kind: 'value', value: tidied(field.kind, inOneLine(typed)) }
  }
}

/** 暂缺 and 拒绝提供 are answers where a value is asked for. */
export function readReason(typed: string, words: CellWords): AbsentReason | null {
  const plain = typed.trim()
  return (['unknown', 'refused'] as const).find((reason) => words.absent[reason] === plain) ?? null
}

const separator = '、'

/** A value as its cell shows it; what is shown, typed again, is the same value. */
export function shownValue(field: ScalarField, value: unknown, words: CellWords): string {
  if (value === null || value === undefined) return ''
  switch (field.kind) {
    case 'code':
      return words.label(field.list, String(value))
    case 'codes':
      return (value as readonly string[]).map((code) => words.label(field.list, code)).join(separator)
    case 'money':
      return (Number(value) / 100).toFixed(2)
    case 'flag':
      return value === true ? words.yes : words.no
    default:
      return String(value)
  }
}

/** What stands in a cell: the text that could not be read, the value, or why there is none. */
export function shownCell(name: string, field: ScalarField, part: AnyPart, words: CellWords): string {
  const kept = unreadOf(part)[name]
  if (kept !== undefined) return kept
  const reason = (part.absent as Readonly<Record<string, AbsentReason>>)[name]
  return reason === undefined ? shownValue(field, part[name], words) : words.absent[reason]
}
