import type { Role } from '../contract/call.ts'
import type { BookRole } from '../contract/session.ts'
import { type LedgerName, ledgerNames, ledgerOf } from '../ledgers/index.ts'

/** Whether these roles reach a ledger: by one of the wanted roles in its book, or as head of either for a list of the office. */
export const reaches = (roles: readonly BookRole[], name: LedgerName, wanted: readonly Role[]): boolean => {
  const { book, ofOffice } = ledgerOf(name)
  return roles.some((r) => (r.book === book && wanted.includes(r.role)) || (ofOffice === true && r.role === 'head'))
}

/** The ledgers somebody with these roles works in, in their order. */
export const ledgersFor = (roles: readonly BookRole[]): readonly LedgerName[] =>
  ledgerNames.filter((name) => reaches(roles, name, ['clerk', 'mediator', 'head']))
