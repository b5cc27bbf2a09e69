import { type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'
import { disputeTo2, disputeTo3 } from './upcastDispute.ts'
import { trainingTo2, visitTo2 } from './upcastTeams.ts'

export type State = Readonly<Record<string, unknown>>
/** A pure step from one shape of a ledger's payload to the next. Each has a frozen fixture in `test/migration/shapes`. */
type Upcaster = (state: State) => State

/** Steps by ledger: index 0 takes shape 1 to shape 2. Journal payloads are read through them, never rewritten. */
const upcasters: Readonly<Partial<Record<LedgerName, readonly Upcaster[]>>> = {
  dispute: [disputeTo2, disputeTo3],
  training: [trainingTo2],
  visit: [visitTo2],
}

/** A payload of an old shape as today's description has it. */
export function upcast(ledger: LedgerName, shape: number, state: State): State {
  const steps = upcasters[ledger] ?? []
  return steps.slice(shape - 1, ledgerOf(ledger).shape - 1).reduce((s, step) => step(s), state)
}
