import type { hezuo } from '../../../shared/text/zh-CN/hezuo.ts'
import type { HezuoSizes } from '../../core/sample/hezuo/plan.ts'
import { hezuoRecipient, hezuoUnits } from '../../core/sample/hezuo/units.ts'
import { sampleUser } from '../../core/sample/township.ts'
import { checkAcknowledged, exchangeCards, importInto, receiptBack, sealOnStick } from '../demo/exchange.ts'
import { type Ground, openStation, type Station } from '../demo/stations.ts'
import { type CityFigures, figuresAt } from './figures.ts'

export type CityStep = keyof typeof hezuo.steps

export interface CityWishes extends Ground {
  readonly seed: number
  readonly sizes: HezuoSizes
  /** Units worked on at a time; the bench takes one after the other. */
  readonly atOnce?: number
  /** Called when a step ended, with its seconds and whose it was. */
  readonly told: (step: CityStep, who: string, seconds: number) => void
}
export interface CityReport extends CityFigures {
  readonly seed: number
  /** Sealed files and their size in bytes together. */
  readonly handovers: number
  readonly bytes: number
  readonly seconds: number
}

/** Folders of the registers, below the command's own. */
export const recipientFolder = 'recipient'
export const unitFolder = (code: string): string => `unit-${code}`

/** While the key of one is made of its password, which takes a second core, another is filled. */
const usuallyAtOnce = 3
const book = 'teams'

type Timed = <T>(step: CityStep, who: string, work: () => Promise<T>) => Promise<T>
const timer =
  (told: CityWishes['told']): Timed =>
  async (step, who, work) => {
    const from = performance.now()
    const result = await work()
    told(step, who, Math.round(performance.now() - from) / 1000)
    return result
  }

async function openRecipient(wishes: CityWishes, opened: Station[]): Promise<Station> {
  const station = await openStation(wishes, recipientFolder)
  opened.push(station)
  await station.call('register.create', {
    kind: 'recipient',
    sample: true,
    unitName: hezuoRecipient.name,
    unitCode: hezuoRecipient.code,
    book,
    committee: '',
    adminName: sampleUser.name,
    password: sampleUser.password,
  })
  return station
}

/** Where the units hand over to. */
interface Recipient {
  /** Opened registers, so that all are closed whatever happens. */
  readonly opened: Station[]
  readonly opening: Promise<Station>
}
interface Sent {
  readonly unit: Station
  readonly name: string
  readonly no: number
  readonly fileName: string
  readonly bytes: number
}
/** One unit from an empty folder to its sealed file on the stick. */
async function playUnit(wishes: CityWishes, timed: Timed, to: Recipient, unit: number): Promise<Sent> {
  const { name = '', code = '' } = hezuoUnits[unit] ?? {}
  const { seed, sizes } = wishes
  const station = await openStation(wishes, unitFolder(code))
  to.opened.push(station)
  await timed('enter', name, () => station.finish('register.createSample', { hezuo: { unit, seed, sizes } }))
  const sealed = await timed('seal', name, async () => {
    await exchangeCards(station, await to.opening, book)
    return sealOnStick(station, book)
  })
  return { unit: station, name, no: sealed.no, fileName: sealed.fileName, bytes: sealed.bytes }
}

/** Works through a list a few at a time; answers in the list's order. After a failure nothing new is begun. */
async function fewAtOnce<T>(atOnce: number, count: number, work: (at: number) => Promise<T>): Promise<readonly T[]> {
  const done: T[] = []
  let next = 0
  const turn = async () => {
    try {
      while (next < count) {
        const at = next++
        done[at] = await work(at)
      }
    } finally {
      next = count
    }
  }
  const turns = await Promise.allSettled(Array.from({ length: Math.min(atOnce, count) }, turn))
  const failed = turns.find((t) => t.status === 'rejected')
  if (failed) throw failed.reason
  return done
}

async function play(wishes: CityWishes, opened: Station[]): Promise<Omit<CityReport, 'seed' | 'seconds'>> {
  const timed = timer(wishes.told)
  const opening = openRecipient(wishes, opened)
  // Whoever waits for it is told; until then it is nobody's unhandled failure.
  opening.catch(() => undefined)
  const sent = await fewAtOnce(wishes.atOnce ?? usuallyAtOnce, hezuoUnits.length, (at) =>
    playUnit(wishes, timed, { opened, opening }, at),
  )
  const recipient = await opening
  const fileNames = sent.map((s) => s.fileName)
  await timed('merge', hezuoRecipient.name, () => importInto(recipient, book, fileNames))
  await timed('receipts', hezuoRecipient.name, async () => {
    for (const { unit, no } of sent) {
      await receiptBack(unit, recipient, book)
      await checkAcknowledged(unit, book, no)
    }
  })
  const figures = await timed('count', hezuoRecipient.name, () => figuresAt(recipient))
  return { ...figures, handovers: sent.length, bytes: sent.reduce((sum, s) => sum + s.bytes, 0) }
}

/**
 * Plays a quarter's end of a whole city in an empty folder, through calls only: every unit a register of its own, its
 * handover sealed, all of them imported by the recipient, receipts written and taken. Answers what the recipient counts.
 */
export async function playCity(wishes: CityWishes): Promise<CityReport> {
  const from = performance.now()
  const opened: Station[] = []
  try {
    const played = await play(wishes, opened)
    return { seed: wishes.seed, ...played, seconds: Math.round((performance.now() - from) / 100) / 10 }
  } finally {
    for (const station of opened) await station.close()
  }
}
