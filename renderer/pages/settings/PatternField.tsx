import { Form, Input } from 'antd'
import { fillNumber } from '../../../shared/rules/numbers.ts'
import { numberPattern } from '../../../shared/settings.ts'
import { fill, t } from '../../text.ts'

const whole = (pattern: string | null | undefined): pattern is string => numberPattern.safeParse(pattern).success

interface Props {
  readonly name: 'caseNoPattern' | 'agreementNoPattern'
  readonly label: string
  /** The pattern that holds while this one is blank; without it a blank one is refused. */
  readonly otherwise?: string
}

/** A number's pattern, with the number it makes this year. */
export function PatternField({ name, label, otherwise }: Props) {
  const words = t.settings.office
  const typed = Form.useWatch<string | null | undefined>(name)
  const blank = otherwise !== undefined && (typed ?? '') === ''
  const rule = {
    validator: (_rule: unknown, value: string | null | undefined) =>
      whole(value) || (otherwise !== undefined && (value ?? '') === '')
        ? Promise.resolve()
        : Promise.reject(new Error(words.patternWrong)),
  }
  const example = whole(typed) ? fillNumber(typed, new Date().getFullYear(), 1) : null
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[rule, { max: 60, message: words.tooLong }]}
      extra={
        blank
          ? fill(t.numbers.committees.patternSame, { pattern: otherwise })
          : example && fill(words.patternExample, { example })
      }
    >
      <Input spellCheck={false} />
    </Form.Item>
  )
}
