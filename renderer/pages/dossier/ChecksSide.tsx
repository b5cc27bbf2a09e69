import type { DossierCheck } from '../../../shared/rules/dossierChecks.ts'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { checkWords, remarksOf } from './dossierNames.ts'

const words = t.dossierDesk

interface Props {
  readonly checks: readonly DossierCheck[]
  readonly name: (key: string) => string
  /** Opens the case at a field. */
  readonly onField: (path: string) => void
  readonly onItem: (key: string) => void
}

/** What a reviewer would ask, as sentences; each leads to the field or the item where it is mended. */
export function ChecksSide({ checks, ...rest }: Props) {
  const must = checks.filter((c) => c.severity === 'error')
  const ask = checks.filter((c) => c.severity === 'warning')
  return (
    <Panel title={words.checks}>
      {checks.length === 0 && <p className="all-well">✓ {words.checksNone}</p>}
      <Group title={words.checksMust} checks={must} {...rest} />
      <Group title={words.checksAsk} checks={ask} {...rest} />
    </Panel>
  )
}

function Group({ title, checks, name, onField, onItem }: Props & { readonly title: string }) {
  if (checks.length === 0) return null
  // A field is mended in the case; what only has to be looked at or put in is mended here.
  const remarks = remarksOf(checks)
  const go = ({ path, item, code }: DossierCheck) => {
    if (path !== null && (item === null || code !== 'fileMissing')) return onField(path)
    if (item !== null) onItem(item)
  }
  return (
    <>
      <h3>{`${title}（${remarks.length}）`}</h3>
      <ul className="file-checks">
        {remarks.map(({ check, paths }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field may be remarked on twice
          <li key={`${check.code} ${check.item} ${check.path} ${i}`}>
            <button type="button" className="link" onClick={() => go(check)}>
              {checkWords(check, name, paths)}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
