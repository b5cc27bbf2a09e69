/** Records made without typing, for tests of what is done with them. */
import type { Page } from '@playwright/test'
import type { RecordView } from '../../shared/contract/records.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import { disputeOf, partyOf } from '../support/samples.ts'
import { core } from './program.ts'

export function saveDispute(page: Page, values: Partial<DisputeData> = {}): Promise<RecordView> {
  const data = disputeOf(values) as unknown as AnyData
  return core(page, 'record.save', { ledger: 'dispute', id: null, revision: 0, data })
}

/** Two parties by their names. */
export const parties = (applicant: string, respondent: string): DisputeData['parties'] => [
  partyOf({ side: 'applicant', kind: 'person', name: applicant }),
  partyOf({ side: 'respondent', kind: 'person', name: respondent }),
]

export const disputeData = (view: RecordView): DisputeData => view.data as unknown as DisputeData
