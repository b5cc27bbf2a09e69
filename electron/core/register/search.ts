/**
 * Search over single characters with phrase queries: any run of Chinese characters is found inside a text, a run of
 * letters or digits by its beginning. The index holds ASCII words only (`u4e2d` for 中, `xlisi` for lisi), so that no
 * tokenizer's idea of what a letter is can lose a rare character or a Tibetan stack, and no typed letter meets a code.
 */
import { type AnyData, type AnyPart, isList, type Ledger, type SearchAs } from '../../../shared/ledgers/describe.ts'
import { nameSounds } from './pinyin.ts'

/** A word that is never searched: keeps a phrase from reaching over the border between two values. */
const border = 'b'
const run = (letters: string): string => `x${letters}`

const asciiRun = /[0-9a-z]/
/** Words of a text: runs of ASCII letters and digits, and every other letter or sign that is not a separator. */
export function words(text: string): readonly string[] {
  const found: string[] = []
  let letters = ''
  const flush = () => {
    if (letters !== '') found.push(run(letters))
    letters = ''
  }
  for (const char of text.normalize('NFKC').toLowerCase()) {
    if (asciiRun.test(char)) {
      letters += char
      continue
    }
    flush()
    if (/[\p{L}\p{M}\p{N}\p{So}\p{Co}]/u.test(char)) found.push(`u${char.codePointAt(0)?.toString(16)}`)
  }
  flush()
  return found
}

function wordsOf(value: unknown, as: SearchAs): readonly string[] {
  if (typeof value !== 'string') return []
  const own = words(value)
  return as === 'name' ? [...own, border, ...nameSounds(value).map(run)] : own
}

/** The text of a record's row in the search index. */
export function searchText(ledger: Ledger, data: AnyData): string {
  const found: string[] = []
  const add = (value: unknown, as: SearchAs | undefined) => {
    if (as === undefined || value === null) return
    found.push(...wordsOf(value, as), border)
  }
  for (const [name, field] of Object.entries(ledger.fields)) {
    if (!isList(field)) {
      add(data[name], field.search)
      continue
    }
    for (const part of data[name] as readonly AnyPart[]) {
      for (const [n, f] of Object.entries(field.part.fields)) add(part[n], f.search)
    }
  }
  return found.join(' ')
}

/**
 * FTS5 query for what a user typed, or null when nothing in it can be searched. Blanks separate conditions that must
 * all hold; the last word of letters or digits matches by its beginning.
 */
export function matchQuery(typed: string): string | null {
  const phrases = typed.split(/\s+/).flatMap((piece) => {
    const found = words(piece)
    const last = found.at(-1)
    if (last === undefined) return []
    // A code-point word is whole; only runs of letters and digits may be beginnings.
    const star = isWhole(last) ? '' : '*'
    return [`"${found.join(' ')}"${star}`]
  })
  return phrases.length === 0 ? null : phrases.join(' AND ')
}

const isWhole = (word: string): boolean => word.startsWith('u')
