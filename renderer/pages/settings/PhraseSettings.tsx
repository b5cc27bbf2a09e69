import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { procedurePhrases } from '../../../shared/procedurePhrases.ts'
import { settings as settingsSchema } from '../../../shared/settings.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { t } from '../../text.ts'
import { SaveButton } from './SaveButton.tsx'
import { useSettings } from './useSettings.ts'

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The office's own sentences of procedure for records (Alt+P), one on a line. */
export function PhraseSettings() {
  const { settings, readError, save, saving, saved, saveError, forget } = useSettings()
  const words = t.settings.phrases
  const [typed, setTyped] = useState<string | null>(null)
  if (settings === undefined) return <ErrorNotice error={readError} />
  const text = typed ?? settings.phrases.join('\n')
  const phrases = linesOf(text)
  const isGood = settingsSchema.shape.phrases.safeParse(phrases).success
  const change = (next: string) => {
    forget()
    setTyped(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isGood) save({ phrases })
  }
  return (
    <Panel title={words.title} note={words.note}>
      <form onSubmit={submit}>
        <Input.TextArea
          aria-label={words.title}
          rows={10}
          value={text}
          status={isGood ? '' : 'error'}
          onChange={(e) => change(e.target.value)}
        />
        {!isGood && <p className="field-problem">{words.wrong}</p>}
        <ErrorNotice error={saveError} />
        <SaveButton label={t.settings.save} saving={saving} done={saved ? t.settings.saved : null} />
        <Button onClick={() => change(procedurePhrases.join('\n'))}>{words.back}</Button>
      </form>
    </Panel>
  )
}
