import type { Outcome } from '../../../shared/contract.ts'
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

/** Takes whole files in, in one batch, and answers the rows merged. Throws when a file or a row is not taken as it is. */
export async function importInto(recipient: Station, book: Book, fileNames: readonly string[]): Promise<number> {
  const files: string[] = []
  for (const name of fileNames) files.push(await recipient.onStick(name))
  const preview = await recipient.finish('city.inspect', { book, files })
  const refused = preview.files.find((f) => f.verdict !== 'ready' || f.ledgers.some((l) => l.setAside > 0))
  if (refused) throw new DifferenceError(`${refused.fileName} ${refused.verdict} ${refused.reason ?? ''}`)
  const merged = await recipient.finish('city.merge', { book, batch: preview.batch })
  if (merged.files !== files.length || merged.setAside > 0) throw new DifferenceError(fileNames.join(' '))
  return merged.rows
}

/** The recipient's receipt for a unit, taken there. Throws when it names anything missing or set aside. */
export async function receiptBack(unit: Station, recipient: Station, book: Book): Promise<void> {
  const { code } = await unit.call('card.own', { book: null })
  const state = (await recipient.call('city.units', { book })).find((u) => u.unitCode === code)
  if (!state) throw new DifferenceError('city.units')
  const place = await recipient.place('usb')
  const { fileName } = await recipient.finish('city.writeReceipt', { book, stationId: state.stationId, place })
  const taken = await unit.finish('handover.takeReceipt', { book, file: await unit.onStick(fileName) })
  if (taken.exceptions > 0 || taken.missingNos.length > 0) throw new DifferenceError(fileName)
}

type Sealed = Outcome<'handover.seal'>
/** Seals what changed onto the stick and compares the file there with what was sent. */
export async function sealOnStick(unit: Station, book: Book): Promise<Sealed> {
  const sealed = await unit.finish('handover.seal', { book, place: await unit.place('usb') })
  const { intact } = await unit.finish('handover.verify', { book, file: await unit.onStick(sealed.fileName) })
  if (!intact) throw new DifferenceError(sealed.fileName)
  return sealed
}

/** Throws when the mark did not move to the end of what was sent. Answers the mark. */
export async function checkAcknowledged(unit: Station, book: Book, no: number): Promise<number> {
  const { mark, acknowledgedNo, sent } = await unit.call('handover.state', { book })
  const last = sent.find((s) => s.no === no)
  if (acknowledgedNo !== no || last?.state !== 'acknowledged' || mark !== last.upTo)
    throw new DifferenceError(`${book} ${no}`)
  return mark
}

/** One handover there and its receipt back. Throws when the mark did not move to the end of what was sent. */
export async function handOver(unit: Station, recipient: Station, book: Book): Promise<HandedOver> {
  const sealed = await sealOnStick(unit, book)
  const mergedRows = await importInto(recipient, book, [sealed.fileName])
  await receiptBack(unit, recipient, book)
  const mark = await checkAcknowledged(unit, book, sealed.no)
  const { no, fileName, bytes, records } = sealed
  return { no, fileName, bytes, records, mergedRows, mark }
}
