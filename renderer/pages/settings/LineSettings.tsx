import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
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

interface Props {
  readonly name: 'phrases'
  readonly words: { readonly title: string; readonly note: string; readonly wrong: string }
  /** What the program came with, and the words of the button that brings it back. */
  readonly given?: { readonly lines: readonly string[]; readonly label: string }
}

/** A list of the office, one on a line: sentences of procedure (Alt+P). */
export function LineSettings({ name, words, given }: Props) {
  const { settings, readError, save, saving, saved, saveError, forget } = useSettings()
  const [typed, setTyped] = useState<string | null>(null)
  if (settings === undefined) return <ErrorNotice error={readError} />
  const text = typed ?? settings[name].join('\n')
  const lines = linesOf(text)
  const isGood = settingsSchema.shape[name].safeParse(lines).success
  const change = (next: string) => {
    forget()
    setTyped(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isGood) save({ [name]: lines })
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
        {given && <Button onClick={() => change(given.lines.join('\n'))}>{given.label}</Button>}
      </form>
    </Panel>
  )
}
