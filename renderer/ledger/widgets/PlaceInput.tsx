import { useMemo } from 'react'
import type { TextField } from '../../../shared/ledgers/describe.ts'
import { type PlaceChoice, placeChoices } from '../../../shared/rules/places.ts'
import { fill, t } from '../../text.ts'
import { usePlaces } from '../suggestions.ts'
import { ChoiceInput } from './ChoiceInput.tsx'
import { alsoBy, type Choice, choiceOf } from './choices.ts'
import type { TextInputProps } from './TextInput.tsx'

/** What a name of before is now: `示例二村（已并入示例一村，2024年）`. */
function labelOf({ value, kind, now, until }: PlaceChoice): string {
  if (kind === 'standing') return value
  const words = t.places.choice
  const year = until === null ? null : Number(until.slice(0, 4))
  if (kind === 'former') return fill(words.former, { value, now })
  return fill(year === null ? words.former : words[kind], { value, now, year: year ?? '' })
}

const shown = (c: PlaceChoice): Choice => ({ ...alsoBy(choiceOf(c.value, c.value), c.also), label: labelOf(c) })

/** A place of 区划与单位, or anything else typed: former names and merged places are found by their names too. */
export function PlaceInput({ field, ...rest }: TextInputProps & { readonly field: TextField }) {
  const places = usePlaces()
  const { place = 'any' } = field
  const choices = useMemo(() => placeChoices(places, place).map(shown), [places, place])
  return <ChoiceInput {...rest} field={field} choices={choices} />
}
