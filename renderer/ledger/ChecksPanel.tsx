import type { Problem } from '../../shared/errors.ts'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import { t } from '../text.ts'
import { problemWords } from './problems.ts'

interface Props {
  readonly ledger: LedgerName
  readonly problems: readonly Problem[]
  readonly onGo: (path: string) => void
}

/** What is missing, wrong or worth a look, as sentences; each leads to its field. */
export function ChecksPanel({ ledger, problems, onGo }: Props) {
  const groups = [
    [t.form.mustFix, problems.filter((p) => p.severity === 'error' && p.code !== 'needed')],
    [t.form.missing, problems.filter((p) => p.severity === 'error' && p.code === 'needed')],
    [t.form.warnings, problems.filter((p) => p.severity === 'warning')],
  ] as const
  return (
    <section className="checks" aria-label={t.form.checks}>
      {problems.length === 0 && <p className="all-well">✓ {t.form.checksNone}</p>}
      {groups.map(([title, found]) =>
        found.length === 0 ? null : (
          <CheckGroup key={title} ledger={ledger} title={title} problems={found} onGo={onGo} />
        ),
      )}
    </section>
  )
}

export function CheckGroup({ ledger, title, problems, onGo }: Props & { readonly title: string }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {problems.map((p) => (
          <li key={`${p.path}-${p.code}`}>
            <button type="button" className="link" onClick={() => onGo(p.path)}>
              {problemWords(ledger, p)}
            </button>
          </li>
        ))}
      </ul>
      {problems.some((p) => p.code === 'needed') && <p className="quiet">{t.form.missingHint}</p>}
    </>
  )
}
