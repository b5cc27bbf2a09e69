import { AutoComplete } from 'antd'
import type { KeyboardEvent } from 'react'
import { isComposing } from '../../keys.ts'
import { type Choice, isFound } from './choices.ts'
import type { TextInputProps } from './TextInput.tsx'
import { tidied } from './tidied.ts'

/** Keys of an input method belong to it: an Enter that ends a composition chooses nothing here. */
const keepFromList = (event: KeyboardEvent) => {
  if (isComposing(event.nativeEvent)) event.stopPropagation()
}

/** Width of the list in pixels, where its field is narrower: names are read whole. */
const leastWidth = 220

interface Props extends TextInputProps {
  readonly choices: readonly Choice[]
  /** What is typed means an entry of the list, and Enter takes the one marked first. */
  readonly isList?: boolean
}

/** Free text with names to choose from: by ↓, by their first letters, or typed as ever. */
export function ChoiceInput({ id, label, value, onChange, disabled, invalid, field, choices, isList = false }: Props) {
  const leave = () => {
    const tidy = tidied(field.kind, value ?? '')
    if (tidy !== value) onChange(tidy)
  }
  return (
    // A list without entries: Enter passes the field by.
    <div className="suggest" data-idle={(isList && choices.length === 0) || undefined} onKeyDownCapture={keepFromList}>
      <AutoComplete
        id={id}
        aria-label={label}
        value={value ?? ''}
        options={[...choices]}
        // What stands there already is no search: all of the list is offered beside it.
        showSearch={{
          filterOption: (typed, choice) => choices.some((c) => c.value === typed) || isFound(typed, choice),
        }}
        popupMatchSelectWidth={leastWidth}
        defaultActiveFirstOption={isList}
        disabled={disabled}
        status={invalid ? 'error' : ''}
        onChange={(text: string) => onChange(text === '' ? null : text)}
        onBlur={leave}
      />
    </div>
  )
}
