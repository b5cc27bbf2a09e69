import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { exampleLevels, type Level, type Settings, settings as settingsSchema } from '../../../shared/settings.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { fill, t } from '../../text.ts'
import { HolidaySettings } from './HolidaySettings.tsx'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

type Values = Pick<Settings, 'followUpDays' | 'monthShifts' | 'levels'>

/** 期限与放假安排: days the office sets for itself, and the tables everything is counted by. */
export function PeriodSettings() {
  return (
    <div className="settings-section wide">
      <Periods />
      <HolidaySettings />
    </div>
  )
}

/** A row that was added and never filled is no level. */
const filled = (levels: readonly (Level | undefined)[]): Level[] =>
  levels.flatMap((l) => (l === undefined ? [] : [{ name: l.name?.trim() ?? '', days: l.days ?? null, unit: l.unit }]))

function Periods() {
  const { settings, readError, save, saving, saved, saveError, forget } = useSettings()
  const [form] = Form.useForm<Values>()
  const words = t.clocks.settings
  if (settings === undefined) return <ErrorNotice error={readError} />
  const { followUpDays, monthShifts, levels } = settings
  const fillExample = () => {
    form.setFieldValue('levels', exampleLevels)
    forget()
  }
  return (
    <Panel title={words.periods} note={words.periodsNote}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ followUpDays, monthShifts, levels }}
        onFinish={(v) => save({ ...v, levels: filled(v.levels) })}
        onValuesChange={forget}
      >
        <Form.Item
          name="followUpDays"
          label={words.followUpDays}
          extra={words.followUpHint}
          rules={[{ required: true, message: t.settings.password.needed }]}
        >
          <InputNumber min={1} max={365} precision={0} />
        </Form.Item>
        <Form.Item name="monthShifts" valuePropName="checked" extra={words.monthShiftsHint}>
          <Checkbox>{words.monthShifts}</Checkbox>
        </Form.Item>
        <h3>{words.levels}</h3>
        <p className="panel-note">{words.levelsHint}</p>
        <Levels />
        <div className="button-line">
          <Button size="small" onClick={fillExample}>
            {words.example}
          </Button>
          <span className="panel-note">{words.exampleHint}</span>
        </div>
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </Form>
    </Panel>
  )
}

const levelsRule = {
  validator: (_rule: unknown, value: readonly (Level | undefined)[]) =>
    settingsSchema.shape.levels.safeParse(filled(value)).success
      ? Promise.resolve()
      : Promise.reject(new Error(t.clocks.settings.levelsWrong)),
}
const units = (['working', 'calendar'] as const).map((value) => ({ value, label: t.clocks.settings.units[value] }))

function Levels() {
  const words = t.clocks.settings
  return (
    <Form.List name="levels" rules={[levelsRule]}>
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="level-row">
              <Form.Item name={[name, 'name']} noStyle>
                <Input aria-label={nth(name, words.levelName)} placeholder={words.levelName} maxLength={40} />
              </Form.Item>
              <Form.Item name={[name, 'days']} noStyle>
                <InputNumber
                  aria-label={nth(name, words.levelDays)}
                  placeholder={words.levelDays}
                  min={1}
                  max={365}
                  precision={0}
                />
              </Form.Item>
              <Form.Item name={[name, 'unit']} noStyle>
                <Select aria-label={nth(name, words.levelUnit)} options={units} />
              </Form.Item>
              <Button aria-label={nth(name, words.removeLevel)} onClick={() => remove(name)}>
                {words.removeLevel}
              </Button>
            </div>
          ))}
          <div className="field-problem">
            <Form.ErrorList errors={errors} />
          </div>
          <div className="button-line">
            <Button
              size="small"
              disabled={fields.length >= 12}
              onClick={() => add({ name: '', days: null, unit: 'working' })}
            >
              {words.addLevel}
            </Button>
          </div>
        </>
      )}
    </Form.List>
  )
}

const nth = (index: number, what: string): string => fill(t.clocks.settings.levelNth, { n: index + 1, what })
