/** The contract's calls of a recipient. */
import * as path from 'node:path'
import type { CallName } from '../../../shared/contract.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import { type Ctx, type Handlers, write } from '../context.ts'
import { inTurn, workOf } from '../longWork.ts'
import { backupFolder, makeBackup } from '../register/backup.ts'
import { readPage } from '../register/query.ts'
import { inspect } from './inspect.ts'
import { discard, merge } from './merge.ts'
import { countCells, decide, mergedSource, setAsideList } from './pages.ts'
import { writeReceiptFor } from './receipt.ts'
import { revokeUnit, unitStates } from './units.ts'

type Own = Extract<CallName, `city.${string}`>

/** A recipient's register holds one book; the other one's calls are answered as such. */
function ownBook(ctx: Ctx, book: Book): Book {
  if (ctx.profile.book !== null && ctx.profile.book !== book) throw new AppError('file-other-book')
  return book
}

const changed = (ctx: Ctx) => ctx.emit({ type: 'changed', what: 'city' })

/** One verified backup of the register for the whole batch (H10). */
async function backUp(ctx: Ctx): Promise<void> {
  const target = { folder: backupFolder(ctx.register.dataDir), place: 'beside', label: '' } as const
  await makeBackup(ctx.register, ctx.clock, ctx.session.userId, target, ctx.job.cancelled)
  ctx.emit({ type: 'changed', what: 'backup' })
}

export const cityHandlers = {
  'city.inspect': (ctx, { book, files }) => {
    const picked = files.map((token) => {
      const file = ctx.places.resolve(token)
      return { token, path: file, fileName: path.basename(file) }
    })
    const inspection = { book: ownBook(ctx, book), sample: ctx.profile.sample, files: picked }
    return inTurn(ctx.register, () => inspect(workOf(ctx), inspection))
  },
  'city.merge': async (ctx, { book, batch }) => {
    const order = { book: ownBook(ctx, book), batch, beforeMerge: () => backUp(ctx) }
    const outcome = await inTurn(ctx.register, () => merge(workOf(ctx), order))
    changed(ctx)
    return outcome
  },
  'city.discard': async (ctx, { book, batch }) => {
    await inTurn(ctx.register, () => discard(workOf(ctx), book, batch))
    return null
  },
  'city.page': (ctx, { ledger, ...query }) => {
    ownBook(ctx, ledgerOf(ledger).book)
    return readPage(ctx.register.db, mergedSource(ledger), query)
  },
  'city.units': (ctx, { book }) => unitStates(ctx.register.db, ownBook(ctx, book)),
  'city.counts': (ctx, { book }) => countCells(ctx.register.db, ownBook(ctx, book)),
  'city.setAside': (ctx, { book }) => setAsideList(ctx.register.db, ownBook(ctx, book)),
  'city.decide': (ctx, decision) => {
    write(ctx, (tx) => decide(tx, decision))
    changed(ctx)
    return null
  },
  'city.writeReceipt': async (ctx, { book, stationId, place }) => {
    const { sample, unitName } = ctx.profile
    const order = {
      book: ownBook(ctx, book),
      station: stationId,
      folder: ctx.places.resolve(place),
      recipientName: unitName,
      sample,
    }
    const written = await inTurn(ctx.register, () => writeReceiptFor(workOf(ctx), order))
    changed(ctx)
    return written
  },
  'city.revoke': (ctx, { stationId, reason }) => {
    write(ctx, (tx) => revokeUnit(tx, stationId, reason))
    changed(ctx)
    return null
  },
} satisfies Pick<Handlers, Own>
