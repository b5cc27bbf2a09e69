/** Undo and redo of a grid: a bounded list of states, each with the selection it was made from. */
import type { Selection } from './places.ts'
import type { Rows } from './sheet.ts'

export interface State {
  readonly rows: Rows
  readonly selection: Selection
}
export interface Steps {
  readonly past: readonly State[]
  readonly future: readonly State[]
}

/** States share the rows that did not change, so that this many cost little. */
export const maxSteps = 200
export const noSteps: Steps = { past: [], future: [] }

/** A change was made from this state. */
export const stepped = ({ past }: Steps, before: State): Steps => ({
  past: [...past, before].slice(-maxSteps),
  future: [],
})

/** The state before the present one, and the steps as they are then; null when there is none. */
export function stepBack({ past, future }: Steps, present: State): readonly [State, Steps] | null {
  const state = past.at(-1)
  return state === undefined ? null : [state, { past: past.slice(0, -1), future: [...future, present] }]
}

export function stepForth({ past, future }: Steps, present: State): readonly [State, Steps] | null {
  const state = future.at(-1)
  return state === undefined ? null : [state, { past: [...past, present], future: future.slice(0, -1) }]
}
