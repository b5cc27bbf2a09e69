import assert from 'node:assert/strict'
import * as path from 'node:path'
import { test } from 'node:test'
import { readKeyFile, writeKeyFile } from '../../electron/core/register/keys.ts'
import {
  addUser,
  allRoles,
  createRegister,
  founder,
  password,
  signInFounder,
  testOffice,
  unitOffice,
} from '../support/office.ts'
import { disputeOf, save } from '../support/samples.ts'

const clerk = [{ book: 'mediation', role: 'clerk' }] as const
const wrong = '不对的口令'

test('a new register signs its founder in, with every role and as 管理员', async () => {
  const t = await testOffice()
  assert.equal((await t.call('register.status', {})).state, 'none')
  const { session, recoveryCode } = await createRegister(t)
  assert.deepEqual([session.admin, session.roles.length, session.profile.unitName], [true, 6, '示例乡'])
  assert.match(recoveryCode, /^([2-9A-HJKMNP-Z]{5}-){5}[2-9A-HJKMNP-Z]{5}$/)
  assert.equal((await t.refusal('register.create', creation)).code, 'register-exists')
  await t.dispose()
})
const creation = {
  kind: 'unit',
  unitName: '示例乡',
  unitCode: '990001',
  book: null,
  committee: '',
  adminName: '张示例',
  password,
} as const

test('two requests to create a register at the same moment make one register', async () => {
  const t = await testOffice()
  const answers = await Promise.all([1, 2, 3].map(() => t.answer('register.create', creation)))
  assert.deepEqual(
    answers.map((a) => (a.ok ? 'made' : a.error.code)),
    ['made', 'register-exists', 'register-exists'],
  )
  await t.restart()
  assert.equal((await signInFounder(t)).name, '张示例')
  await t.dispose()
})

test('a recipient names its book and a unit does not', async () => {
  const t = await testOffice()
  assert.equal((await t.refusal('register.create', { ...creation, book: 'teams' })).code, 'input-invalid')
  assert.equal((await t.refusal('register.create', { ...creation, kind: 'recipient' })).code, 'input-invalid')
  const { session } = await createRegister(t, {
    kind: 'recipient',
    unitName: '示例市',
    unitCode: '9900',
    book: 'teams',
  })
  assert.deepEqual([...new Set(session.roles.map((r) => r.book))], ['teams'])
  await t.dispose()
})

test('the right password opens, a wrong one says so, and after some of them one has to wait', async () => {
  const t = await unitOffice()
  await t.restart()
  const userId = (await t.call('register.status', {})).users[0]?.id ?? ''
  for (let i = 0; i < 5; i++)
    assert.equal((await t.refusal('session.signIn', { userId, password: wrong })).code, 'wrong-password')
  const refused = await t.refusal('session.signIn', { userId, password })
  assert.equal(refused.code, 'too-many-attempts')
  assert.ok(Number(refused.details.seconds) > 0)
  t.clock.skip(120_000)
  assert.equal((await t.call('session.signIn', { userId, password })).userId, userId)
  await t.dispose()
})

test('guesses sent all at once are slowed down like guesses one after the other', async () => {
  const t = await unitOffice()
  await t.restart()
  const userId = (await t.call('register.status', {})).users[0]?.id ?? ''
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => t.answer('session.signIn', { userId, password: wrong })),
  )
  const tried = answers.filter((a) => !a.ok && a.error.code === 'wrong-password')
  // The clock goes on a second or two with every question, so that a few waits are over before the forty are through.
  assert.ok(tried.length <= 12, `${tried.length} guesses were tried`)
  await t.dispose()
})

test('a clock set back by a year locks nobody out', async () => {
  const t = await unitOffice()
  await t.restart()
  const userId = (await t.call('register.status', {})).users[0]?.id ?? ''
  for (let i = 0; i < 6; i++) await t.answer('session.signIn', { userId, password: wrong })
  t.clock.set('2025-11-23T01:00:00.000Z')
  assert.equal((await t.call('session.signIn', { userId, password })).userId, userId)
  await t.dispose()
})

test('an unknown user and a wrong password are the same answer', async () => {
  const t = await unitOffice()
  for (const userId of ['', 'nobody', '__proto__'])
    assert.equal((await t.refusal('session.signIn', { userId, password })).code, 'wrong-password')
  await t.dispose()
})

