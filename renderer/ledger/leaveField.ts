import { flushSync } from 'react-dom'

/** What is typed is tidied and checked when its field is left; a save by keyboard comes before that, and is not to. */
export function leaveField(): void {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  flushSync(() => field.blur())
  field.focus({ preventScroll: true })
}
