import type { Book } from '../../../shared/ledgers/describe.ts'
import { DifferenceError } from '../usage.ts'
import type { Station } from './stations.ts'

/** One side hands its card over; the other compares the 核对码 it was told and enrols it. */
async function give(from: Station, to: Station, book: Book | null): Promise<void> {
  const { fileName } = await from.call('card.write', { book, place: await from.place('usb') })
  const told = (await from.call('card.own', { book })).checkCode
  const file = await to.onStick(fileName)
  const shown = await to.call('card.inspect', { file })
  if (shown.checkCode !== told) throw new DifferenceError(fileName)
  await to.call('card.accept', { file, checkCode: told })
}

export async function exchangeCards(unit: Station, recipient: Station, book: Book): Promise<void> {
  await give(recipient, unit, book)
  await give(unit, recipient, null)
}

export interface HandedOver {
  readonly no: number
  readonly fileName: string
  readonly bytes: number
  readonly records: number
  readonly mergedRows: number
  readonly mark: number
}

async function importInto(recipient: Station, book: Book, fileName: string): Promise<number> {
  const files = [await recipient.onStick(fileName)]
  const preview = await recipient.finish('city.inspect', { book, files })
  const refused = preview.files.find((f) => f.verdict !== 'ready' || f.ledgers.some((l) => l.setAside > 0))
  if (refused) throw new DifferenceError(`${fileName} ${refused.verdict} ${refused.reason ?? ''}`)
  const merged = await recipient.finish('city.merge', { book, batch: preview.batch })
  if (merged.files !== 1 || merged.setAside > 0) throw new DifferenceError(fileName)
  return merged.rows
}

async function receiptBack(unit: Station, recipient: Station, book: Book): Promise<void> {
  const [state] = await recipient.call('city.units', { book })
  if (!state) throw new DifferenceError('city.units')
  const place = await recipient.place('usb')
  const { fileName } = await recipient.finish('city.writeReceipt', { book, stationId: state.stationId, place })
  const taken = await unit.finish('handover.takeReceipt', { book, file: await unit.onStick(fileName) })
  if (taken.exceptions > 0 || taken.missingNos.length > 0) throw new DifferenceError(fileName)
}

/** One handover there and its receipt back. Throws when the mark did not move to the end of what was sent. */
export async function handOver(unit: Station, recipient: Station, book: Book): Promise<HandedOver> {
  const sealed = await unit.finish('handover.seal', { book, place: await unit.place('usb') })
  const { intact } = await unit.finish('handover.verify', { book, file: await unit.onStick(sealed.fileName) })
  if (!intact) throw new DifferenceError(sealed.fileName)
  const mergedRows = await importInto(recipient, book, sealed.fileName)
  await receiptBack(unit, recipient, book)
  const { mark, acknowledgedNo, sent } = await unit.call('handover.state', { book })
  const last = sent.find((s) => s.no === sealed.no)
  if (acknowledgedNo !== sealed.no || last?.state !== 'acknowledged' || mark !== last.upTo)
    throw new DifferenceError(`${book} ${sealed.no}`)
  const { no, fileName, bytes, records } = sealed
  return { no, fileName, bytes, records, mergedRows, mark }
}
