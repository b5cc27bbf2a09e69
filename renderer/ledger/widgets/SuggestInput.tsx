import { AutoComplete } from 'antd'
import type { KeyboardEvent } from 'react'
import { isComposing } from '../../keys.ts'
import { isOfSettings, type Source, useOffered } from '../suggestions.ts'
import { choiceOf, isFound } from './choices.ts'
import { type TextInputProps, tidied } from './TextInput.tsx'

/** Keys of an input method belong to it: an Enter that ends a composition chooses nothing here. */
const keepFromList = (event: KeyboardEvent) => {
  if (isComposing(event.nativeEvent)) event.stopPropagation()
}

/** Width of the list in pixels, where its field is narrower: names are read whole. */
const leastWidth = 220

/** Free text with what the case already says to choose from: by ↓, by its first letters, or typed as ever. */
export function SuggestInput({
  id,
  label,
  value,
  onChange,
  disabled,
  invalid,
  field,
  source,
}: TextInputProps & { readonly source: Source }) {
  const offered = useOffered(source)
  // A type without sub-types: Enter passes the field by.
  const idle = isOfSettings(source) && offered.length === 0
  const leave = () => {
    const tidy = tidied(field.kind, value ?? '')
    if (tidy !== value) onChange(tidy)
  }
  return (
    <div className="suggest" data-idle={idle || undefined} onKeyDownCapture={keepFromList}>
      <AutoComplete
        id={id}
        aria-label={label}
        value={value ?? ''}
        options={offered.map((name) => choiceOf(name, name))}
        // What stands there already is no search: all of the list is offered beside it.
        showSearch={{ filterOption: (typed, choice) => offered.includes(typed) || isFound(typed, choice) }}
        popupMatchSelectWidth={leastWidth}
        defaultActiveFirstOption={isOfSettings(source)}
        disabled={disabled}
        status={invalid ? 'error' : ''}
        onChange={(text: string) => onChange(text === '' ? null : text)}
        onBlur={leave}
      />
    </div>
  )
}
