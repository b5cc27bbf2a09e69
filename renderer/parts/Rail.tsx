import type { SessionInfo } from '../../shared/contract/session.ts'
import type { Book } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { hrefOf, type Route } from '../route.ts'
import { booksOf, isMediationHead, ledgersOf, useSession } from '../session.ts'
import { t } from '../text.ts'

interface Entry {
  readonly to: Route
  readonly label: string
  /** Heading the entry stands under: the name of its book. */
  readonly book?: string
}

/** Pages of the mediation book that are no ledger. */
function besideCases(session: SessionInfo): readonly Entry[] {
  const book = t.codes.book.mediation
  const access = { to: ['access'], label: t.secrecy.access.title, book }
  const numbers = { to: ['numbers'], label: t.numbers.title, book }
  const blanks = { to: ['blanks'], label: t.paperDesk.blanks.title, book }
  const dossiers = { to: ['dossier'], label: t.dossierDesk.title, book }
  return [
    dossiers,
    blanks,
    numbers,
    { to: ['turnover'], label: t.turnover.title, book },
    ...(isMediationHead(session) ? [access] : []),
  ]
}

/** Pages of a ledger that stand beside its list. */
function besideLedger(ledger: LedgerName): readonly Entry[] {
  if (ledger === 'visit') return [{ to: ['matters'], label: t.visits.list.title, book: t.codes.book.teams }]
  if (ledger !== 'training') return []
  return [{ to: ['quarter'], label: t.trainings.quarter.title, book: t.codes.book.teams }]
}

/** The user's own books only; a recipient's register has its own. */
function entriesFor(session: SessionInfo): readonly Entry[] {
  const home = { to: ['home'], label: t.common.home }
  const last = [
    { to: ['settings'], label: t.common.settings },
    { to: ['help'], label: t.help.title },
  ]
  if (session.profile.kind === 'recipient') {
    const receiving =
      session.roles.length === 0
        ? []
        : [
            { to: ['receive'], label: t.common.receive },
            { to: ['merged'], label: t.common.merged },
            ...(session.profile.book === 'mediation' ? [] : [{ to: ['figures'], label: t.figures.title }]),
          ]
    return [home, ...receiving, ...last]
  }
  const books = booksOf(session)
  const own = ledgersOf(session)
  const entry = (book: Book) => (l: LedgerName) => ({ to: [l], label: t.ledgers[l].name, book: t.codes.book[book] })
  const ledgers = books.flatMap((book, i) => [
    ...own.filter((l) => ledgerOf(l).book === book).flatMap((l) => [entry(book)(l), ...besideLedger(l)]),
    ...(book === 'mediation'
      ? besideCases(session)
      : [{ to: ['figures'], label: t.figures.title, book: t.codes.book[book] }]),
    // Lists of the office that belong to a book this user is not in.
    ...(i < books.length - 1 ? [] : own.filter((l) => !books.includes(ledgerOf(l).book)).map(entry(book))),
  ])
  const report = books.length === 0 ? [] : [{ to: ['report'], label: t.common.report }]
  return [home, ...ledgers, ...report, ...last]
}

export function Rail({ route }: { readonly route: Route }) {
  const entries = entriesFor(useSession())
  const here = route[0] ?? 'home'
  return (
    <nav className="rail" aria-label={t.common.rail}>
      <ul>
        {entries.map((entry, i) => (
          <li key={entry.to[0]}>
            {entry.book !== undefined && entries[i - 1]?.book !== entry.book && (
              <p className="rail-book">{entry.book}</p>
            )}
            <a
              href={hrefOf(...entry.to)}
              className={entry.book === undefined ? '' : 'inside'}
              aria-current={entry.to[0] === here ? 'page' : undefined}
            >
              {entry.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
