/** Undo of a form beyond one field: a bounded list of states, one for each step a person would call one. */
import type { AnyData, Ledger, RuleContext } from '../../shared/ledgers/describe.ts'
import { changedFields, type Edit, edited } from './edit.ts'
import type { FormState } from './recordState.ts'

export interface Step {
  readonly data: AnyData
  /** Where the change was: `summary`, `parties.1.name`, `clauses`; empty when it was all over the form. */
  readonly path: string
  /** Further changes of this field belong to the same step; null when the step is over. */
  readonly typing: string | null
}

/** States share what did not change, so that this many cost little. */
export const maxSteps = 200

const placeOf = (edit: Edit): string => (edit.type === 'set' || edit.type === 'absent' ? edit.path : edit.list)

/** A change as a step: typing in one field is one step until the field is left. */
export function changedBy(ledger: Ledger, state: FormState, edit: Edit, context: RuleContext): FormState {
  const data = edited(ledger, state.data, edit, context)
  const typing = edit.type === 'set' ? edit.path : null
  if (typing !== null && state.past.at(-1)?.typing === typing) return { ...state, data, future: [] }
  if (changedFields(ledger, data, state.data).length === 0) return { ...state, data }
  return { ...state, data, ...stepped(state, placeOf(edit), typing) }
}

/** The present state as a step to come back to. */
export const stepped = ({ past, data }: FormState, path: string, typing: string | null = null) => ({
  past: [...past, { data, path, typing }].slice(-maxSteps),
  future: [] as readonly Step[],
})

/** The field was left: what is typed there later is a step of its own. */
export function stepEnded(state: FormState): FormState {
  const last = state.past.at(-1)
  return last === undefined || last.typing === null
    ? state
    : { ...state, past: state.past.with(-1, { ...last, typing: null }) }
}

/** One step back or forth; a step that changes nothing any more (its field undid it itself) is passed by. */
export function wentBack(ledger: Ledger, state: FormState): FormState {
  return moved(ledger, state, 'past', 'future')
}
export function wentForth(ledger: Ledger, state: FormState): FormState {
  return moved(ledger, state, 'future', 'past')
}

type Side = 'past' | 'future'
function moved(ledger: Ledger, state: FormState, from: Side, to: Side): FormState {
  const at = state[from].findLastIndex((s) => changedFields(ledger, s.data, state.data).length > 0)
  const step = state[from][at]
  if (step === undefined) return { ...state, [from]: [] }
  return {
    ...state,
    data: step.data,
    [from]: state[from].slice(0, at),
    [to]: [...state[to], { data: state.data, path: step.path, typing: null }],
    generation: state.generation + 1,
  }
}
