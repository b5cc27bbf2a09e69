import { useCall } from '../../api/client.ts'
import { ledgersOf, useSession } from '../../session.ts'

/** Names of the committees that have given numbers; a user of the other book is not told. */
export function useNumbered(): ReadonlySet<string> {
  const enabled = ledgersOf(useSession()).includes('dispute')
  const books = useCall('dispute.numberBooks', { book: 'mediation' }, { enabled })
  return new Set(books.data?.committees.filter((c) => c.numbered).map((c) => c.name))
}
