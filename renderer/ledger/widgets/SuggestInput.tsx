import { isOfSettings, type Source, useOffered } from '../suggestions.ts'
import { ChoiceInput } from './ChoiceInput.tsx'
import { choiceOf } from './choices.ts'
import type { TextInputProps } from './TextInput.tsx'

/** Free text with what the case or the office's settings already say to choose from. */
export function SuggestInput({ source, ...rest }: TextInputProps & { readonly source: Source }) {
  const choices = useOffered(source).map((name) => choiceOf(name, name))
  return <ChoiceInput {...rest} choices={choices} isList={isOfSettings(source)} />
}
