import { v7 as uuid } from 'uuid'
import type { BookRole, Profile, SessionInfo, UserView } from '../../../shared/contract/session.ts'
import { AppError } from '../../../shared/errors.ts'
import { forgetUnfinishedImport } from '../city/unfinished.ts'
import { type Ctx, type Handlers, type Session, write } from '../context.ts'
import { noteAccess, noteOffice } from '../register/access.ts'
import { writeFact } from '../register/facts.ts'
import { isFull } from '../register/keys.ts'
import type { Db } from '../register/open.ts'
import type { Tx } from '../register/unitOfWork.ts'
import { leaveLists } from '../secrecy/needToKnow.ts'
import { noteKnownGood } from '../turnover/recoveryCheck.ts'
import { forgetOldScratch } from './drafts.ts'
import { readSettings } from './settings.ts'

export function readUser(db: Db, id: string): UserView | null {
  const row = db.prepare('SELECT id, name, admin, active FROM user WHERE id = ?').get(id) as
    | { id: string; name: string; admin: number; active: number }
    | undefined
  if (!row) return null
  const roles = db
    .prepare('SELECT book, role FROM user_role WHERE user_id = ? ORDER BY book, role')
    .all(id) as BookRole[]
  return { id: row.id, name: row.name, admin: row.admin === 1, active: row.active === 1, roles }
}
export function writeRoles(db: Db, userId: string, roles: readonly BookRole[]): void {
  db.prepare('DELETE FROM user_role WHERE user_id = ?').run(userId)
  const insert = db.prepare('INSERT OR IGNORE INTO user_role (user_id, book, role) VALUES (?, ?, ?)')
  for (const r of roles) insert.run(userId, r.book, r.role)
}

function refuseTakenName(db: Db, name: string, id: string): void {
  const taken = db.prepare('SELECT 1 FROM user WHERE name = ? AND id <> ?').get(name, id)
  if (taken) throw new AppError('name-taken')
}

const infoOf = (ctx: Ctx, s: Session): SessionInfo => ({
  userId: s.userId,
  name: s.name,
  admin: s.admin,
  roles: s.roles,
  profile: ctx.profile,
  idleMinutes: readSettings(ctx.register.db).idleMinutes,
})

/** Binds a user to the pipe. Throws `not-allowed` for one who was put out of service. */
export function enter(ctx: Ctx, userId: string): SessionInfo {
  const db = ctx.holder.need().db
  const user = readUser(db, userId)
  if (!user?.active) throw new AppError('not-allowed')
  const session: Session = { userId, name: user.name, admin: user.admin, roles: user.roles }
  ctx.setSession(session)
  noteAccess(db, { at: ctx.clock.now(), by: userId, what: 'sign-in' })
  forgetOldScratch(db, ctx.clock.now())
  if (ctx.profile.kind === 'recipient') forgetUnfinishedImport(ctx.register)
  return infoOf(ctx, session)
}

async function unlockAs(ctx: Ctx, kind: 'user' | 'recovery', id: string, secret: string): Promise<void> {
  const opened = await ctx.holder.unlock(kind, id, secret)
  if (opened !== null) {
    for (const { at, by } of ctx.holder.takeRefusals()) noteAccess(opened.db, { at, by, what: 'sign-in-refused' })
    return
  }
  const open = ctx.holder.current()
  if (open) noteAccess(open.db, { at: ctx.clock.now(), by: id, what: 'sign-in-refused' })
  throw new AppError(kind === 'user' ? 'wrong-password' : 'wrong-recovery-code')
}

/** Every role in every book: the founder of a one-person office. A recipient has its own book only. */
export const founderRoles = (profile: Profile): readonly BookRole[] => {
  const books = profile.book === null ? (['mediation', 'teams'] as const) : [profile.book]
  return books.flatMap((book) => (['clerk', 'mediator', 'head'] as const).map((role) => ({ book, role })))
}

/** Users who can be chosen at sign-in, from the key file: the register itself is still closed. */
function usersOfKeyFile(ctx: Ctx): readonly { readonly id: string; readonly name: string }[] {
  return ctx.holder
    .keyFile()
    .wraps.filter((w) => w.kind === 'user')
    .map(({ id, name }) => ({ id, name }))
}

