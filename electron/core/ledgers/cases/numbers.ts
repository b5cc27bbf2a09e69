import { AppError } from '../../../../shared/errors.ts'
import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import { yearOf } from '../../../../shared/rules/dates.ts'
import { keep, refuseInvalid, viewOf } from '../../calls/records.ts'
import { type Handlers, write } from '../../context.ts'
import { readRecord } from '../../register/access.ts'
import { committeeOf, enterNumber, fill, nextSerial, patternOf, serialIn } from './numberBook.ts'

export const numberHandlers = {
  'dispute.nextNumber': (ctx, input) => {
    const year = yearOf(input.on) ?? 0
    const serial = nextSerial(ctx.register.db, input.series, committeeOf(ctx, {}), year)
    return { number: fill(patternOf(ctx, input.series), year, serial) }
  },
  'dispute.giveNumber': (ctx, input) => {
    const saved = write(ctx, (tx) => {
      const old = readRecord(tx.db, 'dispute', input.id, ctx.session)
      if (old.data[input.series] !== null) throw new AppError('record-frozen', { why: 'numbered' })
      const committee = committeeOf(ctx, old.data)
      const year = yearOf(input.on) ?? 0
      const next = nextSerial(tx.db, input.series, committee, year)
      const number = input.typed ?? fill(patternOf(ctx, input.series), year, next)
      const serial = input.typed === null ? next : serialIn(patternOf(ctx, input.series), year, input.typed)
      const data: AnyData = { ...old.data, [input.series]: number }
      refuseInvalid(ctx, 'dispute', data)
      enterNumber(tx, { series: input.series, committee, year, serial, number, recordId: input.id })
      return keep(ctx, tx, { ledger: 'dispute', id: input.id, revision: input.revision, data })
    })
    ctx.emit({ type: 'changed', what: 'dispute' })
    return viewOf(ctx, 'dispute', saved)
  },
} satisfies Partial<Handlers>
