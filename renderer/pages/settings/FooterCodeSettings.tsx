import { Form, Switch } from 'antd'
import type { Settings } from '../../../shared/settings.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

/** 页脚码: whether the office's own papers carry one. */
export function FooterCodeSettings() {
  const { settings, readError, save, saving, saved, saveError, forget } = useSettings()
  const words = t.scans.setting
  if (settings === undefined) return <ErrorNotice error={readError} />
  const { footerCode } = settings
  return (
    <Panel title={words.title}>
      <Form<Pick<Settings, 'footerCode'>>
        layout="vertical"
        requiredMark={false}
        initialValues={{ footerCode }}
        onFinish={save}
        onValuesChange={forget}
      >
        <Form.Item name="footerCode" label={words.label} extra={words.note} valuePropName="checked">
          <Switch />
        </Form.Item>
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </Form>
    </Panel>
  )
}
