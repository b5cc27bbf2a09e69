import type { Offer } from '../../shared/errors.ts'
import { isList, type ScalarField } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { codeLabel, fieldLabel, fill, t } from '../text.ts'
import { useFormTools } from './FormContext.ts'
import './Offers.css'

function fieldAt(ledger: LedgerName, path: string): readonly [string, ScalarField | undefined] {
  const [name = '', , inner] = path.split('.')
  const field = ledgerOf(ledger).fields[name]
  if (field === undefined || !isList(field)) return [name, field]
  return [`${name}.${inner}`, field.part.fields[inner ?? '']]
}

/** `邻里` for a code of the field itself, `调解结果：移送` for one of another field, the label alone for a tick. */
function offerWords(ledger: LedgerName, at: string, { path, value }: Offer): string {
  const [place, field] = fieldAt(ledger, path)
  const label = fieldLabel(ledger, place)
  if (field?.kind === 'flag') return fill(t.form.offerTick, { label })
  const word = field?.kind === 'code' ? codeLabel(field.list, String(value)) : String(value)
  return path === at ? word : fill(t.form.offerOther, { label, word })
}

interface Props {
  readonly path: string
  readonly offers: readonly Offer[]
}

/** What would settle a problem, each a press away; nothing is chosen by itself. */
export function Offers({ path, offers }: Props) {
  const { ledger, edit } = useFormTools()
  if (offers.length === 0) return null
  return (
    <p className="offers">
      {offers.map((offer) => (
        <button
          key={`${offer.path}=${offer.value}`}
          type="button"
          className="offer"
          onClick={() => edit({ type: 'set', path: offer.path, value: offer.value })}
        >
          {offerWords(ledger, path, offer)}
        </button>
      ))}
    </p>
  )
}
