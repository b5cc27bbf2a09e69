import { readFile, stat } from 'node:fs/promises'
import { AppError } from '../../../../shared/errors.ts'
import type { HolidayTable } from '../../../../shared/rules/calendar.ts'
import { maxHolidayFile, readHolidayFile } from '../../../../shared/rules/holidayFile.ts'
import { refuseSettings } from '../../calls/settings.ts'
import { type Ctx, type Handlers, write } from '../../context.ts'
import { diskError } from '../../files.ts'
import { noteOffice } from '../../register/access.ts'
import type { Tx } from '../../register/unitOfWork.ts'
import { rebuildDues } from './dues.ts'
import { dropHolidays, holidaysOf, storeHolidays } from './holidayTables.ts'

const wrong = (): AppError =>
  new AppError('holiday-file-wrong', { problems: [{ path: '', code: 'holidayShape', severity: 'error' }] })

function textOf(bytes: Uint8Array): string {
  try {
    // Notepad puts a mark in front of UTF-8, which the decoder takes off.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw wrong()
  }
}

/** Throws `holiday-file-wrong`, `file-too-large` or what the disk says; nothing of the file is kept. */
async function tableIn(ctx: Ctx, file: string): Promise<HolidayTable> {
  const at = ctx.places.resolve(file)
  try {
    if ((await stat(at)).size > maxHolidayFile) throw new AppError('file-too-large')
    const { table, problems } = readHolidayFile(textOf(await readFile(at)))
    if (table === null) throw new AppError('holiday-file-wrong', { problems })
    return table
  } catch (e) {
    throw diskError(e, 'target')
  }
}

/** One change of the tables, with the ends of all cases, in one transaction. */
function change(ctx: Ctx, name: string, key: Pick<HolidayTable, 'layer' | 'year'>, work: (tx: Tx) => void): void {
  write(ctx, (tx) => {
    work(tx)
    rebuildDues(tx.db)
    const facts = { layer: key.layer, year: key.year }
    noteOffice(tx, 'settings', { changed: ['holidays'], ...facts })
    tx.event(name, facts)
  })
  ctx.emit({ type: 'changed', what: 'holidays' })
}

export const holidayHandlers = {
  'holiday.all': (ctx) => holidaysOf(ctx.register.db),
  'holiday.inspect': async (ctx, { file }) => {
    const table = await tableIn(ctx, file)
    const there = holidaysOf(ctx.register.db).some(
      (h) => h.layer === table.layer && h.year === table.year && h.state !== 'removed',
    )
    return { table, replaces: there }
  },
  'holiday.import': async (ctx, { file }) => {
    refuseSettings(ctx)
    const table = await tableIn(ctx, file)
    change(ctx, 'holiday.imported', table, (tx) => storeHolidays(tx, table, table))
    return table
  },
  'holiday.remove': (ctx, { layer, year }) => {
    refuseSettings(ctx)
    const found = holidaysOf(ctx.register.db).find((h) => h.layer === layer && h.year === year)
    if (found === undefined || found.state === 'removed') throw new AppError('not-found')
    const isImported = found.state === 'imported'
    change(ctx, 'holiday.removed', found, (tx) =>
      isImported ? dropHolidays(tx, found) : storeHolidays(tx, found, null),
    )
    return null
  },
  'holiday.restore': (ctx, { layer, year }) => {
    refuseSettings(ctx)
    const found = holidaysOf(ctx.register.db).find((h) => h.layer === layer && h.year === year)
    if (found?.state !== 'removed') throw new AppError('not-found')
    change(ctx, 'holiday.restored', found, (tx) => dropHolidays(tx, found))
    return null
  },
} satisfies Partial<Handlers>
