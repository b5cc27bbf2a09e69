import * as fs from 'node:fs'
import * as path from 'node:path'
import type { BackupView } from '../../shared/contract/office.ts'
import type { Input } from '../../shared/contract.ts'
import { password, signInFounder, type TestOffice } from './office.ts'

/** Backs the office up to its stick and answers the file. */
export async function backUp(t: TestOffice): Promise<Uint8Array> {
  const [stick] = await t.call('place.list', {})
  const done = await t.job('backup.make', { place: stick?.token ?? '' })
  if (done.state !== 'done') throw new Error(`no backup: ${JSON.stringify(done.error)}`)
  return fs.readFileSync(path.join(t.stick, (done.outcome as BackupView).name))
}

/** Offers a backup file to an office as its sign-in page would, and restores it. Answers `done` or the error's code. */
export async function restore(
  t: TestOffice,
  bytes: Uint8Array,
  proof: Pick<Input<'backup.restore'>, 'userName' | 'secret'>,
): Promise<string> {
  fs.writeFileSync(path.join(t.stick, 'picked.jfbak'), bytes)
  const [stick] = await t.call('place.list', {}, 'nobody')
  const files = await t.call('place.files', { place: stick?.token ?? '', extensions: ['jfbak'] }, 'nobody')
  const picked = files.find((f) => f.name === 'picked.jfbak')
  const job = await t.job('backup.restore', { file: picked?.token ?? '', ...proof }, 'nobody')
  return job.state === 'done' ? 'done' : (job.error?.code ?? job.state)
}

/** The office goes back to a backup of its own, and its founder signs in again. */
export async function goBackTo(t: TestOffice, bytes: Uint8Array): Promise<void> {
  await t.restart()
  const done = await restore(t, bytes, { userName: '张示例', secret: password })
  if (done !== 'done') throw new Error(`not restored: ${done}`)
  await signInFounder(t)
}
