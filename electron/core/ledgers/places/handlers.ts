import { AppError } from '../../../../shared/errors.ts'
import { hezuoUnits } from '../../../../shared/hezuoUnits.ts'
import { type AnyData, emptyData, emptyPart } from '../../../../shared/ledgers/describe.ts'
import { ledgerOf, ledgers } from '../../../../shared/ledgers/index.ts'
import { placesNamed } from '../../../../shared/rules/places.ts'
import { keep } from '../../calls/records.ts'
import { type Ctx, type Handlers, write } from '../../context.ts'
import type { Tx } from '../../register/unitOfWork.ts'
import { readPlaces } from './placeList.ts'

/** Adds those of 合作市 and its ten units that no place has the code or the name of; answers how many. */
function loadUnits(ctx: Ctx, tx: Tx): number {
  const there = readPlaces(tx.db)
  const missing = hezuoUnits.filter(
    (u) => ![u.code, u.name].some((text) => placesNamed(there, text).some((p) => p.level === u.level)),
  )
  for (const { formerName, ...unit } of missing) {
    const former = { ...emptyPart(ledgers.place.fields.formerNames.part), name: formerName }
    const data: AnyData = {
      ...emptyData(ledgerOf('place')),
      ...unit,
      formerNames: formerName === null ? [] : [former],
    }
    keep(ctx, tx, { ledger: 'place', id: null, revision: 0, data })
  }
  return missing.length
}

export const placeNameHandlers = {
  'place.names': (ctx) => readPlaces(ctx.register.db),
  'place.loadUnits': (ctx) => {
    // A place that exists has no business in a register of places that do not.
    if (ctx.profile.sample) throw new AppError('sample-mismatch')
    const added = write(ctx, (tx) => loadUnits(ctx, tx))
    ctx.emit({ type: 'changed', what: 'place' })
    return { added }
  },
} satisfies Partial<Handlers>
