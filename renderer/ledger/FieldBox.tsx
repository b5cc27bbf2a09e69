import { Dropdown } from 'antd'
import { type KeyboardEvent, memo, useState } from 'react'
import type { Offer } from '../../shared/errors.ts'
import type { AbsentReason, AnyValue, ScalarField } from '../../shared/ledgers/describe.ts'
import { isComposing } from '../keys.ts'
import { codeLabel, fieldLabel, t } from '../text.ts'
import { AmountWords } from './AmountWords.tsx'
import { EarlierValues } from './EarlierValues.tsx'
import { fieldId, focusPath, useFormTools } from './FormContext.ts'
import { mayBeAbsent, spanOf } from './layout.ts'
import { Offers } from './Offers.tsx'
import { PowerOptions } from './PowerOptions.tsx'
import { sourceOf } from './suggestions.ts'
import { Widget } from './Widget.tsx'

interface Props {
  readonly path: string
  readonly field: ScalarField
  readonly value: AnyValue
  readonly reason: AbsentReason | null
  /** Sentences about this field, already in words; empty when all is well. */
  readonly errors: string
  readonly warnings: string
  readonly offers: readonly Offer[]
  readonly frozen: boolean
  /** In a row of a table the heading says the label. */
  readonly bare?: boolean
}

/** One field: label, control, why it may be blank, what is wrong with it. */
export const FieldBox = memo(function FieldBox(props: Props) {
  const { path, field, value, reason, errors, warnings, offers, frozen, bare = false } = props
  const tools = useFormTools()
  const { ledger, edit } = tools
  const [list = '', , inner] = path.split('.')
  const place = inner === undefined ? list : `${list}.${inner}`
  const label = fieldLabel(ledger, place)
  const absentAllowed = !frozen && mayBeAbsent(field)
  const [earlier, setEarlier] = useState(false)
  const setReason = (next: AbsentReason | null) => edit({ type: 'absent', path, reason: next })
  const span = bare ? '' : ` span-${spanOf(tools, place, field)}`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key is heard from the control inside
    <div
      className={`field${span}${errors ? ' has-error' : ''}`}
      data-path={path}
      onKeyDown={(e) => asksForEarlier(e) && setEarlier(true)}
    >
      {!bare && (
        <div className="field-head">
          {field.kind !== 'flag' && <label htmlFor={fieldId(path)}>{label}</label>}
          {field.needed && !frozen && <span className="needed-word">{t.form.needed}</span>}
          {frozen && inner === undefined && <span className="frozen-word">{t.form.frozen}</span>}
          {absentAllowed && <AbsentMenu reason={reason} onChange={setReason} />}
        </div>
      )}
      <Control {...props} place={place} label={label} />
      {earlier && <Earlier {...props} onClose={() => setEarlier(false)} />}
      {!frozen && <PowerOptions path={path} place={place} value={value} />}
      <AmountWords place={place} field={field} value={value} />
      {reason !== null && <p className="absent-word">{codeLabel('absent', reason)}</p>}
      {errors && (
        <p className="field-problem" id={`${fieldId(path)}-problem`}>
          {errors}
        </p>
      )}
      {warnings && <p className="field-warning">{warnings}</p>}
      {!frozen && <Offers path={path} offers={offers} />}
    </div>
  )
})

/** Alt+H in a field: what it held before. */
function asksForEarlier(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() !== 'h' || !event.altKey || event.ctrlKey || isComposing(event.nativeEvent)) return false
  event.preventDefault()
  return true
}

function Earlier({ path, field, value, frozen, onClose }: Props & { readonly onClose: () => void }) {
  const { edit } = useFormTools()
  const close = () => {
    onClose()
    focusPath(path)
  }
  const take = (earlier: AnyValue) => {
    edit({ type: 'set', path, value: earlier })
    close()
  }
  return (
    <EarlierValues
      path={path}
      field={field}
      value={value}
      fixed={frozen}
      onTake={take}
      onClose={close}
      onLeave={onClose}
    />
  )
}

type ControlProps = Props & { readonly place: string; readonly label: string }
function Control({ path, place, field, value, frozen, errors, label }: ControlProps) {
  const { ledger, edit, unreadable, today, assumedYear, settings } = useFormTools()
  return (
    <Widget
      field={field}
      id={fieldId(path)}
      label={label}
      today={today}
      assumedYear={assumedYear}
      phrases={settings.phrases}
      source={sourceOf(ledger, place)}
      value={value}
      disabled={frozen}
      invalid={errors !== ''}
      onChange={(next) => edit({ type: 'set', path, value: next })}
      onUnreadable={(code) => unreadable(path, code)}
    />
  )
}

interface MenuProps {
  readonly reason: AbsentReason | null
  readonly onChange: (reason: AbsentReason | null) => void
}
/** 暂缺 or 拒绝提供: an answer too, so that a field nobody knows never stops the work. */
function AbsentMenu({ reason, onChange }: MenuProps) {
  const items = [
    ...(['unknown', 'refused'] as const)
      .filter((r) => r !== reason)
      .map((key) => ({ key: key as string, label: codeLabel('absent', key) })),
    ...(reason === null ? [] : [{ key: 'none', label: t.form.absentClear }]),
  ]
  const choose = ({ key }: { readonly key: string }) => onChange(key === 'none' ? null : (key as AbsentReason))
  return (
    <Dropdown menu={{ items, onClick: choose }} trigger={['click']}>
      <button
        type="button"
        className="absent-button"
        tabIndex={-1}
        title={t.form.absentSet}
        aria-label={t.form.absentSet}
      >
        {t.codes.absent.unknown}
      </button>
    </Dropdown>
  )
}
