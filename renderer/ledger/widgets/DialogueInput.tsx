import { Select } from 'antd'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { afterEnter, type Insertion, newQuestion } from '../../../shared/rules/dialogue.ts'
import { isComposing } from '../../keys.ts'
import { t } from '../../text.ts'
import { byTyped, type Choice, choiceOf, isFound } from './choices.ts'
import { TextInput, type TextInputProps } from './TextInput.tsx'

/**
 * Types into the field as a hand would. The browser's own command is used because it alone keeps the field's own undo
 * (Ctrl+Z takes one insertion back); setting the value from outside forgets it.
 */
function put(area: HTMLTextAreaElement, { from, to, text }: Insertion): void {
  area.focus()
  area.setSelectionRange(from, to)
  if (text !== '') document.execCommand('insertText', false, text)
  else if (from !== to) document.execCommand('delete')
}

/** A record that may be written as question and answer, with the office's sentences of procedure at hand. */
export function DialogueInput({ phrases, ...props }: TextInputProps & { readonly phrases: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null)
  const [choosing, setChoosing] = useState(false)
  const area = () => box.current?.querySelector('textarea') ?? null
  const ask = () => {
    const field = area()
    if (field) put(field, newQuestion(field.value, field.selectionEnd))
  }
  const close = (phrase: string | null) => {
    setChoosing(false)
    const field = area()
    if (field === null) return
    field.focus()
    if (phrase !== null) put(field, { from: field.selectionStart, to: field.selectionEnd, text: phrase })
  }
  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || !(event.target instanceof HTMLTextAreaElement) || props.disabled) return
    if (onDialogueKey(event, event.target, ask, () => setChoosing(true))) event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are heard from the field inside
    <div ref={box} onKeyDown={onKey}>
      <TextInput {...props} />
      {choosing && <PhraseMenu phrases={phrases} onClose={close} />}
      {!props.disabled && <DialogueButtons onAsk={ask} onPhrase={() => setChoosing(true)} />}
    </div>
  )
}

/** True when the key was one of this editor. */
function onDialogueKey(event: KeyboardEvent, area: HTMLTextAreaElement, ask: () => void, phrase: () => void): boolean {
  const key = event.key.toLowerCase()
  if (event.altKey && !event.ctrlKey && (key === 'q' || key === 'p')) {
    if (key === 'q') ask()
    else phrase()
    return true
  }
  if (key !== 'enter' || event.altKey || event.ctrlKey || event.shiftKey) return false
  if (area.selectionStart !== area.selectionEnd) return false
  const meant = afterEnter(area.value, area.selectionStart)
  if (meant !== null) put(area, meant)
  return meant !== null
}

function DialogueButtons({ onAsk, onPhrase }: { readonly onAsk: () => void; readonly onPhrase: () => void }) {
  return (
    <div className="dialogue-buttons">
      <button type="button" className="link" tabIndex={-1} onMouseDown={(e) => e.preventDefault()} onClick={onAsk}>
        {t.form.ask}
      </button>
      <button type="button" className="link" tabIndex={-1} onClick={onPhrase}>
        {t.form.phrases}
      </button>
      <span className="quiet">{t.form.dialogueHint}</span>
    </div>
  )
}

interface MenuProps {
  readonly phrases: readonly string[]
  /** With the sentence chosen, or null. */
  readonly onClose: (phrase: string | null) => void
}
function PhraseMenu({ phrases, onClose }: MenuProps) {
  const options = useMemo(() => [...new Set(phrases)].map((phrase) => choiceOf(phrase, phrase)), [phrases])
  return (
    <Select<string, Choice>
      className="phrase-menu"
      aria-label={t.form.phraseFind}
      autoFocus
      defaultOpen
      defaultActiveFirstOption
      showSearch={{ filterOption: isFound, filterSort: (a, b, { searchValue }) => byTyped(a, b, searchValue) }}
      options={options}
      placeholder={t.form.phraseFind}
      notFoundContent={t.form.phraseNone}
      onSelect={(phrase) => onClose(phrase)}
      onOpenChange={(open) => open || onClose(null)}
    />
  )
}
