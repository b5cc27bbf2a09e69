import type { RecordView } from '../../shared/contract/records.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import type { TestOffice } from './office.ts'
import { agreedDispute, save } from './samples.ts'

export const dayOfActs = '2026-11-20'
export const threeActs = { signedByPartiesOn: dayOfActs, signedByMediatorsOn: dayOfActs, sealedOn: dayOfActs } as const
export const keyOf = (record: RecordView) => ({ ledger: 'dispute', id: record.id }) as const

/** The record as it now is. */
export const again = (t: TestOffice, record: RecordView, pipe?: string): Promise<RecordView> =>
  t.call('record.get', keyOf(record), pipe)

/** Saves some fields of a record over what it has now. */
export const change = async (
  t: TestOffice,
  record: RecordView,
  values: Partial<DisputeData>,
  pipe?: string,
): Promise<RecordView> => {
  const old = await again(t, record, pipe)
  return save(t, 'dispute', { ...old.data, ...values }, pipe === undefined ? { old } : { old, pipe })
}

/** The refusal of such a save: its code and the paths it names. */
export async function refusedChange(
  t: TestOffice,
  record: RecordView,
  values: Partial<DisputeData>,
  pipe?: string,
): Promise<readonly string[]> {
  const old = await again(t, record, pipe)
  const input = { ...keyOf(old), revision: old.revision, data: { ...old.data, ...values } }
  const { code, details } = await t.refusal('record.save', input, pipe)
  const problems = Array.isArray(details.problems) ? details.problems : []
  return [code, ...problems.map((p) => `${p.path} ${p.code}`)]
}

/** A case whose written agreement is in effect, its PDF kept. */
export async function inEffect(t: TestOffice, values: Partial<DisputeData> = {}): Promise<RecordView> {
  const saved = await save(t, 'dispute', agreedDispute(values))
  const numbering = { ...keyOf(saved), on: '2026-11-20', typed: null } as const
  const first = await t.call('dispute.giveNumber', { ...numbering, revision: 1, series: 'caseNo' })
  const second = await t.call('dispute.giveNumber', { ...numbering, revision: first.revision, series: 'agreementNo' })
  await t.call('agreement.takeEffect', { ...keyOf(saved), revision: second.revision, ...threeActs })
  return again(t, saved)
}

export const filing = { filedBy: '示例立卷人', filedOn: '2026-11-23', retention: 'long' } as const

/** The same case, performed, closed and filed. */
export async function filed(t: TestOffice, values: Partial<DisputeData> = {}): Promise<RecordView> {
  const signed = await inEffect(t, values)
  return change(t, signed, { performanceState: 'done', closedOn: '2026-11-22', ...filing })
}