test('a password is changed by who knows the old one; the old one then opens nothing', async () => {
  const t = await unitOffice()
  const given = { password: wrong, newPassword: '新的口令98765' }
  assert.equal((await t.refusal('session.changePassword', given)).code, 'wrong-password')
  await t.call('session.changePassword', { ...given, password })
  await t.restart()
  await assert.rejects(() => signInFounder(t), /wrong-password/)
  assert.equal((await signInFounder(t, given.newPassword)).name, '张示例')
  await t.dispose()
})

test('users made at the same moment can all sign in', async () => {
  const t = await unitOffice()
  const names = ['甲示例', '乙示例', '丙示例', '丁示例']
  const made = await Promise.all(
    names.map((name) => t.call('user.create', { name, password, admin: false, roles: [] })),
  )
  await t.restart()
  for (const { id, name } of made)
    assert.equal((await t.call('session.signIn', { userId: id, password }, name)).name, name)
  await t.dispose()
})

test('a name is given once, to a new user and to a renamed one', async () => {
  const t = await unitOffice()
  const id = await addUser(t, '李示例', clerk)
  const other = { name: '张示例', admin: false, roles: [] }
  assert.equal((await t.refusal('user.create', { ...other, password })).code, 'name-taken')
  assert.equal((await t.refusal('user.update', { ...other, id, active: true })).code, 'name-taken')
  await t.dispose()
})

test('a renamed user finds the new name at sign-in, and a restore finds it too', async () => {
  const t = await unitOffice()
  const id = await addUser(t, '李示例', clerk)
  await t.call('user.update', { id, name: '李新名', admin: false, active: true, roles: [...clerk] })
  await t.restart()
  const { users } = await t.call('register.status', {})
  assert.deepEqual(users.map((u) => u.name).sort(), ['张示例', '李新名'])
  assert.equal((await t.call('session.signIn', { userId: id, password })).name, '李新名')
  await t.dispose()
})

test('roles taken away are gone at once, not at the next sign-in', async () => {
  const t = await unitOffice()
  const id = await addUser(t, '李示例', clerk)
  await t.call('record.page', { ledger: 'dispute' }, '李示例')
  await t.call('user.update', { id, name: '李示例', admin: false, active: true, roles: [] })
  assert.equal((await t.refusal('record.page', { ledger: 'dispute' }, '李示例')).code, 'not-allowed')
  await t.call('user.update', { id, name: '李示例', admin: false, active: true, roles: [...clerk] })
  await t.call('record.page', { ledger: 'dispute' }, '李示例')
  await t.dispose()
})

test('a user put out of service is out at once and cannot come back', async () => {
  const t = await unitOffice()
  const id = await addUser(t, '李示例', clerk)
  await t.call('user.update', { id, name: '李示例', admin: false, active: false, roles: [...clerk] })
  assert.equal((await t.refusal('home.view', {}, '李示例')).code, 'not-signed-in')
  assert.equal((await t.refusal('session.signIn', { userId: id, password }, '李示例')).code, 'wrong-password')
  assert.deepEqual(
    (await t.call('register.status', {})).users.map((u) => u.name),
    ['张示例'],
  )
  await t.dispose()
})

test('the 管理员 cannot take the right from himself: somebody always has it', async () => {
  const t = await unitOffice()
  const me = (await t.call('session.me', {}))?.userId ?? ''
  for (const change of [
    { admin: false, active: true },
    { admin: true, active: false },
  ])
    assert.equal((await t.refusal('user.update', { id: me, name: '张示例', roles: [], ...change })).code, 'not-allowed')
  await t.dispose()
})

test('a lock ends the session of its own pipe only', async () => {
  const t = await unitOffice()
  await addUser(t, '李示例', clerk)
  await t.call('session.lock', {})
  assert.equal(await t.call('session.me', {}), null)
  assert.equal((await t.refusal('home.view', {})).code, 'not-signed-in')
  await t.call('home.view', {}, '李示例')
  t.office().closePipe('李示例')
  assert.equal((await t.refusal('home.view', {}, '李示例')).code, 'not-signed-in')
  await t.dispose()
})

