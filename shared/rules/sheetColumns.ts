/** The columns a ledger's sheet may have, and which of them a header means. */
import type { ImportTarget } from '../contract/sheets.ts'
import { isList, type Ledger, type ListField, type ScalarField, seenFields } from '../ledgers/describe.ts'
import { codeText } from './sheetCell.ts'
import { columnSynonyms, ordinalWords, problemColumn, recordColumn, recordWords } from './sheetSynonyms.ts'

/** A place of a record that one column fills. */
export interface SheetColumn {
  /** `heldOn`, or `attendances.name` for the list that has a row each. */
  readonly path: string
  /** A whole list in one cell, or a scalar. */
  readonly field: ScalarField | ListField
  /** Of the record, or of the part in this row. */
  readonly of: 'record' | 'row'
  /** As our own sheets head it: no two columns of a ledger have the same. */
  readonly label: string
  readonly needed: boolean
}

/** Words of a ledger's fields, as the text files have them. */
export interface LedgerWords {
  readonly name: string
  readonly fields: Readonly<Record<string, string>>
  readonly parts: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const isOwn = (f: ScalarField | ListField): boolean => isList(f) || f.givenByCall !== true

function ofRow(ledger: Ledger, words: LedgerWords): readonly SheetColumn[] {
  const rows = ledger.sheet?.rows
  const list = rows === undefined ? undefined : ledger.fields[rows]
  if (rows === undefined || list === undefined || !isList(list)) return []
  return Object.entries(seenFields(list.part.fields))
    .filter(([, f]) => isOwn(f))
    .map(([n, field]) => {
      const label = words.parts[rows]?.[n] ?? n
      return { path: `${rows}.${n}`, field, of: 'row', label, needed: field.needed === true }
    })
}

/** Every column a sheet of this ledger may have, in the order of its form; references are never among them. */
export function sheetColumns(ledger: Ledger, words: LedgerWords): readonly SheetColumn[] {
  const order = ledger.form.flatMap((s) => s.fields)
  const place = (n: string) => (order.includes(n) ? order.indexOf(n) : order.length)
  const own = Object.entries(seenFields(ledger.fields))
    .filter(([n, f]) => n !== ledger.sheet?.rows && isOwn(f))
    .sort(([a], [b]) => place(a) - place(b))
    .map(([n, field]): SheetColumn => {
      const needed = field.needed === true
      return { path: n, field, of: 'record', label: words.fields[n] ?? n, needed }
    })
  const rows = ofRow(ledger, words)
  const inRows = new Set(rows.map((c) => c.label))
  return [...own.map((c) => (inRows.has(c.label) ? { ...c, label: `${words.name}${c.label}` } : c)), ...rows]
}

const constantKinds: ReadonlySet<string> = new Set([
  'code',
  'codes',
  'date',
  'time',
  'text',
  'name',
  'integer',
  'flag',
  'list',
])

/** The same for a window. */
export const targetOf = ({ path, field, of, label, needed }: SheetColumn): ImportTarget => ({
  path,
  label,
  kind: field.kind,
  list: field.kind === 'code' || field.kind === 'codes' ? field.list : null,
  codes: field.kind === 'code' || field.kind === 'codes' ? field.codes : [],
  needed,
  of,
  constant: constantKinds.has(field.kind),
})

/** Header words without blanks, signs that mark what is needed, and full-width forms. */
export const headerWord = (s: string): string =>
  codeText(s)
    .toLowerCase()
    .replace(/[*:：、。]/g, '')
    .replace(/^必填|\(必填\)$|\(选填\)$/g, '')
/** Without what stands in brackets: 户（铺、车、人）数 → 户数. */
const bare = (word: string): string => word.replace(/\([^()]*\)/g, '').replace(/\[[^[\]]*\]/g, '')
const signless = (word: string): string => word.replace(/[()[\]/·.,，]/g, '')

export type HeaderMeaning =
  | { readonly role: 'field'; readonly path: string; readonly by: 'label' | 'synonym' }
  | { readonly role: 'ordinal' }
  | { readonly role: 'record'; readonly sure: boolean }

interface Candidate {
  readonly path: string
  readonly by: 'label' | 'synonym'
}

/** The dictionary of one ledger's headers. */
export interface HeaderWords {
  readonly meanings: ReadonlyMap<string, readonly Candidate[]>
  readonly columns: ReadonlyMap<string, SheetColumn>
}

export function headerWords(columns: readonly SheetColumn[]): HeaderWords {
  const meanings = new Map<string, Candidate[]>()
  const add = (word: string, path: string, by: Candidate['by']) => {
    const found = meanings.get(word) ?? []
    if (word !== '' && !found.some((c) => c.path === path)) meanings.set(word, [...found, { path, by }])
  }
  for (const { path, label } of columns) add(headerWord(label), path, 'label')
  for (const { path, label } of columns) {
    const word = headerWord(label)
    for (const w of [bare(word), signless(word)]) add(w, path, 'label')
  }
  for (const { path } of columns)
    for (const word of columnSynonyms[path.split('.').at(-1) ?? ''] ?? []) add(headerWord(word), path, 'synonym')
  return { meanings, columns: new Map(columns.map((c) => [c.path, c])) }
}

/** What one header may mean, the likeliest first; empty where it is not known. */
function candidates({ meanings }: HeaderWords, header: string): readonly Candidate[] {
  const word = headerWord(header)
  for (const form of [word, bare(word), signless(word)]) {
    const found = form === '' ? undefined : meanings.get(form)
    if (found !== undefined) return found
  }
  return []
}

const roleOf = (header: string): HeaderMeaning | null => {
  const word = headerWord(header)
  if (ordinalWords.has(word) || word === headerWord(problemColumn)) return { role: 'ordinal' }
  return recordWords.has(word) ? { role: 'record', sure: word === recordColumn } : null
}

/** Whether a header is known at all: what finds the row of the headers. */
export const isKnownHeader = (words: HeaderWords, header: string): boolean =>
  candidates(words, header).length > 0 || roleOf(header) !== null

/**
 * What each header means. A word that stands for a field of the record and of its rows alike (备注) means the rows where
 * the sheet has a row each, which a word that can only mean a row tells; a label goes before a synonym; no two columns
 * fill one field.
 */
export function matchHeaders(words: HeaderWords, headers: readonly string[]): readonly (HeaderMeaning | null)[] {
  const found = headers.map((h) => candidates(words, h))
  const ofRow = (c: Candidate) => words.columns.get(c.path)?.of === 'row'
  const needed = [...words.columns.values()].filter((c) => c.of === 'row' && c.needed).map((c) => c.path)
  const tellsRows = (c: Candidate) => ofRow(c) && (needed.length === 0 || needed.includes(c.path))
  const hasRows = found.some((all) => all.length > 0 && all.every(tellsRows))
  const taken = new Set<string>()
  const meanings: (HeaderMeaning | null)[] = headers.map(roleOf)
  const ways: readonly ((all: readonly Candidate[]) => readonly Candidate[])[] = [
    (all) => (all.length === 1 ? all.filter((c) => c.by === 'label') : []),
    (all) => (all.length === 1 ? all : []),
    (all) => all.filter((c) => ofRow(c) === hasRows && c.by === 'label'),
    (all) => all.filter((c) => ofRow(c) === hasRows),
    (all) => all,
  ]
  for (const way of ways) {
    found.forEach((all, i) => {
      if (meanings[i] !== null) return
      const chosen = way(all).find((c) => !taken.has(c.path) && (hasRows || !ofRow(c)))
      if (chosen === undefined) return
      taken.add(chosen.path)
      meanings[i] = { role: 'field', ...chosen }
    })
  }
  return meanings
}

/** What a remembered matching is known by: the header's words. */
export const headerFingerprint = (headers: readonly string[]): string => headers.map(headerWord).join('|')
