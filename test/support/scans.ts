import { v4 as uuid } from 'uuid'
import type { ScanRow } from '../../shared/contract/scans.ts'
import { scanPartBytes } from '../../shared/contract/scans.ts'
import type { AnswerError } from '../../shared/errors.ts'
import { founder, type TestOffice } from './office.ts'

export interface Given {
  readonly id: string
  readonly bytes: Uint8Array
  readonly item?: string
  readonly name?: string
  readonly again?: boolean
  readonly pipe?: string
}
/** Sends a file as a window does, part by part. Answers the name it was sent under. */
export async function sendFile(t: TestOffice, bytes: Uint8Array, pipe = founder): Promise<string> {
  const upload = uuid()
  for (let at = 0; at === 0 || at < bytes.length; at += scanPartBytes)
    await t.call('scan.send', { ledger: 'dispute', upload, at, bytes: bytes.slice(at, at + scanPartBytes) }, pipe)
  return upload
}
const inputOf = (given: Given, upload: string) => {
  const { id, item = 'identity', name = '身份证.jpg', again = false } = given
  return { ledger: 'dispute', id, item, name, from: { upload }, again } as const
}
export const addScan = async (t: TestOffice, given: Given): Promise<ScanRow> =>
  t.call('scan.add', inputOf(given, await sendFile(t, given.bytes, given.pipe)), given.pipe)

/** The refusal of a file. */
export const refusedScan = async (t: TestOffice, given: Given): Promise<AnswerError> =>
  t.refusal('scan.add', inputOf(given, await sendFile(t, given.bytes, given.pipe)), given.pipe)