test('the recovery code opens once: then a new one is given and the old one is worth nothing', async () => {
  const t = await testOffice()
  const { recoveryCode, session } = await createRegister(t)
  await save(t, 'dispute', disputeOf())
  await t.restart()
  const input = { recoveryCode, userId: session.userId, password: '新的口令98765' }
  assert.equal(
    (await t.refusal('register.recover', { ...input, recoveryCode: 'AAAAA-AAAAA' })).code,
    'wrong-recovery-code',
  )
  // Typed back by hand: lower case, full width and without its dashes.
  const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('2', '２')
  const recovered = await t.call('register.recover', { ...input, recoveryCode: typed })
  assert.equal(recovered.session.userId, session.userId)
  assert.equal((await t.call('record.page', { ledger: 'dispute' })).total, 1)
  await t.restart()
  assert.equal((await t.refusal('register.recover', input)).code, 'wrong-recovery-code')
  assert.equal((await signInFounder(t, input.password)).name, '张示例')
  await t.restart()
  const again = await t.call('register.recover', { ...input, recoveryCode: recovered.recoveryCode })
  assert.notEqual(again.recoveryCode, recovered.recoveryCode)
  await t.dispose()
})

test('a recovery for someone who cannot sign in uses up no code', async () => {
  const t = await testOffice()
  const { recoveryCode, session } = await createRegister(t)
  const id = await addUser(t, '李示例', clerk)
  await t.call('user.update', { id, name: '李示例', admin: false, active: false, roles: [] })
  const input = { recoveryCode, userId: id, password: '新的口令98765' }
  assert.equal((await t.refusal('register.recover', input)).code, 'not-allowed')
  assert.equal((await t.refusal('register.recover', { ...input, userId: 'nobody' })).code, 'not-found')
  assert.deepEqual((await t.call('register.status', {})).users.length, 1)
  assert.ok(await t.call('register.recover', { ...input, userId: session.userId }))
  await t.dispose()
})

test('a job goes on in the name of who started it, also when the window is locked at once', async () => {
  const t = await unitOffice()
  const ended = new Promise<unknown>((resolve) =>
    t.office().on((_pipe, event) => event.type === 'job' && event.job.state !== 'running' && resolve(event.job.state)),
  )
  await Promise.all([t.call('backup.make', { place: null }), t.call('session.lock', {})])
  assert.equal(await ended, 'done')
  await t.dispose()
})

test('names of people and units are plain text', async () => {
  const t = await unitOffice()
  for (const name of ['张\u0000示例', '张\ud800示例', '张\u001b[31m', '\u00a0'])
    assert.equal((await t.refusal('user.create', { name, password, admin: false, roles: [] })).code, 'input-invalid')
  const kept = await t.call('user.create', { name: '扎西·示例𬭎', password, admin: false, roles: [...allRoles] })
  assert.equal(kept.name, '扎西·示例𬭎')
  assert.equal((await t.call('user.list', {}, founder)).length, 2)
  await t.dispose()
})

test('a key file takes two hundred, and the next user is refused before anything is written', async () => {
  const t = await unitOffice()
  const file = path.join(t.dataDir, 'register', 'keys.json')
  const keys = readKeyFile(path.dirname(file))
  const { proof: _, ...body } = keys
  const [first] = body.wraps
  assert.ok(first)
  const filler = Array.from({ length: 198 }, (_x, i) => ({ ...first, id: `filler ${i}`, name: `第${i}人` }))
  await writeKeyFile(path.dirname(file), { ...body, wraps: [...body.wraps, ...filler] }, await t.key())
  const refused = await t.refusal('user.create', { name: '第二百零一人', password, admin: false, roles: [] })
  assert.deepEqual(refused, { code: 'input-invalid', details: { field: 'users' } })
  assert.equal((await t.call('user.list', {})).length, 1)
  await t.restart()
  assert.equal((await signInFounder(t)).name, '张示例')
  await t.dispose()
})

test('a recovery code that was seen is replaced with the password; the old one opens nothing', async () => {
  const t = await testOffice()
  const { recoveryCode, session } = await createRegister(t)
  assert.equal((await t.refusal('register.newRecoveryCode', { password: '不是这个口令' })).code, 'wrong-password')
  const renewed = await t.call('register.newRecoveryCode', { password })
  await t.call('session.lock', {})
  const input = { userId: session.userId, password: '新的口令98765' }
  assert.equal((await t.refusal('register.recover', { ...input, recoveryCode })).code, 'wrong-recovery-code')
  await t.call('register.recover', { ...input, recoveryCode: renewed.recoveryCode })
  await t.dispose()
})
