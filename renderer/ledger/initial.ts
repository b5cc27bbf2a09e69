import { type AnyData, type AnyPart, emptyPart } from '../../shared/ledgers/describe.ts'
import { party } from '../../shared/ledgers/disputeParts.ts'
import type { Laid } from './layout.ts'

const firstParties = (['applicant', 'respondent'] as const).map(
  (side): AnyPart => ({ ...emptyPart(party), side, kind: 'person' }),
)

/** First values of a new record: what the office and the day already say. */
export function initialOf({ ledger, variant }: Laid, committee: string, today: string): Partial<AnyData> {
  if (ledger !== 'dispute') return {}
  return {
    committee: committee || null,
    secrecy: 'normal',
    // A dossier on paper was applied for on a day of its own.
    ...(variant !== 'late' && { applicationDate: today, applicationForm: 'oral' }),
    parties: firstParties,
  }
}
