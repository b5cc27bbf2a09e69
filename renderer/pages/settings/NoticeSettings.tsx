import { Form, Input } from 'antd'
import type { PaperSettings } from '../../../shared/settingsPapers.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

type Values = Pick<PaperSettings, 'noticeContact' | 'noticeExtra'>

/** What an office adds to the 权利义务告知书; the law's own sections are not its to change. */
export function NoticeSettings() {
  const { settings, readError, save, saving, saved, saveError, forget } = useSettings()
  const words = t.paperWording.notice
  if (settings === undefined) return <ErrorNotice error={readError} />
  const { noticeContact, noticeExtra } = settings
  return (
    <Panel title={words.title} note={words.note}>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={{ noticeContact, noticeExtra }}
        onFinish={(v) => save(v)}
        onValuesChange={forget}
      >
        <Form.Item
          name="noticeContact"
          label={words.contact}
          extra={words.contactHint}
          rules={[{ max: 60, message: words.contactTooLong }]}
        >
          <Input />
        </Form.Item>
        <Form.Item
          name="noticeExtra"
          label={words.extra}
          extra={words.extraHint}
          rules={[{ max: 600, message: words.extraTooLong }]}
        >
          <Input.TextArea rows={4} />
        </Form.Item>
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </Form>
    </Panel>
  )
}
