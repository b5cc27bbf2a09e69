import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { test } from 'node:test'
import { writeReceiptFor } from '../../electron/core/city/receipt.ts'
import { unitStates } from '../../electron/core/city/units.ts'
import { openReceipt } from '../../electron/core/handover/receiptFile.ts'
import { beginEpoch, currentEpoch, newStation } from '../../electron/core/register/life.ts'
import { AppError } from '../../shared/errors.ts'
import {
  type City,
  chainAt,
  clock,
  enrol,
  fileOf,
  firstLife,
  idOf,
  makeCity,
  type OfficeLife,
  restoredLife,
  state,
  table,
  take,
  workAt,
} from './cityKit.ts'
import { tempFolder } from './handoverKit.ts'

async function cityWithUnit(): Promise<{ city: City; life: OfficeLife; usb: string }> {
  const folder = tempFolder()
  const city = await makeCity(folder)
  const life = firstLife(await newStation())
  enrol(city, life.station)
  const usb = path.join(folder, 'usb')
  fs.mkdirSync(usb)
  return { city, life, usb }
}
const write = (city: City, life: OfficeLife, folder: string) =>
  writeReceiptFor(workAt(city), {
    book: 'mediation',
    station: life.station.id,
    folder,
    recipientName: '示例市司法局',
    sample: true,
  })
const read = async (city: City, life: OfficeLife, file: string) =>
  (await openReceipt(file, life.station.age_identity, city.station.sign_public)).receipt
const pending = (city: City) => unitStates(city.register.db, 'mediation').map((u) => u.receiptPending)

test('a receipt says the mark, its chain, what is missing and every row that waits', async () => {
  const { city, life, usb } = await cityWithUnit()
  await take(city, await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 3), state(2, 5, { committee: 7 })] }))
  await take(city, await fileOf(city, life, { no: 3, upTo: 12, entries: [state(1, 3), state(2, 5, { committee: 7 })] }))
  assert.deepEqual(pending(city), [true])
  const written = await write(city, life, usb)
  assert.equal(written.fileName, '990000-调解-0003.jfr')
  assert.match(written.phoneCode, /^\d{4} \d{4}$/)
  assert.equal(written.acknowledgedNo, 3)
  const receipt = await read(city, life, path.join(usb, written.fileName))
  const { station, epoch, mark, markChain, no, missingNos, exceptions, refused, recipient } = receipt
  assert.deepEqual(
    { station, epoch, mark, markChain, no, missingNos, exceptions, refused },
    {
      station: life.station.id,
      epoch: life.epoch.id,
      mark: 12,
      markChain: chainAt(life, 12),
      no: 3,
      missingNos: [2],
      exceptions: [{ no: 3, ledger: 'dispute', id: idOf(2), seq: 5, reason: 'bad-value' }],
      refused: [],
    },
  )
  assert.deepEqual(recipient, {
    station: city.station.id,
    epoch: currentEpoch(city.register.db).id,
    earlier: [],
    name: '示例市司法局',
  })
  assert.deepEqual(pending(city), [false])
  const [event] = table<{ n: number }>(city, "SELECT count(*) AS n FROM journal WHERE kind = 'event'")
  assert.equal(event?.n, 4, 'a card, two imports, a receipt')
})

test('a receipt after a fork names the refused number; the file is held, not missing', async () => {
  const { city, life, usb } = await cityWithUnit()
  await take(city, await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 3)] }))
  await take(city, await fileOf(city, life, { no: 2, upTo: 5, entries: [state(1, 4)] }))
  await take(city, await fileOf(city, life, { no: 3, upTo: 12, entries: [state(1, 11)] }))
  const receipt = await read(city, life, path.join(usb, (await write(city, life, usb)).fileName))
  assert.deepEqual([receipt.no, receipt.missingNos, receipt.refused], [3, [], [{ no: 2, reason: 'fork' }]])
})

test('a receipt for a restored office carries home what the lost life said, and is of the new life', async () => {
  const { city, life, usb } = await cityWithUnit()
  await take(city, await fileOf(city, life, { no: 1, upTo: 20, entries: [state(1, 15), state(2, 18)] }))
  const restored = restoredLife(life, 10)
  await take(city, await fileOf(city, restored, { no: 1, upTo: 12, entries: [state(1, 12, { difficulty: 'simple' })] }))
  const receipt = await read(city, life, path.join(usb, (await write(city, life, usb)).fileName))
  assert.deepEqual([receipt.epoch, receipt.mark], [restored.epoch.id, 12])
  assert.deepEqual(
    receipt.exceptions.map((e) => [e.id, e.reason]),
    [
      [idOf(1), 'both-sides'],
      [idOf(2), 'only-here'],
    ],
  )
  assert.deepEqual(table(city, 'SELECT k FROM city_other_life WHERE told_at IS NULL'), [])
})

test('a receipt of a recipient that was set back names its former life', async () => {
  const { city, life, usb } = await cityWithUnit()
  await take(city, await fileOf(city, life, { no: 1, upTo: 9, entries: [state(1, 3)] }))
  const former = currentEpoch(city.register.db).id
  beginEpoch(city.register.db, 'restored', clock.now())
  const receipt = await read(city, life, path.join(usb, (await write(city, life, usb)).fileName))
  assert.deepEqual(receipt.recipient.earlier, [former])
})

test('a gap before everything: the receipt says so, and there is nothing to confirm by telephone', async () => {
  const { city, life, usb } = await cityWithUnit()
  await take(city, await fileOf(city, life, { no: 2, base: 5, upTo: 9, entries: [state(1, 7)] }))
  const { phoneCode, acknowledgedNo, fileName } = await write(city, life, usb)
  assert.deepEqual([phoneCode, acknowledgedNo], ['', 0])
  const receipt = await read(city, life, path.join(usb, fileName))
  assert.deepEqual([receipt.mark, receipt.markChain, receipt.missingNos], [0, '0'.repeat(64), [1]])
})

test('the other PC of the same unit: its receipt is not written over', async () => {
  const { city, life, usb } = await cityWithUnit()
  const second = firstLife(await newStation())
  enrol(city, second.station, { name: '示例乡二号机' })
  await take(city, await fileOf(city, life, { no: 1, upTo: 9 }), await fileOf(city, second, { no: 1, upTo: 9 }))
  const names = [(await write(city, life, usb)).fileName, (await write(city, second, usb)).fileName]
  assert.deepEqual(names, ['990000-调解-0001.jfr', '990000-调解-0001-2.jfr'])
  assert.equal((await read(city, second, path.join(usb, names[1] ?? ''))).station, second.station.id)
})

test('no receipt without a handover, and none into a folder that is gone', async () => {
  const { city, life, usb } = await cityWithUnit()
  await assert.rejects(write(city, life, usb), (e) => e instanceof AppError && e.code === 'not-found')
  await take(city, await fileOf(city, life, { no: 1, upTo: 9 }))
  await assert.rejects(
    write(city, life, path.join(usb, 'gone')),
    (e) => e instanceof AppError && e.code === 'target-gone',
  )
  assert.deepEqual(pending(city), [true], 'nothing counts as written')
})
