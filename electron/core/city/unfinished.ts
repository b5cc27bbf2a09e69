import { inTurn } from '../longWork.ts'
import type { Register } from '../register/open.ts'
import { emptyStaging } from './staging.ts'

const begun = new WeakSet<Register>()
/** Once after a register was opened: an import that was looked at and never merged, or was cut off, is forgotten. */
export function forgetUnfinishedImport(register: Register): void {
  if (begun.has(register)) return
  begun.add(register)
  // Failing here (the register was closed again, the disk is full) loses nothing: every inspection empties it first.
  void inTurn(register, () => emptyStaging(register)).catch(() => undefined)
}
