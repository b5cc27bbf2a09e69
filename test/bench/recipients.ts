import * as fs from 'node:fs'
import * as path from 'node:path'
import { createOffice, type Office } from '../../electron/core/office.ts'
import { sampleUser } from '../../electron/core/sample/township.ts'
import type { JobView } from '../../shared/contract/office.ts'
import type { CallName, Input, Outcome, Output } from '../../shared/contract.ts'
import { type Bench, benchClock, benchHost, callOffice, kdfCost } from './registers.ts'

/** Starts a job and waits for its end. */
export function finish<N extends CallName>(office: Office, name: N, input: Input<N>): Promise<Outcome<N>> {
  return new Promise((resolve, reject) => {
    const stop = office.on((_, event) => {
      if (event.type !== 'job' || event.job.call !== name || event.job.state === 'running') return
      stop()
      const job: JobView = event.job
      if (job.state === 'done') resolve(job.outcome as Outcome<N>)
      else reject(new Error(`${name}: ${JSON.stringify(job.error)}`))
    })
    callOffice(office, name, input).catch(reject)
  })
}

/** 司法局 of the bench, with the bench's office enrolled and the other way round. */
export interface Recipient {
  readonly dir: string
  readonly office: Office
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
}

/** The stick they share. */
export async function stickOf(office: Office): Promise<string> {
  const [stick] = await callOffice(office, 'place.list', {})
  if (!stick) throw new Error('no stick')
  return stick.token
}
export async function fileOn(office: Office, name: string): Promise<string> {
  const files = await callOffice(office, 'place.files', { place: await stickOf(office), extensions: ['jfb', 'jfk'] })
  const found = files.find((f) => f.name === name)
  if (!found) throw new Error(`${name} is not on the stick`)
  return found.token
}

async function give(from: Office, to: Office, book: 'mediation' | null): Promise<void> {
  const { fileName } = await callOffice(from, 'card.write', { book, place: await stickOf(from) })
  const { checkCode } = await callOffice(from, 'card.own', { book })
  await callOffice(to, 'card.accept', { file: await fileOn(to, fileName), checkCode })
}

/** A new recipient beside the bench's register. */
export async function newRecipient(bench: Bench, name: string): Promise<Recipient> {
  const dir = path.join(bench.dir, name)
  fs.mkdirSync(dir, { recursive: true })
  const office = await createOffice({
    dataDir: path.join(dir, 'data'),
    host: benchHost(bench.dir),
    clock: benchClock,
    log: () => undefined,
    kdfCost,
  })
  await callOffice(office, 'register.create', {
    kind: 'recipient',
    sample: true,
    unitName: '示例市司法局',
    unitCode: '990000',
    book: 'mediation',
    committee: '',
    adminName: sampleUser.name,
    password: sampleUser.password,
  })
  await give(office, bench.office, 'mediation')
  await give(bench.office, office, null)
  return { dir, office, call: (name, input) => callOffice(office, name, input) }
}
