import type { KeyboardEvent } from 'react'
import type { AnyData, FormSection } from '../../shared/ledgers/describe.ts'
import { ledgerOf, type LedgerName } from '../../shared/ledgers/index.ts'
import { isComposing } from '../keys.ts'
import { t, textAt } from '../text.ts'
import { FieldGroup, type Marks } from './FieldGroup.tsx'
import { FormProvider, type FormTools } from './FormContext.ts'
import { foldedFields } from './layout.ts'

interface Props {
  readonly tools: FormTools
  readonly data: AnyData
  readonly marks: Marks
  readonly frozen: ReadonlySet<string>
  /** Sections shown, in order; a case shows one at a time. */
  readonly sections: readonly FormSection[]
  readonly readOnly?: boolean
}

const focusable = 'input:not([type=hidden]), textarea, button.add-part'

/** Enter goes to the next field, as on paper: not in long text, an open list, or while composing. */
function enterMovesOn(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target as HTMLElement
  if (event.key !== 'Enter' || event.altKey || event.ctrlKey || isComposing(event.nativeEvent)) return
  if (!(from instanceof HTMLInputElement) || event.defaultPrevented) return
  // An empty list of codes opens on Enter; a chosen one is left behind.
  if (from.getAttribute('role') === 'combobox') return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(focusable)].filter((e) => !e.hasAttribute('disabled') && e.tabIndex >= 0)
  const next = all[all.indexOf(from) + 1]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** A record's form, drawn from the description of its ledger. */
export function LedgerForm({ tools, data, marks, frozen, sections, readOnly = false }: Props) {
  const ledger = ledgerOf(tools.ledger)
  return (
    <FormProvider value={tools}>
      <div className="ledger-form" onKeyDown={enterMovesOn} role="form" aria-label={t.ledgers[tools.ledger].one}>
        {sections.map((section) => {
          const [open, folded] = foldedFields(tools.ledger, section.key, section.fields)
          return (
            <section key={section.key} aria-label={sectionLabel(tools.ledger, section.key)} className="form-section">
              {sections.length > 1 && <h2>{sectionLabel(tools.ledger, section.key)}</h2>}
              <FieldGroup
                open={open}
                folded={folded}
                fields={ledger.fields}
                owner={data}
                prefix=""
                marks={marks}
                frozen={frozen}
                allFrozen={readOnly}
              />
            </section>
          )
        })}
      </div>
    </FormProvider>
  )
}

export const sectionLabel = (ledger: LedgerName, key: string): string => textAt(t.ledgers, ledger, 'sections', key) ?? key
