import { Button } from 'antd'
import type { BackupFact, RecipientFact } from '../../shared/contract/records.ts'
import { type LedgerName, ledgerNames } from '../../shared/ledgers/index.ts'
import { useCall } from '../api/client.ts'
import { formatInstant } from '../format.ts'
import { useCtrlKey } from '../keys.ts'
import type { Route } from '../route.ts'
import { ledgersOf, useSession } from '../session.ts'
import { fill, t } from '../text.ts'
import { SearchBox } from './SearchBox.tsx'

/** Days after which a second copy of the register is too old to sleep well. */
const oldCopyDays = 7

interface Props {
  readonly route: Route
  readonly onLock: () => Promise<void>
  readonly locking: boolean
}

/** Search, who and where, and the two facts that let people sleep: last backup, what the recipient has. */
export function TopLine({ route, onLock, locking }: Props) {
  const session = useSession()
  const own = ledgersOf(session)
  const here = ledgerNames.find((n): n is LedgerName => n === route[0] && own.includes(n)) ?? own[0]
  const lock = () => void onLock()
  useCtrlKey('l', lock)
  const home = useCall('home.view', {})
  return (
    <header className="top-line">
      <span className="product">{t.common.product}</span>
      {here !== undefined && session.profile.kind === 'unit' ? (
        <SearchBox key={here} here={here} ledgers={own} />
      ) : (
        <span />
      )}
      <span className="facts">
        {home.data && <BackupWords fact={home.data.lastBackup} />}
        {home.data?.recipients.map((r) => (
          <RecipientWords key={r.book} fact={r} />
        ))}
      </span>
      <span className="who">
        <span>{session.profile.unitName}</span>
        <strong>{session.name}</strong>
      </span>
      <Button size="small" onClick={lock} loading={locking} title={t.common.lockHint}>
        {t.common.lock}
      </Button>
    </header>
  )
}

function BackupWords({ fact }: { readonly fact: BackupFact | null }) {
  if (fact === null) return <span className="warn-words">{t.common.backupNever}</span>
  const when = formatInstant(fact.at)
  const old = fact.secondAgeDays === null || fact.secondAgeDays > oldCopyDays
  return (
    <span className={old ? 'warn-words' : ''}>
      {fact.secondPlace === null
        ? fill(t.common.backupAt, { when })
        : fill(t.common.backupTwice, { when, place: fact.secondPlace })}
      {fact.secondAgeDays !== null && old && `（${fill(t.common.backupOld, { days: fact.secondAgeDays })}）`}
    </span>
  )
}

function RecipientWords({ fact }: { readonly fact: RecipientFact }) {
  const held =
    fact.acknowledgedNo === null
      ? fill(t.common.recipientNone, { name: fact.name })
      : fill(t.common.recipientHolds, { name: fact.name, no: fact.acknowledgedNo })
  const waiting = fact.unsentRecords > 0 ? `，${fill(t.common.recipientUnsent, { count: fact.unsentRecords })}` : ''
  return <span>{held + waiting}</span>
}
