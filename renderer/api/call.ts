import type { CallName, CoreEvent, Input, Output } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { httpPipe } from './http.ts'
import { ipcPipe } from './ipc.ts'

const pipe = ipcPipe() ?? httpPipe()

/** Calls the core. Throws an {@link AppError} with the core's code; a silent core becomes `internal`. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await pipe.call(name, input).catch((cause: unknown) => {
    throw new AppError('internal', { incident: 'no-answer' }, { cause })
  })
  if (answer.ok) return answer.value as Output<N>
  throw new AppError(answer.error.code, answer.error.details)
}

const listeners = new Set<(event: CoreEvent) => void>()
let listening = false

/** Listens to the core's events over the one connection of this window; answers the function that stops it. */
export function onEvent(listener: (event: CoreEvent) => void): () => void {
  listeners.add(listener)
  if (!listening) {
    listening = true
    pipe.on((event) => {
      for (const each of listeners) each(event)
    })
  }
  return () => listeners.delete(listener)
}

export const asAppError = (error: unknown): AppError => (error instanceof AppError ? error : new AppError('internal'))
