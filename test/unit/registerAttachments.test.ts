import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { randomBytes, sha256, toHex } from '../../electron/core/crypto.ts'
import { attachmentFolder, readAttachment, storeAttachment } from '../../electron/core/register/attachments.ts'
import { openRegister, type Register } from '../../electron/core/register/open.ts'
import { AppError } from '../../shared/errors.ts'

let folder: string
let register: Register
before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-test-'))
  register = await openRegister(folder, randomBytes(32), { create: true })
})
after(async () => {
  await register.close()
  fs.rmSync(folder, { recursive: true })
})
const fileOf = (name: string) => path.join(attachmentFolder(folder), name)
const damaged = (e: unknown) => e instanceof AppError && e.code === 'register-damaged'
const mebibyte = 1024 * 1024

test('a file of any length comes back as it was', async () => {
  for (const length of [0, 1, 1000, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte]) {
    const bytes = randomBytes(length)
    const name = await storeAttachment(register, bytes)
    assert.ok(Buffer.from(readAttachment(register, name)).equals(Buffer.from(bytes)), String(length))
  }
})

test('the name tells nothing: not the hash of the file, and another one in another register', async () => {
  const bytes = Buffer.from('示例附件')
  const name = await storeAttachment(register, bytes)
  assert.match(name, /^[0-9a-f]{64}$/)
  assert.notEqual(name, toHex(sha256(bytes)))
  assert.equal(await storeAttachment(register, bytes), name, 'the same file is kept once')
  assert.notEqual(await storeAttachment({ ...register, key: randomBytes(32) }, bytes), name)
  assert.equal(fs.readFileSync(fileOf(name)).indexOf(bytes), -1)
})

test('cut anywhere, changed anywhere, its pieces put in another order or gone: told as damage', async () => {
  const name = await storeAttachment(register, randomBytes(2 * mebibyte + 5))
  const whole = fs.readFileSync(fileOf(name))
  const piece = 4 + mebibyte + 28
  const others: readonly (readonly [string, Buffer])[] = [
    ...[0, 1, 3, 4, 10, 4 + 27, piece - 1, piece, piece + 2, 2 * piece, whole.length - 1].map(
      (at) => [`cut at ${at}`, whole.subarray(0, at)] as const,
    ),
    ...[0, 3, 4, 20, 500, piece - 1, piece + 3, whole.length - 1].map(
      (at) => [`changed at ${at}`, changed(whole, at)] as const,
    ),
    [
      'two pieces in another order',
      Buffer.concat([whole.subarray(piece, 2 * piece), whole.subarray(0, piece), whole.subarray(2 * piece)]),
    ],
    ['something after it', Buffer.concat([whole, Buffer.from([0, 0])])],
  ]
  for (const [what, bytes] of others) {
    fs.writeFileSync(fileOf(name), bytes)
    assert.throws(() => readAttachment(register, name), damaged, what)
  }
  fs.rmSync(fileOf(name))
  assert.throws(() => readAttachment(register, name), damaged, 'gone')
})
function changed(whole: Buffer, at: number): Buffer {
  const other = Buffer.from(whole)
  other[at] = (other[at] ?? 0) ^ 1
  return other
}

test('a file of one name put under another is told as damage', async () => {
  const [one, two] = [
    await storeAttachment(register, randomBytes(50)),
    await storeAttachment(register, randomBytes(50)),
  ]
  fs.copyFileSync(fileOf(one), fileOf(two))
  assert.throws(() => readAttachment(register, two), damaged)
})
