import { useMemo, useRef } from 'react'
import { type AnyPart, emptyPart, isList, type ScalarField } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { freshPart, mayBeAbsent } from '../ledger/layout.ts'
import { codeLabel, t } from '../text.ts'
import type { CellWords } from './cellText.ts'
import type { Sheet } from './sheet.ts'

export interface SheetProps {
  readonly ledger: LedgerName
  /** The list whose parts are the rows; without one each row is a record of the ledger. */
  readonly list?: string
  /** Fields in order; all that people type by default. */
  readonly columns?: readonly string[]
  /** Columns that stay as they are. */
  readonly fixed?: readonly string[]
  /** Nothing can be written. */
  readonly frozen?: boolean
  readonly maxRows?: number
  /** A row nothing was typed into yet, such as an attendance that is 到; the form's own by default. */
  readonly fresh?: AnyPart
  /** What follows from a change of one field of a row. */
  readonly settle?: Sheet['settle']
  /** Today at the office, YYYY-MM-DD. */
  readonly today: string
  /** The year of dates typed without one; this year by default. */
  readonly year?: string | undefined
}

type Scalars = Readonly<Record<string, ScalarField>>

/** The fields of a row. */
function rowFields(name: LedgerName, list: string | undefined): Scalars {
  const { fields } = ledgerOf(name)
  const part = list === undefined ? undefined : fields[list]
  if (part !== undefined && isList(part)) return part.part.fields
  return Object.fromEntries(Object.entries(fields).filter((e): e is [string, ScalarField] => !isList(e[1])))
}

const typedNames = (fields: Scalars): readonly string[] =>
  Object.entries(fields).flatMap(([n, f]) => (f.kind === 'reference' || f.givenByCall ? [] : [n]))

function freshRow(name: LedgerName, list: string | undefined, fields: Scalars): AnyPart {
  const part = { name: '', table: '', fields }
  return list === undefined ? emptyPart(part) : freshPart(name, list, part)
}

/** A copied person is no longer meant once the name was typed over. */
const unlinked =
  (fields: Scalars): Sheet['settle'] =>
  (next, _before, field) => {
    if (fields[field]?.kind !== 'name' || !fields[field].needed) return next
    const links = Object.keys(fields).filter((n) => fields[n]?.kind === 'reference' && next[n] !== null)
    return links.length === 0 ? next : { ...next, ...Object.fromEntries(links.map((n) => [n, null])) }
  }

const wordsOn = (today: string, year: string | undefined): CellWords => ({
  label: codeLabel,
  yes: t.common.yes,
  no: t.common.no,
  absent: t.codes.absent,
  today,
  year,
})

const none: readonly string[] = []
/** Most rows of a table of records; a list of parts has its own bound. */
const mostRecords = 5000

/** The rows as described, the same object for as long as nothing about them changes. */
export function useSheet(props: SheetProps): Sheet {
  const { ledger, list, columns, fixed = none, frozen = false, maxRows = mostRecords, fresh, today, year } = props
  const settle = useRef(props.settle)
  settle.current = props.settle
  const named = columns?.join(' ')
  const fixedNames = fixed.join(' ')
  return useMemo(() => {
    const fields = rowFields(ledger, list)
    const stays = new Set(fixedNames.split(' '))
    const names = named?.split(' ') ?? typedNames(fields)
    const unlink = unlinked(fields)
    return {
      columns: names.flatMap((name) => {
        const field = fields[name]
        return field ? [{ name, field, mayBeAbsent: mayBeAbsent(field), fixed: frozen || stays.has(name) }] : []
      }),
      fresh: fresh ?? freshRow(ledger, list, fields),
      maxRows,
      frozen,
      words: wordsOn(today, year),
      settle: (next, before, field) => {
        const own = unlink(next, before, field)
        return settle.current?.(own, before, field) ?? own
      },
    }
  }, [ledger, list, named, fixedNames, frozen, maxRows, fresh, today, year])
}
