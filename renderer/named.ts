import { inOneLine } from './format.ts'
import { codeLabel, type Params, t, textAt } from './text.ts'

const state = (code: string): string => textAt(t.pages.case.acts, code) ?? codeLabel('stage', code)
const role = (code: string): string => codeLabel('role', code)

/** How the facts of a message that are codes are said. */
const says: Readonly<Record<string, (code: string) => string>> = {
  from: state,
  to: state,
  via: state,
  state,
  act: state,
  roles: role,
}

/** Facts of a message with states, acts and roles by their names; several stand with a blank between. */
export function named(facts: Params): Params {
  const words = Object.entries(facts).map(([fact, value]) => {
    const say = says[fact]
    return [fact, say === undefined ? value : inOneLine(String(value).split(' ').map(say))]
  })
  return Object.fromEntries(words)
}
