import { useCall } from '../../api/client.ts'
import { formatInstant, inOneLine } from '../../format.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { hrefOf } from '../../route.ts'
import { fieldLabel, fill, t } from '../../text.ts'

const words = t.caseActs.correction

/** 录入更正 that wait for another person; nothing where none does. */
export function OpenCorrections() {
  const list = useCall('correction.list', { ledger: 'dispute', id: null })
  if (list.error) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
  const open = list.data ?? []
  if (open.length === 0) return null
  return (
    <section className="home-block" aria-label={words.home}>
      <h2>{words.home}</h2>
      <ul className="lines">
        {open.map((c) => (
          <li key={c.id}>
            <a href={hrefOf('dispute', c.caseId)}>{c.title}</a>
            <span>{inOneLine(c.changes.map(({ field }) => fieldLabel('dispute', field)))}</span>
            <span className="quiet">
              {c.own ? words.own : fill(words.by, { name: c.proposedBy, when: formatInstant(c.proposedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
