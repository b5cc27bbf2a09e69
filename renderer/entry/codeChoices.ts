/** Codes of a list as people type them: the label, its pinyin initials, its place in a short list, or its own number. */
import type { CodeField } from '../../shared/ledgers/describe.ts'
import { initials } from '../ledger/widgets/initials.ts'

export interface CodeChoice {
  readonly code: string
  readonly label: string
  /** The digit that stands for it; null in a longer list. */
  readonly digit: string | null
}
export interface CodeChoices {
  readonly choices: readonly CodeChoice[]
  /** The one code meant by what was typed; null when none is, or more than one. */
  readonly meant: (typed: string) => string | null
  /** Those that may still be meant while it is being typed. */
  readonly possible: (typed: string) => readonly CodeChoice[]
}
type Label = (list: string, code: string) => string

/** Longest list whose entries have a digit each. */
const digits = 9

/** Ticks and crosses of attendance sheets on paper. */
const signs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  attendanceState: { '√': 'present', '✓': 'present', '✔': 'present', '×': 'absent', '✗': 'absent', x: 'absent' },
}

const plain = (typed: string): string => typed.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
const lettersOf = (label: string): string => initials(label.replace(/\P{L}/gu, '')).toLowerCase()

interface Known extends CodeChoice {
  readonly words: string
  readonly letters: string
}

function knownOf(field: CodeField, label: Label): readonly Known[] {
  const numbered = field.codes.every((code) => /^\d+$/.test(code))
  const short = field.codes.length <= digits && !numbered
  return field.codes.map((code, i) => {
    const words = label(field.list, code)
    return { code, label: words, digit: short ? String(i + 1) : null, words: plain(words), letters: lettersOf(words) }
  })
}

/** Ways of being meant, the surest first; the first that fits one entry alone decides. */
const ways: readonly ((known: Known, typed: string) => boolean)[] = [
  (k, typed) => k.words === typed,
  (k, typed) => k.digit === typed || (/^\d+$/.test(k.code) && k.code === typed),
  (k, typed) => k.letters === typed,
  (k, typed) => k.words.startsWith(typed),
  (k, typed) => k.letters.startsWith(typed),
  (k, typed) => k.words.includes(typed),
]

function meantAmong(known: readonly Known[], list: string, typed: string): string | null {
  const text = plain(typed)
  if (text === '') return null
  const sign = signs[list]?.[text]
  if (sign !== undefined && known.some((k) => k.code === sign)) return sign
  for (const fits of ways) {
    const found = known.filter((k) => fits(k, text))
    if (found.length > 0) return found.length === 1 ? (found[0]?.code ?? null) : null
  }
  return null
}

function made(field: CodeField, label: Label): CodeChoices {
  const known = knownOf(field, label)
  return {
    choices: known,
    meant: (typed) => meantAmong(known, field.list, typed),
    possible: (typed) => {
      const text = plain(typed)
      return text === '' ? known : known.filter((k) => ways.some((fits) => fits(k, text)))
    },
  }
}

const cache = new WeakMap<Label, Map<CodeField, CodeChoices>>()

/** Worked out once for a field and language: a block of ten thousand cells asks as often. */
export function codesFor(field: CodeField, label: Label): CodeChoices {
  const ofLabel = cache.get(label) ?? new Map<CodeField, CodeChoices>()
  cache.set(label, ofLabel)
  const known = ofLabel.get(field) ?? made(field, label)
  ofLabel.set(field, known)
  return known
}
