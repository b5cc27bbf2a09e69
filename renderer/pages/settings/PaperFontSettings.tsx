import { Form, Radio } from 'antd'
import type { PaperFonts } from '../../../shared/settings.ts'
import { useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

/** What the papers are set in: the program's 宋体, or 仿宋 and 小标宋 where this machine has them. */
export function PaperFontSettings() {
  const { settings, readError, save, saving, saved, saveError, forget } = useSettings()
  const fonts = useCall('paper.fonts', {})
  const words = t.settings.paperFonts
  if (settings === undefined || fonts.data === undefined) return <ErrorNotice error={readError ?? fonts.error} />
  const choose = (own: 'fangsong' | 'xiaobiaosong') => [
    { value: 'song', label: words.song },
    { value: own, label: fonts.data[own] ? words[own] : words[`no_${own}`] },
  ]
  return (
    <Panel title={words.title}>
      <p className="quiet">{words.note}</p>
      <Form<PaperFonts>
        layout="vertical"
        requiredMark={false}
        initialValues={settings.paperFonts}
        onFinish={(paperFonts) => save({ paperFonts })}
        onValuesChange={forget}
      >
        <Form.Item name="body" label={words.body}>
          <Radio.Group options={choose('fangsong')} />
        </Form.Item>
        <Form.Item name="title" label={words.titles}>
          <Radio.Group options={choose('xiaobiaosong')} />
        </Form.Item>
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </Form>
    </Panel>
  )
}
