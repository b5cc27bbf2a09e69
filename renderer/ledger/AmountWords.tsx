import type { AnyValue, ScalarField } from '../../shared/ledgers/describe.ts'
import { figuresIn } from '../../shared/rules/clauseAmounts.ts'
import { yuanCapital } from '../../shared/rules/money.ts'
import { fill, t } from '../text.ts'

/** Texts of an agreement in which sums are promised. */
const promised: ReadonlySet<string> = new Set(['clauses.text', 'performances.manner', 'supplements.text'])

interface Props {
  /** `performances.amount`, without the part's number. */
  readonly place: string
  readonly field: ScalarField
  readonly value: AnyValue
}

/** 大写 beside an amount as it is typed: the sum people compare with the paper before it is signed. */
export function AmountWords({ place, field, value }: Props) {
  const words = amountWords(place, field, value)
  return words === '' ? null : <p className="amount-words">{words}</p>
}

function amountWords(place: string, field: ScalarField, value: AnyValue): string {
  if (field.kind === 'money')
    return typeof value === 'number' && value >= 0 ? fill(t.form.capitalOf, { capital: yuanCapital(value) }) : ''
  if (!promised.has(place) || typeof value !== 'string') return ''
  return figuresIn(value)
    .map(({ written, fen }) => `${written} ${yuanCapital(fen)}`)
    .join(' · ')
}
