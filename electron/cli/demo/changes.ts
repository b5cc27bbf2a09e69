import type { RecordView } from '../../../shared/contract/records.ts'
import type { AnyData } from '../../../shared/ledgers/describe.ts'
import { sampleCases } from '../../core/sample/cases.ts'
import { type Entered, enterCase, membersOf, savePlain } from '../../core/sample/entering.ts'
import { samplePerson } from '../../core/sample/people.ts'
import { createRandom } from '../../core/sample/random.ts'
import { sampleVisits } from '../../core/sample/visits.ts'
import type { Station } from './stations.ts'

/** What happened between two handovers, in records. */
export interface Changes {
  readonly changed: number
  /** Became secret after they had left: the recipient must lose them. */
  readonly locked: number
  readonly removed: number
  readonly added: number
}

const resave = (unit: Station, view: RecordView, values: AnyData) =>
  unit.call('record.save', {
    ledger: view.ledger,
    id: view.id,
    revision: view.revision,
    data: { ...view.data, ...values },
  })

async function remove(unit: Station, views: readonly RecordView[]): Promise<void> {
  for (const { ledger, id, revision } of views)
    await unit.call('record.remove', { ledger, id, revision, reason: '演示：重复登记' })
}

/** A 联户长 is replaced: the post is left today, and somebody new has a row of their own. */
async function replace(unit: Station, entered: Entered, { seed, today }: Wishes): Promise<void> {
  const leaving = entered.posts.find((p) => p.stage === 'serving')
  if (!leaving) return
  const { id, revision } = leaving
  const { name, sex, birthDate, idNumber, phone } = samplePerson(createRandom(seed + 1), { today })
  const successor = { name, sex, birthDate, idNumber, phone }
  await unit.call('post.replace', { ledger: 'post', id, revision, on: today, reason: '外出务工', successor })
}

interface Wishes {
  readonly seed: number
  readonly today: string
}
/** A month goes by at 示例乡: new matters, one that becomes secret, one registered twice, one post that changes hands. */
export async function makeChanges(
  unit: Station,
  entered: Entered,
  wishes: Wishes,
): Promise<{ readonly changes: Changes; readonly fresh: readonly RecordView[] }> {
  const { seed, today } = wishes
  const open = entered.cases.filter((c) => c.data.secrecy === 'normal' && c.data.heldBack !== true)
  const twice = open.filter((c) => c.data.caseNo === null).slice(-1)
  const [secret, ...others] = open.filter((c) => !twice.includes(c))
  if (secret) await resave(unit, secret, { secrecy: 'private' })
  const changed = [...others.slice(0, 3), ...entered.trainings.slice(0, 1), ...entered.visits.slice(0, 1)]
  for (const view of changed) await resave(unit, view, { remarks: '演示：补记' })
  const outing = entered.visits.slice(-1).filter((v) => !changed.includes(v))
  await remove(unit, [...twice, ...outing])
  const cases = [...sampleCases({ seed: seed + 1, count: 3, today })]
  const fresh: RecordView[] = []
  for (const sample of cases) fresh.push(await enterCase(unit.call, sample))
  await replace(unit, entered, wishes)
  const visits = [...sampleVisits({ seed: seed + 1, today, count: 2, roster: membersOf(entered.posts) })]
  for (const data of visits) await savePlain(unit.call)('visit', data)
  const counted = {
    changed: changed.length + 1,
    removed: twice.length + outing.length,
    added: fresh.length + visits.length + 1,
  }
  return { changes: { ...counted, locked: secret ? 1 : 0 }, fresh }
}
