import type { RecordView } from '../../../shared/contract/records.ts'
import type { AnyData } from '../../../shared/ledgers/describe.ts'
import { sampleCases } from '../../core/sample/cases.ts'
import { type Entered, enterCase } from '../../core/sample/entering.ts'
import { sampleVisits } from '../../core/sample/teamRecords.ts'
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

/** A month goes by at 示例乡: new matters, one that becomes secret, one registered twice. */
export async function makeChanges(
  unit: Station,
  entered: Entered,
  wishes: { readonly seed: number; readonly today: string },
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
  const visits = [...sampleVisits({ seed: seed + 1, today, count: 2 })]
  for (const data of visits)
    await unit.call('record.save', { ledger: 'visit', id: null, revision: 0, data: data as unknown as AnyData })
  const counted = {
    changed: changed.length,
    removed: twice.length + outing.length,
    added: fresh.length + visits.length,
  }
  return { changes: { ...counted, locked: secret ? 1 : 0 }, fresh }
}
