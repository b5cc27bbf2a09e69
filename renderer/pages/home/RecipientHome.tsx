import type { UnitState } from '../../../shared/contract/handover.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useCall } from '../../api/client.ts'
import { inOneLine } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { hrefOf } from '../../route.ts'
import { useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'

/** A recipient's day: which units sent, what waits, which receipts are owed. */
export function RecipientHome() {
  const { profile, roles } = useSession()
  const book = profile.book ?? 'mediation'
  return roles.some((r) => r.book === book) ? <Units book={book} /> : <NoRoles />
}

function Units({ book }: { readonly book: Book }) {
  const units = useCall('city.units', { book })
  if (units.error) return <ErrorNotice error={units.error} onRetry={() => void units.refetch()} />
  if (units.data === undefined) return <p className="loading">{t.common.loading}</p>
  const active = units.data.filter((u) => !u.revoked)
  if (active.length === 0) return <FirstStep />
  return (
    <section className="home-block" aria-label={t.pages.home.unitsTitle}>
      <h2>{t.pages.home.unitsTitle}</h2>
      <ul className="lines">
        {active.map((unit) => (
          <li key={unit.stationId}>
            <a href={hrefOf('receive')}>{unit.unitName}</a>
            <span>{unitWords(unit)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function unitWords(unit: UnitState): string {
  const { home } = t.pages
  const received =
    unit.lastNo === null ? home.unitNothing : fill(home.unitLast, { no: unit.lastNo, date: unit.lastDate ?? '' })
  const missing =
    unit.missingNos.length === 0 ? '' : fill(home.unitMissing, { nos: inOneLine(unit.missingNos.map(String)) })
  const aside = unit.setAside === 0 ? '' : fill(home.unitAside, { count: unit.setAside })
  return [received, missing, aside, unit.receiptPending ? home.unitReceipt : ''].filter(Boolean).join(' · ')
}

function FirstStep() {
  return (
    <section className="home-block" aria-label={t.pages.home.first}>
      <h2>{t.pages.home.first}</h2>
      <p>{t.pages.home.firstRecipient}</p>
      <p>
        <a className="big-link" href={hrefOf('receive')}>
          {t.pages.home.goReceive}
        </a>
      </p>
    </section>
  )
}

/** A user without a role in any book, such as a 管理员 who only manages users. */
export function NoRoles() {
  return (
    <section className="home-block">
      <p>{t.pages.home.noRoles}</p>
      <p>
        <a className="big-link" href={hrefOf('settings')}>
          {t.pages.home.goSettings}
        </a>
      </p>
    </section>
  )
}
