import { Form, Radio, Select, Switch } from 'antd'
import type { Settings } from '../../../shared/settings.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { fill, language, switchLanguage, t } from '../../text.ts'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

const idleChoices = [5, 10, 15, 30, 60, 120, 240] as const

type Values = Pick<Settings, 'largeText' | 'idleMinutes'>

/** 大字, locking when nobody is there, and the language of the window. */
export function DisplaySettings() {
  const { settings, readError, save, saving, saved, saveError, forget } = useSettings()
  const words = t.settings.display
  if (settings === undefined) return <ErrorNotice error={readError} />
  const { largeText, idleMinutes } = settings
  const choices = [...new Set([...idleChoices, idleMinutes])].toSorted((a, b) => a - b)
  return (
    <div className="settings-section">
      <Panel title={t.settings.sections.display}>
        <Form<Values>
          layout="vertical"
          requiredMark={false}
          initialValues={{ largeText, idleMinutes }}
          onFinish={save}
          onValuesChange={forget}
        >
          <Form.Item name="largeText" label={words.largeText} extra={words.largeTextHint} valuePropName="checked">
            <Switch />
          </Form.Item>
          <Form.Item name="idleMinutes" label={words.idleMinutes} extra={words.idleHint}>
            <Select options={choices.map((value) => ({ value, label: fill(words.minutes, { count: value }) }))} />
          </Form.Item>
          <ErrorNotice error={saveError} />
          <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
        </Form>
      </Panel>
      <Panel title={words.language}>
        <Radio.Group
          aria-label={words.language}
          value={language}
          onChange={(e) => switchLanguage(e.target.value as typeof language)}
          options={[
            { value: 'zh-CN', label: words.languages.zh },
            { value: 'en', label: words.languages.en },
          ]}
        />
      </Panel>
    </div>
  )
}
