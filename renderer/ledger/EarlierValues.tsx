import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import type { AnyValue, ScalarField } from '../../shared/ledgers/describe.ts'
import { useCall } from '../api/client.ts'
import { formatInstant, formatValue } from '../format.ts'
import { isComposing } from '../keys.ts'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { fill, t } from '../text.ts'
import { earlierValues } from './earlier.ts'
import { useFormTools } from './FormContext.ts'

interface Props {
  readonly path: string
  readonly field: ScalarField
  readonly value: AnyValue
  /** An earlier value is only shown, not taken back. */
  readonly fixed: boolean
  readonly onTake: (value: AnyValue) => void
  /** Back in the field. */
  readonly onClose: () => void
  /** The focus went elsewhere by itself. */
  readonly onLeave: () => void
}

/** What a field held before, who put it there and when; a value taken back is an ordinary change of the form. */
export function EarlierValues({ path, field, value, fixed, onTake, onClose, onLeave }: Props) {
  const { ledger, recordId } = useFormTools()
  const history = useCall('record.history', { ledger, id: recordId ?? '' }, { enabled: recordId !== null })
  const box = useRef<HTMLElement>(null)
  const values = earlierValues(history.data ?? [], path).filter((v) => v.value !== value)
  const found = values.length > 0
  useEffect(() => {
    const first = found ? box.current?.querySelector<HTMLElement>('button:not(:disabled)') : null
    ;(first ?? box.current)?.focus()
  }, [found])
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
    event.stopPropagation()
    onClose()
  }
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onLeave()
  }
  return (
    <section ref={box} className="earlier" tabIndex={-1} aria-label={t.form.earlier} onKeyDown={onKey} onBlur={onBlur}>
      <ErrorNotice error={history.error} />
      {!found && (recordId === null || history.data) && <p className="quiet">{t.form.earlierNone}</p>}
      {values.map((v) => (
        <button key={v.seq} type="button" className="link" disabled={fixed} onClick={() => onTake(v.value)}>
          {formatValue(field, v.value) || t.form.blankValue}
          <span className="quiet earlier-by">{fill(t.form.earlierBy, { by: v.by, when: formatInstant(v.at) })}</span>
        </button>
      ))}
      <p className="quiet">{t.form.earlierKeys}</p>
    </section>
  )
}
