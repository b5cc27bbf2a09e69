import { Checkbox } from 'antd'
import { assertNever } from '../../shared/errors.ts'
import type { AnyValue, NumberField, ScalarField } from '../../shared/ledgers/describe.ts'
import { typedDegrees } from '../../shared/rules/degrees.ts'
import { typedTime } from '../../shared/rules/typedDate.ts'
import { typedDecimal, typedInteger, typedMoney } from '../../shared/rules/typedNumber.ts'
import { formatMoney } from '../format.ts'
import { t } from '../text.ts'
import type { Source } from './suggestions.ts'
import { CodeInput, CodesInput } from './widgets/CodeInput.tsx'
import { DateInput } from './widgets/DateInput.tsx'
import { DialogueInput } from './widgets/DialogueInput.tsx'
import { PlaceInput } from './widgets/PlaceInput.tsx'
import { SuggestInput } from './widgets/SuggestInput.tsx'
import { TextInput } from './widgets/TextInput.tsx'
import { TypedInput, type WidgetProps } from './widgets/TypedInput.tsx'

type Props = WidgetProps<AnyValue & (string | number | boolean | readonly string[])> & {
  readonly field: ScalarField
  readonly today: string
  readonly phrases: readonly string[]
  readonly assumedYear: () => string | null
  /** What it offers to be taken over, where it offers something. */
  readonly source: Source | null
}

/** The control for one scalar field, chosen by its kind. */
export function Widget({ field, today, phrases, source, assumedYear, ...rest }: Props) {
  const text = rest as unknown as WidgetProps<string>
  switch (field.kind) {
    case 'paragraph':
      if (field.dialogue) return <DialogueInput {...text} field={field} phrases={phrases} />
      return <TextInput {...text} field={field} />
    case 'text':
    case 'name':
      if ('place' in field && field.place !== undefined) return <PlaceInput {...text} field={field} />
      if (source !== null) return <SuggestInput {...text} field={field} source={source} />
      return <TextInput {...text} field={field} />
    case 'phone':
    case 'idNumber':
    case 'creditCode':
      return <TextInput {...text} field={field} />
    case 'date':
      return <DateInput {...text} today={today} assumedYear={assumedYear} />
    case 'time':
      return (
        <TypedInput {...text} parse={typedTime} format={String} unreadable="notATime" placeholder={t.form.timeHint} />
      )
    case 'code':
      return <CodeInput {...text} field={field} />
    case 'codes':
      return <CodesInput {...(rest as unknown as WidgetProps<readonly string[]>)} field={field} />
    case 'integer':
    case 'decimal':
    case 'money':
      return <NumberInput {...(rest as unknown as WidgetProps<number>)} field={field} />
    case 'flag':
      return <FlagInput {...(rest as unknown as WidgetProps<boolean>)} />
    case 'reference':
      return null
    default:
      return assertNever(field)
  }
}

const numbers = {
  integer: { parse: typedInteger, format: String },
  decimal: { parse: typedDecimal, format: String },
  money: { parse: typedMoney, format: formatMoney, suffix: t.form.moneyUnit },
} as const

function NumberInput({ field, ...rest }: WidgetProps<number> & { readonly field: NumberField }) {
  const { degrees } = field
  if (degrees === undefined) return <TypedInput {...rest} {...numbers[field.kind]} unreadable="notANumber" />
  return (
    <TypedInput
      {...rest}
      parse={(typed) => typedDegrees(typed, degrees)}
      format={String}
      unreadable="notDegrees"
      placeholder={t.form.degreesHint}
    />
  )
}

function FlagInput({ id, label, value, onChange, disabled }: WidgetProps<boolean>) {
  return (
    <Checkbox id={id} checked={value === true} disabled={disabled} onChange={(e) => onChange(e.target.checked)}>
      {label}
    </Checkbox>
  )
}
