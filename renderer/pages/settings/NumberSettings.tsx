import { Form, Select } from 'antd'
import type { Settings } from '../../../shared/settings.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { PatternField } from './PatternField.tsx'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

type Values = Pick<Settings, 'caseNoAt' | 'caseNoPattern' | 'agreementNoPattern'>

/** How the office's numbers look, and when a case gets its 卷号. */
export function NumberSettings() {
  const { settings, readError, save, saving, saved, saveError, forget } = useSettings()
  const words = t.settings.office
  if (settings === undefined) return <ErrorNotice error={readError} />
  const { caseNoAt, caseNoPattern, agreementNoPattern } = settings
  const times = (['acceptance', 'filing'] as const).map((value) => ({ value, label: words.caseNoAtTimes[value] }))
  return (
    <Panel title={words.numbers} note={words.patternHint}>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={{ caseNoAt, caseNoPattern, agreementNoPattern }}
        onFinish={(v) => save(v)}
        onValuesChange={forget}
      >
        <PatternField name="caseNoPattern" label={words.caseNoPattern} />
        <PatternField name="agreementNoPattern" label={words.agreementNoPattern} />
        <Form.Item name="caseNoAt" label={words.caseNoAt}>
          <Select options={times} />
        </Form.Item>
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </Form>
    </Panel>
  )
}
