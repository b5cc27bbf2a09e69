import { isList } from '../../../shared/ledgers/describe.ts'
import { isPlain, type LedgerName, ledgerOf } from '../../../shared/ledgers/index.ts'

/** A table of new records may be typed of every plain ledger whose records need no list of their own. */
export const mayTypeMany = (name: LedgerName): boolean =>
  isPlain(name) && Object.values(ledgerOf(name).fields).every((f) => !isList(f) || f.needed !== true)

const draftStart = 'many-'
/** The draft of a ledger's table: each user has one. */
export const manyKey = (ledger: LedgerName): string => `${draftStart}${ledger}`
export const isManyKey = (key: string): boolean => key.startsWith(draftStart)
