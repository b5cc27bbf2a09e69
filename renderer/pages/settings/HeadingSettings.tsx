import { Form, Input, Radio } from 'antd'
import type { PaperSettings } from '../../../shared/settingsPapers.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

type Values = Pick<PaperSettings, 'paperHeading' | 'paperHeadingOn'>

/** 抬头: a line of the office's own above the title, shown over a title as it will be printed. */
export function HeadingSettings() {
  const { settings, readError, save, saving, saved, saveError, forget } = useSettings()
  const [form] = Form.useForm<Values>()
  const typed = Form.useWatch('paperHeading', form)
  const words = t.paperWording.heading
  if (settings === undefined) return <ErrorNotice error={readError} />
  const { paperHeading, paperHeadingOn } = settings
  return (
    <Panel title={words.title} note={words.note}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ paperHeading, paperHeadingOn }}
        onFinish={(v) => save(v)}
        onValuesChange={forget}
      >
        <Form.Item name="paperHeading" label={words.line} rules={[{ max: 40, message: words.tooLong }]}>
          <Input />
        </Form.Item>
        {(typed ?? paperHeading).trim() !== '' && (
          <p className="paper-head-example" aria-hidden>
            {(typed ?? paperHeading).trim()}
            <strong>{t.papers.titles.rightsNotice}</strong>
          </p>
        )}
        <Form.Item name="paperHeadingOn" label={words.on}>
          <Radio.Group
            vertical
            options={(['local', 'all'] as const).map((value) => ({ value, label: words.onWhich[value] }))}
          />
        </Form.Item>
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </Form>
    </Panel>
  )
}
