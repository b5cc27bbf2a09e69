import type { DossierStanding } from '../../../../shared/contract/dossierList.ts'
import { AppError } from '../../../../shared/errors.ts'
import { dossierKindOf } from '../../../../shared/rules/dossier.ts'
import type { Ctx, Handlers } from '../../context.ts'
import { dossierOf } from './dossier.ts'

/** Null for a case that is gone, or that the reader may not know of. */
function standingOf(ctx: Ctx, id: string): DossierStanding | null {
  try {
    const { data, items, context } = dossierOf(ctx, id)
    const lacking = items.filter((i) => i.state === 'lacking').map((i) => i.item)
    return { id, kind: dossierKindOf(data, context.settings), lacking }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  }
}

export const dossierListHandlers = {
  'dossier.standings': (ctx, { ids }) => ids.flatMap((id) => standingOf(ctx, id) ?? []),
} satisfies Partial<Handlers>
