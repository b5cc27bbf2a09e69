import { Checkbox } from 'antd'
import { assertNever } from '../../shared/errors.ts'
import type { AnyValue, ScalarField } from '../../shared/ledgers/describe.ts'
import { typedTime } from '../../shared/rules/typedDate.ts'
import { typedDecimal, typedInteger, typedMoney } from '../../shared/rules/typedNumber.ts'
import { formatMoney } from '../format.ts'
import { t } from '../text.ts'
import { CodeInput, CodesInput } from './widgets/CodeInput.tsx'
import { DateInput } from './widgets/DateInput.tsx'
import { TextInput } from './widgets/TextInput.tsx'
import { TypedInput, type WidgetProps } from './widgets/TypedInput.tsx'

type Props = WidgetProps<AnyValue & (string | number | boolean | readonly string[])> & {
  readonly field: ScalarField
  readonly today: string
}

/** The control for one scalar field, chosen by its kind. */
export function Widget({ field, today, ...rest }: Props) {
  const text = rest as unknown as WidgetProps<string>
  const number = rest as unknown as WidgetProps<number>
  switch (field.kind) {
    case 'text':
    case 'paragraph':
    case 'name':
    case 'phone':
    case 'idNumber':
    case 'creditCode':
      return <TextInput {...text} field={field} />
    case 'date':
      return <DateInput {...text} today={today} />
    case 'time':
      return (
        <TypedInput {...text} parse={typedTime} format={String} unreadable="notATime" placeholder={t.form.timeHint} />
      )
    case 'code':
      return <CodeInput {...text} field={field} />
    case 'codes':
      return <CodesInput {...(rest as unknown as WidgetProps<readonly string[]>)} field={field} />
    case 'integer':
      return <TypedInput {...number} parse={typedInteger} format={String} unreadable="notANumber" />
    case 'decimal':
      return <TypedInput {...number} parse={typedDecimal} format={String} unreadable="notANumber" />
    case 'money':
      return (
        <TypedInput
          {...number}
          parse={typedMoney}
          format={formatMoney}
          unreadable="notANumber"
          suffix={t.form.moneyUnit}
        />
      )
    case 'flag':
      return (
        <Checkbox
          id={rest.id}
          checked={rest.value === true}
          disabled={rest.disabled}
          onChange={(e) => rest.onChange(e.target.checked)}
        >
          {rest.label}
        </Checkbox>
      )
    default:
      return assertNever(field)
  }
}
