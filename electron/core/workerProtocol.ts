/** What passes between a host's main thread and the core's thread. Everything here survives a structured clone. */
import type { CoreEvent } from '../../shared/contract.ts'
import type { Answer, AnswerError } from '../../shared/errors.ts'
import type { Host, Log } from './host.ts'

/** Given to the thread when it starts. */
export interface WorkerStart {
  readonly dataDir: string
  readonly hostKind: Host['kind']
  readonly version: string
  readonly kdfCost?: number
}

/** The host's functions, called from the core's thread. */
export type HostFunction = 'machineId' | 'places' | 'plainFolder' | 'fontFolders' | 'pickFolder' | 'pickFiles'

export type ToCore =
  | {
      readonly type: 'dispatch'
      readonly id: number
      readonly pipe: string
      readonly name: string
      readonly input: unknown
    }
  | { readonly type: 'closePipe'; readonly pipe: string }
  | { readonly type: 'close' }
  | { readonly type: 'hostAnswer'; readonly id: number; readonly value: unknown; readonly failed: string | null }

export type FromCore =
  | { readonly type: 'opened' }
  | { readonly type: 'refused'; readonly error: AnswerError }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer<unknown> }
  | { readonly type: 'event'; readonly pipe: string | null; readonly event: CoreEvent }
  | { readonly type: 'host'; readonly id: number; readonly name: HostFunction; readonly extensions: readonly string[] }
  | {
      readonly type: 'log'
      readonly level: Parameters<Log>[0]
      readonly message: string
      readonly facts?: Parameters<Log>[2]
    }
  | { readonly type: 'closed' }
