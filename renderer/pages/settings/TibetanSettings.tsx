import { Form, Input } from 'antd'
import { useState } from 'react'
import { casePapers } from '../../../shared/rules/casePapers.ts'
import { noticeSections } from '../../../shared/rules/paperWording.ts'
import { type PaperSettings, tibetanLimits } from '../../../shared/settingsPapers.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { fill, t } from '../../text.ts'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

type Values = Pick<PaperSettings, 'tibetanReadAloud' | 'tibetanNotice' | 'tibetanTitles'>

/** Boxes left empty are no texts: they are not kept. */
const filledIn = <K extends string>(texts: Readonly<Partial<Record<K, string>>>): Partial<Record<K, string>> =>
  Object.fromEntries(
    Object.entries<string | undefined>(texts).filter(([, text]) => (text ?? '').trim() !== ''),
  ) as Partial<Record<K, string>>

const atMost = (max: number) => [{ max, message: fill(t.paperWording.tibetan.tooLong, { max }) }]

/** The office's own Tibetan, printed beside the Chinese it belongs to. */
export function TibetanSettings() {
  const { settings, readError, save, saving, saved, saveError, forget } = useSettings()
  const words = t.paperWording.tibetan
  if (settings === undefined) return <ErrorNotice error={readError} />
  const { tibetanReadAloud, tibetanNotice, tibetanTitles } = settings
  const submit = (v: Partial<Values>) =>
    save({
      tibetanReadAloud: v.tibetanReadAloud ?? '',
      tibetanNotice: filledIn(v.tibetanNotice ?? {}),
      // Titles that were not opened stay as they are.
      tibetanTitles: filledIn({ ...tibetanTitles, ...v.tibetanTitles }),
    })
  return (
    <Panel title={words.title} note={words.note}>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={{ tibetanReadAloud, tibetanNotice, tibetanTitles }}
        onFinish={submit}
        onValuesChange={forget}
      >
        <Form.Item
          name="tibetanReadAloud"
          label={words.readAloud}
          extra={words.readAloudChinese}
          rules={atMost(tibetanLimits.readAloud)}
        >
          <Input lang="bo" />
        </Form.Item>
        <h3>{words.sections}</h3>
        {noticeSections.map((key) => (
          <Form.Item
            key={key}
            name={['tibetanNotice', key]}
            label={words.section[key]}
            rules={atMost(tibetanLimits.section)}
          >
            <Input.TextArea lang="bo" autoSize={{ minRows: 1, maxRows: 6 }} />
          </Form.Item>
        ))}
        <Titles count={Object.keys(tibetanTitles).length} />
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </Form>
    </Panel>
  )
}

/** Two dozen boxes, out of the way until wanted. */
function Titles({ count }: { readonly count: number }) {
  const [open, setOpen] = useState(false)
  const words = t.paperWording.tibetan
  if (!open)
    return (
      <p>
        <button type="button" className="link" aria-expanded={false} onClick={() => setOpen(true)}>
          {fill(words.showTitles, { count })}
        </button>
      </p>
    )
  return (
    <>
      <h3>{words.titles}</h3>
      {casePapers.map((paper) => (
        <Form.Item
          key={paper}
          name={['tibetanTitles', paper]}
          label={t.papers.titles[paper]}
          rules={atMost(tibetanLimits.title)}
        >
          <Input lang="bo" />
        </Form.Item>
      ))}
    </>
  )
}
