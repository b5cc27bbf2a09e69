import { Form, InputNumber, Radio } from 'antd'
import { trainingUnits } from '../../../shared/rules/quarterTrainings.ts'
import type { Settings } from '../../../shared/settings.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

type Values = Pick<Settings, 'trainingUnit' | 'trainingWarningDays'>
const words = t.trainings.settings

/** 一季两培训: whose trainings are counted, and when 今日 begins to remind. */
export function TrainingSettings() {
  const { settings, readError, save, saving, saved, saveError, forget } = useSettings()
  if (settings === undefined) return <ErrorNotice error={readError} />
  const { trainingUnit, trainingWarningDays } = settings
  return (
    <Panel title={words.title} note={words.note}>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={{ trainingUnit, trainingWarningDays }}
        onFinish={save}
        onValuesChange={forget}
      >
        <Form.Item name="trainingUnit" label={words.unit}>
          <Radio.Group vertical options={trainingUnits.map((value) => ({ value, label: words.units[value] }))} />
        </Form.Item>
        <Form.Item
          name="trainingWarningDays"
          label={words.days}
          rules={[{ required: true, message: t.settings.password.needed }]}
        >
          <InputNumber min={0} max={92} precision={0} />
        </Form.Item>
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </Form>
    </Panel>
  )
}
