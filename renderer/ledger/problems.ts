import type { Problem } from '../../shared/errors.ts'
import { dataSchema, problemsOf } from '../../shared/ledgers/check.ts'
import type { AnyData, RuleContext } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { partsRead } from '../entry/unread.ts'
import { labelled } from '../format.ts'
import { named } from '../named.ts'
import { fieldLabel, fill, partLabel, t, textAt } from '../text.ts'

/** The same problems the core would answer for this data, found while typing. */
export function problemsIn(name: LedgerName, data: AnyData, context: RuleContext): readonly Problem[] {
  const [read, unread] = partsRead(ledgerOf(name), data)
  const parsed = dataSchema(name).safeParse(read)
  const shape = parsed.success
    ? []
    : parsed.error.issues.map(
        (i): Problem => ({
          path: i.path.map(String).join('.'),
          code: i.code === 'custom' || i.code === 'invalid_format' ? i.message : i.code,
          severity: 'error',
        }),
      )
  const unreadAt = new Set(unread.map((p) => p.path))
  // What could not be read is there, only not as a value: it is not missing, too.
  return [...unread, ...shape, ...problemsOf(ledgerOf(name), read, context).filter((p) => !unreadAt.has(p.path))]
}

/** `parties.1.idNumber` → `当事人 2 · 证件号码`. */
export function pathLabel(ledger: LedgerName, path: string): string {
  const [field = '', index, inner] = path.split('.')
  if (index === undefined) return fieldLabel(ledger, field)
  const which = partLabel(ledger, field, Number(index) + 1)
  return inner === undefined ? which : `${which} · ${fieldLabel(ledger, `${field}.${inner}`)}`
}

/** A problem as a sentence. `short` is for beside the field, where the label stands already. */
export function problemWords(ledger: LedgerName, problem: Problem, short = false): string {
  const [field = '', , inner] = problem.path.split('.')
  const label = short
    ? fieldLabel(ledger, inner === undefined ? field : `${field}.${inner}`)
    : pathLabel(ledger, problem.path)
  const { step, ...facts } = problem.params ?? {}
  const words = fill(textAt(t.problems, problem.code) ?? t.problems.invalid, {
    label,
    step: step === undefined ? '' : pathLabel(ledger, String(step)),
    ...named(facts),
  })
  return short || inner === undefined || words.includes(label) ? words : labelled(label, words)
}
