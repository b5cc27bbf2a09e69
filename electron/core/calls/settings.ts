import { type Settings, settings } from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/errors.ts'
import { type Handlers, hasRole, write } from '../context.ts'
import { readFact, writeFact } from '../register/facts.ts'
import type { Db } from '../register/open.ts'

const defaults: Settings = {
  committee: '',
  caseNoPattern: '人调字〔{年}〕第{序号}号',
  agreementNoPattern: '人调协字〔{年}〕第{序号}号',
  idleMinutes: 10,
  backupEveryHours: 4,
  largeText: false,
}

export const readSettings = (db: Db): Settings =>
  settings.parse({ ...defaults, ...readFact<Partial<Settings>>(db, 'settings') })

export const settingHandlers = {
  'setting.all': (ctx) => readSettings(ctx.register.db),
  'setting.save': (ctx, input) => {
    if (!ctx.session.admin && !hasRole(ctx.session, 'mediation', 'head') && !hasRole(ctx.session, 'teams', 'head'))
      throw new AppError('not-allowed')
    const next = { ...readSettings(ctx.register.db), ...input }
    write(ctx, (tx) => {
      writeFact(tx.db, 'settings', next)
      tx.event('setting.saved', { changed: Object.keys(input) })
    })
    ctx.emit({ type: 'changed', what: 'settings' })
    return next
  },
} satisfies Partial<Handlers>