export const sessionHandlers = {
  'register.status': (ctx) => {
    const base = {
      machine: ctx.holder.machine(),
      version: ctx.host.version,
      host: ctx.host.kind,
      folderLabel: ctx.holder.folder,
    } as const
    if (!ctx.holder.exists()) return { ...base, state: 'none', profile: null, sample: false, users: [] }
    if (!ctx.holder.hasData()) throw new AppError('register-missing')
    const open = ctx.holder.current()
    return {
      ...base,
      state: open ? 'open' : 'closed',
      profile: open ? ctx.holder.profile() : null,
      sample: ctx.holder.keyFile().sample,
      users: usersOfKeyFile(ctx),
    }
  },
  'register.create': async (ctx, input) => {
    const { kind, sample, unitName, unitCode, book } = input
    if ((kind === 'recipient') === (book === null)) throw new AppError('input-invalid', { field: 'book' })
    const profile: Profile = { kind, sample, unitName, unitCode, book: kind === 'recipient' ? book : null }
    const founder = { name: input.adminName, password: input.password }
    const fill = (tx: Tx, userId: string) => {
      writeRoles(tx.db, userId, founderRoles(profile))
      writeFact(tx.db, 'settings', { committee: input.committee })
    }
    const made = await ctx.holder.create({ profile, founder, fill })
    enter(ctx, made.userId)
    return { recoveryCode: made.recoveryCode }
  },
  'register.recover': async (ctx, input) => {
    await unlockAs(ctx, 'recovery', '1', input.recoveryCode)
    const user = readUser(ctx.holder.need().db, input.userId)
    if (!user) throw new AppError('not-found')
    // Before the code is replaced: the new one would never be shown.
    if (!user.active) throw new AppError('not-allowed')
    await ctx.holder.setSecret('user', user.id, user.name, input.password)
    // A code that was typed may have been seen: it is replaced at once.
    const recoveryCode = await ctx.holder.newRecovery()
    const session = enter(ctx, user.id)
    write(ctx, (tx) => {
      noteOffice(tx, 'recovery', {})
      noteKnownGood(tx)
      tx.event('register.recovered', {})
    })
    return { session, recoveryCode }
  },
  'register.newRecoveryCode': async (ctx, input) => {
    await unlockAs(ctx, 'user', ctx.session.userId, input.password)
    const recoveryCode = await ctx.holder.newRecovery()
    write(ctx, (tx) => {
      noteOffice(tx, 'recovery', {})
      noteKnownGood(tx)
      tx.event('register.recovery-code-replaced', {})
    })
    return { recoveryCode }
  },
  'register.settleMachine': async (ctx, input) => {
    await ctx.holder.settleMachine(input.choice, ctx.session.userId)
    return null
  },
  'session.signIn': async (ctx, input) => {
    await unlockAs(ctx, 'user', input.userId, input.password)
    return enter(ctx, input.userId)
  },
  'session.lock': (ctx) => {
    ctx.setSession(null)
    ctx.emit({ type: 'locked' })
    return null
  },
  'session.me': (ctx) => {
    try {
      return infoOf(ctx, ctx.session)
    } catch {
      return null
    }
  },
  'session.changePassword': async (ctx, input) => {
    await unlockAs(ctx, 'user', ctx.session.userId, input.password)
    await ctx.holder.setSecret('user', ctx.session.userId, ctx.session.name, input.newPassword)
    write(ctx, (tx) => tx.event('user.password-changed', {}))
    return null
  },
  'user.list': (ctx) => {
    const ids = ctx.register.db.prepare('SELECT id FROM user ORDER BY created_at').pluck().all() as string[]
    return ids.flatMap((id) => readUser(ctx.register.db, id) ?? [])
  },
  'user.create': async (ctx, input) => {
    const id = uuid()
    refuseTakenName(ctx.register.db, input.name, id)
    if (isFull(ctx.holder.keyFile())) throw new AppError('input-invalid', { field: 'users' })
    write(ctx, (tx) => {
      tx.db
        .prepare('INSERT INTO user (id, name, admin, active, created_at) VALUES (?, ?, ?, 1, ?)')
        .run(id, input.name, input.admin ? 1 : 0, tx.at)
      writeRoles(tx.db, id, input.roles)
      noteOffice(tx, 'users', { user: id })
      tx.event('user.created', { user: id, admin: input.admin, roles: input.roles })
    })
    await ctx.holder.setSecret('user', id, input.name, input.password)
    return readUser(ctx.register.db, id) as UserView
  },
  'user.update': async (ctx, input) => {
    if (!readUser(ctx.register.db, input.id)) throw new AppError('not-found')
    if (input.id === ctx.session.userId && !(input.admin && input.active)) throw new AppError('not-allowed')
    refuseTakenName(ctx.register.db, input.name, input.id)
    write(ctx, (tx) => {
      tx.db
        .prepare('UPDATE user SET name = ?, admin = ?, active = ? WHERE id = ?')
        .run(input.name, input.admin ? 1 : 0, input.active ? 1 : 0, input.id)
      writeRoles(tx.db, input.id, input.roles)
      leaveLists(tx, input.id)
      noteOffice(tx, 'users', { user: input.id })
      tx.event('user.updated', { user: input.id, admin: input.admin, active: input.active, roles: input.roles })
    })
    const { id, name, admin, roles } = input
    ctx.changeSessions(id, input.active ? { userId: id, name, admin, roles } : null)
    if (input.active) await ctx.holder.renameUser(id, name)
    else await ctx.holder.dropUser(id)
    return readUser(ctx.register.db, input.id) as UserView
  },
  'user.setPassword': async (ctx, input) => {
    const user = readUser(ctx.register.db, input.id)
    if (!user?.active) throw new AppError('not-found')
    await ctx.holder.setSecret('user', user.id, user.name, input.newPassword)
    write(ctx, (tx) => {
      noteOffice(tx, 'users', { user: user.id })
      tx.event('user.password-set', { user: user.id })
    })
    return null
  },
} satisfies Partial<Handlers>
