import { Alert, Form, Input } from 'antd'
import { type Settings, settings as settingsSchema } from '../../../shared/settings.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'
import { PhraseSettings } from './PhraseSettings.tsx'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

/** Facts of the unit, the committee's name as on its seal, and how numbers look. */
export function OfficeSettings() {
  const { profile } = useSession()
  const words = t.settings.office
  return (
    <div className="settings-section">
      <Panel title={t.settings.sections.office} note={words.fixed}>
        {profile.sample && <Alert type="warning" showIcon role="note" title={words.sample} />}
        <dl className="facts-list">
          <dt>{words.unitName}</dt>
          <dd>{profile.unitName}</dd>
          <dt>{words.unitCode}</dt>
          <dd>{profile.unitCode}</dd>
          <dt>{words.kind}</dt>
          <dd>
            {words.kinds[profile.kind]}
            {profile.book && `（${t.codes.book[profile.book]}）`}
          </dd>
        </dl>
      </Panel>
      {profile.kind === 'unit' && <NamesAndNumbers />}
      {profile.kind === 'unit' && <PhraseSettings />}
    </div>
  )
}

type Values = Pick<Settings, 'committee' | 'caseNoPattern' | 'agreementNoPattern'>

/** A number as the pattern makes it, for this year's first. */
const exampleOf = (pattern: string): string =>
  pattern.replaceAll('{年}', String(new Date().getFullYear())).replaceAll('{序号}', '1')
const whole = (pattern: string | undefined): pattern is string =>
  settingsSchema.shape.caseNoPattern.safeParse(pattern).success

function NamesAndNumbers() {
  const { settings, readError, save, saving, saved, saveError, forget } = useSettings()
  const words = t.settings.office
  if (settings === undefined) return <ErrorNotice error={readError} />
  const { committee, caseNoPattern, agreementNoPattern } = settings
  return (
    <Panel title={words.numbers} note={words.patternHint}>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={{ committee, caseNoPattern, agreementNoPattern }}
        onFinish={(v) => save({ ...v, committee: v.committee.trim() })}
        onValuesChange={forget}
      >
        <Form.Item
          name="committee"
          label={words.committee}
          extra={words.committeeHint}
          rules={[{ max: 60, message: words.committeeTooLong }]}
        >
          <Input />
        </Form.Item>
        <PatternField name="caseNoPattern" label={words.caseNoPattern} />
        <PatternField name="agreementNoPattern" label={words.agreementNoPattern} />
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </Form>
    </Panel>
  )
}

function PatternField({
  name,
  label,
}: {
  readonly name: 'caseNoPattern' | 'agreementNoPattern'
  readonly label: string
}) {
  const words = t.settings.office
  const typed = Form.useWatch<string | undefined>(name)
  const rule = {
    validator: (_rule: unknown, value: string | undefined) =>
      whole(value) ? Promise.resolve() : Promise.reject(new Error(words.patternWrong)),
  }
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[rule, { max: 60, message: words.committeeTooLong }]}
      extra={whole(typed) ? fill(words.patternExample, { example: exampleOf(typed) }) : undefined}
    >
      <Input spellCheck={false} />
    </Form.Item>
  )
}
