import type { Problem } from '../../shared/errors.ts'
import { isList } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { t } from '../text.ts'
import { mayBeAbsent } from './layout.ts'
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

/** Whether 暂缺 is an answer there. */
function canBeAbsent(ledger: LedgerName, path: string): boolean {
  const [name = '', , inner] = path.split('.')
  const field = ledgerOf(ledger).fields[name]
  const at = inner !== undefined && field !== undefined && isList(field) ? field.part.fields[inner] : field
  return at !== undefined && mayBeAbsent(at)
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
      {problems.some((p) => p.code === 'needed' && canBeAbsent(ledger, p.path)) && (
        <p className="quiet">{t.form.missingHint}</p>
      )}
    </>
  )
}
