import { AppError } from '../../../shared/errors.ts'
import { defaultSettings, type Settings, settings } from '../../../shared/settings.ts'
import { type Ctx, type Handlers, hasRole, write } from '../context.ts'
import { rebuildDues } from '../ledgers/cases/dues.ts'
import { noteOffice } from '../register/access.ts'
import { readFact, writeFact } from '../register/facts.ts'
import type { Db } from '../register/open.ts'

/** By the field's own schema: a partial one made anew for each reading would be compiled each time. */
function goodOf([name, value]: readonly [string, unknown]): readonly (readonly [string, unknown])[] {
  if (!Object.hasOwn(settings.shape, name)) return []
  const read = settings.shape[name as keyof Settings].safeParse(value)
  // Rows of before carry the defaults of what was added since.
  return read.success ? [[name, read.data]] : []
}

/** A stored value that a newer program no longer takes gives way to its default: it must not keep the register shut. */
export function readSettings(db: Db): Settings {
  const stored = Object.entries(readFact<Partial<Settings>>(db, 'settings') ?? {})
  return { ...defaultSettings, ...Object.fromEntries(stored.flatMap(goodOf)) }
}

/** Throws `not-allowed` for who has no say in the office's settings. */
export function refuseSettings({ session }: Ctx): void {
  if (!session.admin && !hasRole(session, 'mediation', 'head') && !hasRole(session, 'teams', 'head'))
    throw new AppError('not-allowed')
}

/** Settings that the clocks are counted with. */
const ofClocks = ['followUpDays', 'monthShifts', 'levels'] as const satisfies readonly (keyof Settings)[]

export const settingHandlers = {
  'setting.all': (ctx) => readSettings(ctx.register.db),
  'setting.save': (ctx, input) => {
    refuseSettings(ctx)
    const next = { ...readSettings(ctx.register.db), ...input }
    write(ctx, (tx) => {
      writeFact(tx.db, 'settings', next)
      if (ofClocks.some((name) => Object.hasOwn(input, name))) rebuildDues(tx.db)
      noteOffice(tx, 'settings', { changed: Object.keys(input) })
      tx.event('setting.saved', { changed: Object.keys(input) })
    })
    ctx.emit({ type: 'changed', what: 'settings' })
    return next
  },
} satisfies Partial<Handlers>
