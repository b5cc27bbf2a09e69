import { setImmediate } from 'node:timers/promises'
import type { Line } from './line.ts'
import { once, type Timed, timedOf } from './measure.ts'
import { finish, newRecipient, stickOf } from './recipients.ts'
import type { Bench } from './registers.ts'

/** Pages one after the other, as an impatient clerk would ask for them, until the work is done. */
async function pagesWhile(bench: Bench, work: Promise<unknown>): Promise<Timed> {
  let isDone = false
  const watched = work.finally(() => {
    isDone = true
  })
  // Its failure is told when the pages are done; until then nobody else listens for it.
  watched.catch(() => undefined)
  const samples: number[] = []
  while (!isDone) {
    samples.push(
      await once(async () => {
        await setImmediate()
        await bench.call('record.page', { ledger: 'dispute', offset: (samples.length % 50) * 100 })
      }),
    )
  }
  await watched
  return timedOf(samples)
}

const idlePages = 400
async function pagesIdle(bench: Bench): Promise<Timed> {
  const samples: number[] = []
  for (let i = 0; i < idlePages; i += 1)
    samples.push(
      await once(async () => {
        await setImmediate()
        await bench.call('record.page', { ledger: 'dispute', offset: (i % 50) * 100 })
      }),
    )
  return timedOf(samples)
}

/** Page reads of the largest register while a backup and a seal run, against an idle program. */
export async function freezes(benches: readonly Bench[]): Promise<readonly Line[]> {
  const bench = benches.at(-1)
  if (!bench) return []
  const recipient = await newRecipient(bench, 'recipient-freezes')
  await recipient.office.close()
  const works = {
    'a backup': async () => finish(bench.office, 'backup.make', { place: null }),
    'a seal': async () =>
      finish(bench.office, 'handover.seal', { book: 'mediation', place: await stickOf(bench.office), baseline: true }),
  }
  const lines: Line[] = []
  for (const [name, work] of Object.entries(works)) {
    const idle = await pagesIdle(bench)
    const busy = await pagesWhile(bench, work())
    const common = { area: 'freeze', cases: bench.cases, unit: 'ms' } as const
    lines.push({ ...common, name: `p95 of a page during ${name}`, ours: busy.p95, bare: idle.p95, target: 2 })
    lines.push({ ...common, name: `longest freeze during ${name}`, ours: busy.max, bare: idle.max, target: null })
  }
  return lines
}
