import { type AnyData, emptyData } from '../../../shared/ledgers/describe.ts'
import { ledgerOf } from '../../../shared/ledgers/index.ts'
import type { VisitData } from '../../../shared/ledgers/visit.ts'
import { nameInDoor } from '../../../shared/rules/visit.ts'
import { initialOf } from '../../ledger/initial.ts'

interface Office {
  readonly committee: string
  readonly today: string
}

/**
 * A new dispute begun from what a household asked for: 主动调解, the name as far as the door tells it, the village, the
 * words and the day. Values only: neither record knows of the other (domain 8.2).
 */
export function disputeFrom(
  { visitedOn, village }: Pick<VisitData, 'visitedOn' | 'village'>,
  { door, request }: Pick<VisitData['households'][number], 'door' | 'request'>,
  { committee, today }: Office,
): AnyData {
  const usual = initialOf({ ledger: 'dispute', variant: null }, committee, today)
  const [first, ...others] = usual.parties as readonly object[]
  return {
    ...emptyData(ledgerOf('dispute')),
    ...usual,
    parties: [{ ...first, name: nameInDoor(door ?? '') }, ...others],
    village,
    source: 'committee',
    applicationForm: null,
    applicationDate: visitedOn ?? today,
    summary: request,
  } as AnyData
}
