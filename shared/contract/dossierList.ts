import { z } from 'zod'
import type { DossierKind, FileItem } from '../rules/dossierLists.ts'
import { read } from './call.ts'
import { recordId } from './records.ts'

/** How far the dossier of a case is. */
export interface DossierStanding {
  readonly id: string
  /** Null for a case without a dossier. */
  readonly kind: DossierKind | null
  /** What is missing, in the order of the list; one of several of a kind each. */
  readonly lacking: readonly FileItem[]
}

export const dossierListCalls = {
  /** Of the cases named, those the reader may know of, in the order asked for. */
  'dossier.standings': read<readonly DossierStanding[]>()(
    z.strictObject({ ledger: z.literal('dispute'), ids: z.array(recordId).min(1).max(50) }),
    { allow: ['clerk', 'mediator', 'head'], profile: 'unit' },
  ),
} as const
