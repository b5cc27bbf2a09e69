import { circleFaults } from './circles.ts'
import type { Book, Ledger } from './describe.ts'
import { dispute } from './dispute.ts'
import { duty } from './duty.ts'
import { meeting } from './meeting.ts'
import { place } from './place.ts'
import { post } from './post.ts'
import { training } from './training.ts'
import { visit } from './visit.ts'

/** Every ledger of the register, by name. */
export const ledgers = { dispute, post, training, visit, duty, meeting, place } as const

// A wrong description does not start at all.
const crossing = circleFaults(ledgers as unknown as Readonly<Record<string, Ledger>>)
if (crossing.length > 0) throw new Error(crossing.join('; '))

export type LedgerName = keyof typeof ledgers
export const ledgerNames = Object.keys(ledgers) as LedgerName[]

/** The description without its own record type, for code that walks any ledger. */
export const ledgerOf = (name: LedgerName): Ledger => ledgers[name] as unknown as Ledger

export const ledgersOfBook = (book: Book): readonly LedgerName[] => ledgerNames.filter((n) => ledgers[n].book === book)

/** What a book hands over: all its ledgers but the lists of the office itself. */
export const handedOver = (book: Book): readonly LedgerName[] =>
  ledgersOfBook(book).filter((n) => ledgerOf(n).ofOffice !== true)

/** A plain ledger comes in and goes out as a sheet; a case is no row. */
export const isPlain = (name: LedgerName): boolean => ledgers[name].circle !== 'parties'
