import type { AnyData } from '../../../../shared/ledgers/describe.ts'
import type { LedgerName } from '../../../../shared/ledgers/index.ts'
import type { Member } from '../posts.ts'
import { createRandom } from '../random.ts'
import { hezuoOutings } from './outings.ts'
import { type HezuoWishes, hezuoPlan, type UnitPlan } from './plan.ts'
import { hezuoRoster } from './roster.ts'
import { hezuoTrainings } from './sessions.ts'

/** Saves records in their order and answers their ids. Throws what a save of one of them refuses. */
export type SaveAll = (ledger: LedgerName, records: readonly AnyData[]) => Promise<readonly string[]>

/** Records at a time: few enough that a cancel is heard soon, many enough that committing them costs little. */
const batch = 250

export interface Entering extends HezuoWishes {
  readonly unit: number
  readonly save: SaveAll
  /** Called after each batch with what share of the work is done, 0–1. */
  readonly progress: (done: number) => void
}

function savingOf({ save, progress }: Entering, total: number) {
  let done = 0
  return async <T extends object>(ledger: LedgerName, records: Iterable<T>): Promise<readonly string[]> => {
    const [all, ids] = [[...records] as unknown as AnyData[], [] as string[]]
    for (let at = 0; at < all.length; at += batch) {
      ids.push(...(await save(ledger, all.slice(at, at + batch))))
      done += Math.min(batch, all.length - at)
      progress(Math.min(1, done / total))
    }
    return ids
  }
}

type Saving = ReturnType<typeof savingOf>
/** Who left first, so that who followed can name them. */
async function enterRoster(saving: Saving, plan: UnitPlan, { seed, today }: Entering): Promise<readonly Member[]> {
  const successions = [...hezuoRoster(createRandom(seed), plan, today)]
  const before = successions.flatMap((s) => s.before ?? [])
  const beforeIds = await saving('post', before)
  const idOf = new Map(before.map((data, i) => [data, beforeIds[i] ?? null]))
  const latest = successions.map((s) => ({ ...s.latest, replaces: s.before ? (idOf.get(s.before) ?? null) : null }))
  const ids = await saving('post', latest)
  const allIds = [...beforeIds, ...ids]
  return [...before, ...latest].map((data, i) => ({ id: allIds[i] ?? '', data }))
}

/** Fills one unit's register with its share of the city: roster, trainings and outings, no person's numbers or words. */
export async function enterHezuo(entering: Entering): Promise<void> {
  const { seed, today, unit } = entering
  const plan = hezuoPlan(entering)[unit]
  if (!plan) throw new RangeError(`no unit ${unit}`)
  const own = seed ^ (0x51ed * (unit + 1))
  const members = Object.values(plan.posts).reduce((sum, n) => sum + n, 0)
  const saving = savingOf(entering, members + plan.sessions.length + plan.outings)
  const roster = await enterRoster(saving, plan, { ...entering, seed: own })
  await saving('training', hezuoTrainings(createRandom(own ^ 0x7ea), plan, roster))
  await saving('visit', hezuoOutings(createRandom(own ^ 0x5151), plan, roster, today))
}
