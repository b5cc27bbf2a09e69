import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { addUser, createRegister, password, type TestOffice, testOffice } from '../support/office.ts'

let t: TestOffice
let code: string
before(async () => {
  t = await testOffice()
  code = (await createRegister(t)).recoveryCode
  await addUser(t, '负责示例', [{ book: 'teams', role: 'head' }])
  await addUser(t, '经办示例', [{ book: 'mediation', role: 'clerk' }])
})
after(() => t.dispose())

const keyFile = () => fs.readFileSync(path.join(t.dataDir, 'register', 'keys.json'))
const check = (recoveryCode: string, pipe?: string) => t.call('register.checkRecoveryCode', { recoveryCode }, pipe)
const reminded = async (pipe?: string) =>
  (await t.call('reminder.list', {}, pipe)).find((r) => r.kind === 'recoveryCheck')?.days

test('the code in the envelope opens, in whatever case and with whatever between; a wrong one does not', async () => {
  const before = keyFile()
  assert.deepEqual(await check(code), { opens: true })
  assert.deepEqual(await check(code.toLowerCase().replaceAll('-', ' '), '负责示例'), { opens: true })
  assert.deepEqual(await check(code.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))), { opens: false })
  assert.deepEqual(await check('　'), { opens: false })
  assert.ok(keyFile().equals(before), 'not a byte of the key file has changed')
  assert.equal((await t.call('session.me', {}))?.name, '张示例', 'nobody was signed out')
})

test('it is for the 管理员 and heads', async () => {
  const error = await t.refusal('register.checkRecoveryCode', { recoveryCode: code }, '经办示例')
  assert.equal(error.code, 'not-allowed')
})

test('guessing is slowed down like guessing a password', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) => t.answer('register.checkRecoveryCode', { recoveryCode: `GUESS-${i}` })),
  )
  assert.ok(answers.some((a) => !a.ok && a.error.code === 'too-many-attempts'))
  t.clock.skip(120_000)
  assert.deepEqual(await check(code), { opens: true })
})

test('a year without a try is reminded of; a try or a new code ends it, a wrong code does not', async () => {
  assert.equal(await reminded(), undefined)
  t.clock.skip(364 * 86_400_000)
  assert.equal(await reminded(), undefined)
  t.clock.skip(2 * 86_400_000)
  assert.ok(Number(await reminded()) >= 365)
  assert.equal(await reminded('经办示例'), undefined, 'not the business of who cannot try')
  assert.ok(Number(await reminded('负责示例')) >= 365)
  await check('WRONG')
  assert.ok(Number(await reminded()) >= 365)
  await check(code)
  assert.equal(await reminded(), undefined)
  t.clock.skip(366 * 86_400_000)
  assert.ok(Number(await reminded()) >= 365)
  const { recoveryCode } = await t.call('register.newRecoveryCode', { password })
  assert.equal(await reminded(), undefined)
  assert.deepEqual(await check(code), { opens: false }, 'the old envelope opens nothing any more')
  assert.deepEqual(await check(recoveryCode), { opens: true })
})
