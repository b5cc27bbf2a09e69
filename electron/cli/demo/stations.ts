import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Book } from '../../../shared/ledgers/describe.ts'
import type { Clock, Host } from '../../core/host.ts'
import { programVersion } from '../../core/machine/version.ts'
import { createOffice } from '../../core/office.ts'
import { sampleUser, township } from '../../core/sample/township.ts'
import { type Run, runOf } from '../run.ts'
import { DifferenceError } from '../usage.ts'

/** One PC of the journey with its register open, the stick plugged in and the folder for papers at hand. */
export interface Station extends Run {
  /** Token of the stick or of the folder for papers. */
  readonly place: (folder: 'usb' | 'papers') => Promise<string>
  /** Token of a file on the stick. */
  readonly onStick: (fileName: string) => Promise<string>
}

export interface Ground {
  /** Everything of the journey lies in here. */
  readonly dir: string
  readonly clock: Clock
  /** log2(N) of scrypt; below the floor only in tests. */
  readonly kdfCost?: number
  /** The machine that the registers are of; one of its own for each station where it is not told. */
  readonly machineId?: string
}

function hostOf({ dir, machineId }: Ground, name: string): Host {
  const place = (folder: string, kind: 'removable' | 'folder') =>
    ({ path: join(dir, folder), label: folder, kind }) as const
  return {
    kind: 'cli',
    version: programVersion(),
    machineId: async () => machineId ?? `demo ${name}`,
    places: async () => [place('usb', 'removable'), place('papers', 'folder')],
    plainFolder: async () => join(dir, 'papers'),
    fontFolders: async () => [],
    pickFolder: async () => null,
    pickFiles: async () => [],
  }
}

/** Opens or makes the data folder `name`. Nobody is signed in there yet. */
export async function openStation(ground: Ground, name: string): Promise<Station> {
  const { dir, clock, kdfCost } = ground
  for (const folder of ['usb', 'papers']) mkdirSync(join(dir, folder), { recursive: true })
  const office = await createOffice({
    dataDir: join(dir, name),
    host: hostOf(ground, name),
    clock,
    log: () => undefined,
    ...(kdfCost === undefined ? {} : { kdfCost }),
  })
  const run = runOf(office)
  const place = async (folder: 'usb' | 'papers') => {
    const found = (await run.call('place.list', {})).find((p) => p.label === folder)
    if (!found) throw new DifferenceError(folder)
    return found.token
  }
  const onStick = async (fileName: string) => {
    const files = await run.call('place.files', { place: await place('usb'), extensions: ['jfb', 'jfr', 'jfk'] })
    const found = files.find((f) => f.name === basename(fileName))
    if (!found) throw new DifferenceError(fileName)
    return found.token
  }
  return { ...run, place, onStick }
}

/** The office of 示例乡. */
export async function openUnit(ground: Ground): Promise<Station> {
  const station = await openStation(ground, 'unit')
  const { unitName, unitCode, committee, caseNoPattern, agreementNoPattern } = township
  await station.call('register.create', {
    kind: 'unit',
    sample: true,
    unitName,
    unitCode,
    book: null,
    committee,
    adminName: sampleUser.name,
    password: sampleUser.password,
  })
  await station.call('setting.save', { committee, caseNoPattern, agreementNoPattern })
  return station
}

const recipientNames: Readonly<Record<Book, string>> = { mediation: '示例市司法局', teams: '示例市综治中心' }

/** Who receives a book: 司法局 the mediation, 综治中心 the teams. */
export async function openRecipient(ground: Ground, book: Book): Promise<Station> {
  const station = await openStation(ground, `city-${book}`)
  await station.call('register.create', {
    kind: 'recipient',
    sample: true,
    unitName: recipientNames[book],
    unitCode: '990000',
    book,
    committee: '',
    adminName: sampleUser.name,
    password: sampleUser.password,
  })
  return station
}
