import type { AnyValue } from '../../shared/ledgers/describe.ts'
import { agentPowers, readPowers, withPower } from '../../shared/rules/agentPowers.ts'
import { t } from '../text.ts'
import { useFormTools } from './FormContext.ts'
import './Offers.css'

interface Props {
  readonly path: string
  /** `agents.powers`, without the part's number. */
  readonly place: string
  readonly value: AnyValue
}

/** The boxes of the 授权委托书 beside the text they are written in; other words of the text stay. */
export function PowerOptions({ path, place, value }: Props) {
  const { edit } = useFormTools()
  if (place !== 'agents.powers') return null
  const text = typeof value === 'string' ? value : null
  const { given } = readPowers(text)
  return (
    <fieldset className="offers" aria-label={t.paperWording.powers}>
      {agentPowers.map((power) => (
        <button
          key={power}
          type="button"
          className="offer"
          aria-pressed={given.has(power)}
          onClick={() => edit({ type: 'set', path, value: withPower(text, power, !given.has(power)) })}
        >
          {given.has(power) ? '√ ' : ''}
          {power}
        </button>
      ))}
    </fieldset>
  )
}
