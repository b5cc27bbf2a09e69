/** Everything a page needs of the core. */
export { asAppError, call, onEvent } from './call.ts'
export { type JobHandle, type JobName, type ReadName, useAct, useCall, useJob, type WriteName } from './hooks.ts'
export { countPrinters } from './ipc.ts'
