import { AppError } from '../../../shared/errors.ts'
import { testPageOf } from '../../../shared/rules/printing.ts'
import { defaultPrinter } from '../../../shared/settingsPrinters.ts'
import { printerTrial, printerTrialTitle } from '../papers/printerTrial.ts'
import type { OfficePaper } from './officePapers.ts'
import { readSettings } from './settings.ts'

/** 打印测试页 of one printer of the settings, or of none. */
export const printerTrialPaper: OfficePaper = {
  title: printerTrialTitle,
  book: null,
  allow: ['clerk', 'mediator', 'head'],
  make: (ctx, about) => {
    const wanted = testPageOf(about)
    const { printers } = readSettings(ctx.register.db)
    const printer = [defaultPrinter, ...printers].find((p) => p.name === wanted?.printer)
    if (wanted === null || printer === undefined) throw new AppError('input-invalid', { field: 'about' })
    const { name, offsetX, offsetY } = printer
    const { withOffset } = wanted
    return printerTrial({
      printer: name,
      offsetX,
      offsetY,
      withOffset,
      on: ctx.clock.today(),
      sample: ctx.profile.sample,
    })
  },
}
