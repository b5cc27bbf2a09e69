import type { AnyData } from '../../../shared/ledgers/describe.ts'
import { emptyPart, type FormSection } from '../../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { mediator } from '../../../shared/ledgers/disputeParts.ts'
import { yearOf } from '../../../shared/rules/dates.ts'

/** What a dossier on paper says on its cover and in its papers, on one screen, in the order one leafs through it. */
export const lateSection: FormSection = {
  key: 'late',
  fields: [
    'caseNo',
    'agreementNo',
    'committee',
    'typeJustice',
    'acceptanceDate',
    'source',
    'village',
    'summary',
    'parties',
    'mediators',
    'result',
    'resultDate',
    'signedByPartiesOn',
    'signedByMediatorsOn',
    'sealedOn',
    'performanceState',
    'closedOn',
    'filedOn',
    'box',
    'pages',
  ],
}

/** What the next dossier of a pile most likely shares with the one before. */
export interface Pile {
  readonly values: Partial<AnyData>
  /** The year of dates typed without one, such as `3.5`; null for this year. */
  readonly year: string | null
}
export const freshPile: Pile = { values: { lateEntry: true }, year: null }

/** Committee, box, mediators and year of the dossier just saved. */
export function pileAfter(data: DisputeData): Pile {
  const year = yearOf(data.acceptanceDate ?? data.resultDate)
  const mediators = data.mediators.map(({ name, presiding }) => ({ ...emptyPart(mediator), name, presiding }))
  return {
    values: { lateEntry: true, committee: data.committee, box: data.box, mediators },
    year: year === null ? null : String(year),
  }
}
