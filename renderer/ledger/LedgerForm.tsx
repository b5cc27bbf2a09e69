import { type KeyboardEvent, useMemo } from 'react'
import type { AnyData, FormSection, Ledger } from '../../shared/ledgers/describe.ts'
import { type LedgerName, ledgerOf } from '../../shared/ledgers/index.ts'
import { isComposing } from '../keys.ts'
import { t, textAt } from '../text.ts'
import { reasonAfter } from './edit.ts'
import { enterMovesOn } from './enterKey.ts'
import { FieldGroup, type Marks } from './FieldGroup.tsx'
import { FormProvider, type FormTools } from './FormContext.ts'
import { foldedFields, mayBeAbsent } from './layout.ts'
import { FactsProvider } from './suggestions.ts'

interface Props {
  readonly tools: FormTools
  readonly data: AnyData
  readonly marks: Marks
  readonly frozen: ReadonlySet<string>
  /** Sections shown, in order; a case shows one at a time. */
  readonly sections: readonly FormSection[]
  /** A save was tried: sentences stay in sight even at the field being typed in. */
  readonly attempted: boolean
}

/** Alt+0 steps through 暂缺, 拒绝提供 and back in the field that has the focus; null where it means nothing. */
function absentKeyAt(event: KeyboardEvent<HTMLElement>, ledger: Ledger): string | null {
  if (event.key !== '0' || !event.altKey || isComposing(event.nativeEvent)) return null
  const path = (event.target as HTMLElement).closest<HTMLElement>('[data-path]')?.dataset.path ?? ''
  const [name = '', , inner] = path.split('.')
  const field = ledger.fields[name]
  const asked = inner !== undefined && field?.kind === 'list' ? field.part.fields[inner] : field
  return asked !== undefined && mayBeAbsent(asked) ? path : null
}

/** A record's form, drawn from the description of its ledger. */
export function LedgerForm({ tools, data, marks, frozen, sections, attempted }: Props) {
  const ledger = ledgerOf(tools.ledger)
  const facts = useMemo(
    () => ({ data, settings: tools.settings, today: tools.today, places: tools.places }),
    [data, tools],
  )
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const path = absentKeyAt(event, ledger)
    if (path === null) return
    event.preventDefault()
    tools.edit({ type: 'absent', path, reason: reasonAfter(data, path) })
  }
  return (
    <FormProvider value={tools}>
      <FactsProvider value={facts}>
        <form
          className={`ledger-form${attempted ? ' attempted' : ''}`}
          aria-label={t.ledgers[tools.ledger].one}
          onKeyDown={onKey}
          onKeyDownCapture={(e) => enterMovesOn(e, tools, data)}
          onBlur={tools.endStep}
          onSubmit={(e) => e.preventDefault()}
        >
          {sections.map((section) => {
            const [open, folded] = foldedFields(tools, section.key, section.fields)
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
                />
              </section>
            )
          })}
        </form>
      </FactsProvider>
    </FormProvider>
  )
}

export const sectionLabel = (ledger: LedgerName, key: string): string =>
  textAt(t.ledgers, ledger, 'sections', key) ?? key
