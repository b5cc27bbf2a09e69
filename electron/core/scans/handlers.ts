import * as fs from 'node:fs'
import { largestScan, type ScanRow } from '../../../shared/contract/scans.ts'
import { AppError } from '../../../shared/errors.ts'
import { type Ctx, type Handlers, write } from '../context.ts'
import { diskError } from '../files.ts'
import { lookAtRecord, openRecord, readRecord } from '../register/access.ts'
import { storeAttachment } from '../register/attachments.ts'
import { statement } from '../register/statements.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { ownCode, proposalOf } from './paperCodes.ts'
import { reduce } from './reduction.ts'
import {
  insertScan,
  placeScan,
  readScan,
  removedScans,
  removeScan,
  renameScan,
  restoreScan,
  type StoredScan,
  sameSource,
  scanOf,
  scansOf,
  sourceOf,
} from './store.ts'
import { scanTitle } from './title.ts'

const megabytes = largestScan / 1024 / 1024

/** A scan as a window shows it. */
function rowOf(ctx: Ctx, s: StoredScan): ScanRow {
  const name = statement(ctx.register.db, 'SELECT name FROM user WHERE id = ?').pluck().get(s.added_by)
  return {
    ...{ id: s.id, item: s.item, title: s.title, kind: s.kind, bytes: s.bytes, pages: s.pages },
    thumb: s.thumb === null ? null : new Uint8Array(s.thumb),
    addedAt: s.added_at,
    addedBy: typeof name === 'string' ? name : '',
    proposal: proposalOf(ctx.register.db, s, ctx.session),
  }
}

/** Who sends: a file on its way is nobody else's, at no other window. */
const ownerOf = (ctx: Ctx): string => `${ctx.pipe} ${ctx.session.userId}`

/** The size is asked before the file is read. Throws `scan-too-large`, `target-gone` for a stick that was pulled out. */
async function fileBytes(ctx: Ctx, token: string): Promise<Uint8Array> {
  const file = ctx.places.resolve(token)
  try {
    if ((await fs.promises.stat(file)).size > largestScan) throw new AppError('scan-too-large', { megabytes })
    return new Uint8Array(await fs.promises.readFile(file))
  } catch (e) {
    throw diskError(e, 'target')
  }
}

/** One change to a scan of a case the asker may know of. Throws `not-found`. */
function change(ctx: Ctx, id: string, work: (tx: Tx) => void): null {
  readRecord(ctx.register.db, 'dispute', id, ctx.session)
  write(ctx, work)
  ctx.emit({ type: 'changed', what: 'scan' })
  return null
}

function refuseTwice(ctx: Ctx, id: string, source: string): void {
  const same = sameSource(ctx.register.db, id, source)
  if (same) throw new AppError('scan-twice', { scan: same.id, item: same.item })
}

export const scanHandlers = {
  'scan.list': (ctx, input) => {
    const { db } = ctx.register
    lookAtRecord(db, 'dispute', input.id, ctx.session, ctx.clock.now())
    return {
      scans: scansOf(db, input.id).map((s) => rowOf(ctx, s)),
      removed: removedScans(db, input.id).map((s) => rowOf(ctx, s)),
    }
  },
  'scan.read': (ctx, input) => {
    openRecord(ctx.register.db, 'dispute', input.id, ctx.session, ctx.clock.now())
    return readScan(ctx.register, scanOf(ctx.register.db, input.id, input.scan))
  },
  'scan.send': (ctx, input) => {
    ctx.uploads.take(ownerOf(ctx), input.upload, input.at, input.bytes)
    return null
  },
  'scan.add': async (ctx, input) => {
    const { id, item, name, from, again } = input
    readRecord(ctx.register.db, 'dispute', id, ctx.session)
    const bytes = 'upload' in from ? ctx.uploads.give(ownerOf(ctx), from.upload) : await fileBytes(ctx, from.file)
    const source = sourceOf(ctx.register, bytes)
    if (!again) refuseTwice(ctx, id, source)
    const reduced = await ctx.uploads.inTurn(() => reduce(bytes))
    const attachment = await storeAttachment(ctx.register, reduced.bytes)
    const stored = write(ctx, (tx) => {
      // Meanwhile the case may have been locked, taken out, or given the same file from another window.
      readRecord(tx.db, 'dispute', id, ctx.session)
      if (!again) refuseTwice(ctx, id, source)
      const code = ownCode(tx.db, reduced.codes)
      return insertScan(tx, { recordId: id, item, title: scanTitle(name), source, attachment, code, reduced })
    })
    ctx.emit({ type: 'changed', what: 'scan' })
    return rowOf(ctx, stored)
  },
  'scan.place': (ctx, input) =>
    change(ctx, input.id, (tx) => placeScan(tx, input.id, input.scan, input.item, input.position)),
  'scan.rename': (ctx, input) => change(ctx, input.id, (tx) => renameScan(tx, input.id, input.scan, input.title)),
  'scan.remove': (ctx, input) => change(ctx, input.id, (tx) => removeScan(tx, input.id, input.scan)),
  'scan.restore': (ctx, input) => change(ctx, input.id, (tx) => restoreScan(tx, input.id, input.scan)),
} satisfies Partial<Handlers>
