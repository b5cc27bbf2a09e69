import { Form, Radio } from 'antd'
import { chineseDate } from '../../../shared/rules/dates.ts'
import {
  acceptanceOpenings,
  acceptanceSentence,
  pageNumberWords,
  partySignatureWords,
} from '../../../shared/rules/paperWording.ts'
import type { PaperSettings } from '../../../shared/settingsPapers.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { fill, t } from '../../text.ts'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

type Values = Pick<PaperSettings, 'acceptanceOpening' | 'partySignature' | 'pageNumbers'>

const keysOf = <K extends string>(words: Readonly<Record<K, unknown>>) => Object.keys(words) as K[]

/** Each choice is shown as the paper will say it. */
function openingChoices() {
  const words = t.paperWording
  return acceptanceOpenings.map((value) => {
    const { between, after } = acceptanceSentence(value, 'application')
    const sentence = `${chineseDate('2026-05-20')}${between}${words.exampleNames}${after}`
    return { value, label: fill(words.example, { name: words.openings[value], sentence }) }
  })
}

/** Wording that varies by place: the variants known, and no others. */
export function WordingSettings() {
  const { settings, readError, save, saving, saved, saveError, forget } = useSettings()
  const words = t.paperWording
  if (settings === undefined) return <ErrorNotice error={readError} />
  const { acceptanceOpening, partySignature, pageNumbers } = settings
  return (
    <Panel title={words.title} note={words.note}>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={{ acceptanceOpening, partySignature, pageNumbers }}
        onFinish={(v) => save(v)}
        onValuesChange={forget}
      >
        <Form.Item name="acceptanceOpening" label={words.opening}>
          <Radio.Group vertical options={openingChoices()} />
        </Form.Item>
        <Form.Item name="partySignature" label={words.signature} extra={words.signatureHint}>
          <Radio.Group
            vertical
            options={keysOf(partySignatureWords).map((value) => ({
              value,
              label: `（${partySignatureWords[value]}）`,
            }))}
          />
        </Form.Item>
        <Form.Item name="pageNumbers" label={words.pageNumbers} extra={words.pageNumbersHint}>
          <Radio.Group
            options={keysOf(pageNumberWords).map((value) => ({ value, label: pageNumberWords[value](1, 3) }))}
          />
        </Form.Item>
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
      </Form>
    </Panel>
  )
}
