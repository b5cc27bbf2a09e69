import { useEffect, useRef } from 'react'
import { isComposing } from '../keys.ts'

interface Steps {
  /** Answer the path of what changed, or null when there was nothing to undo. */
  readonly stepBack: () => string | null
  readonly stepForth: () => string | null
}

const isText = (e: Element | null): e is HTMLInputElement | HTMLTextAreaElement =>
  e instanceof HTMLTextAreaElement || (e instanceof HTMLInputElement && e.type !== 'checkbox' && e.type !== 'radio')

/** What a press of the keys means; null when they are other keys. */
function meantBy(event: KeyboardEvent): 'back' | 'forth' | null {
  if (isComposing(event) || !(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'y' && !event.shiftKey) return 'forth'
  return key === 'z' ? (event.shiftKey ? 'forth' : 'back') : null
}

/**
 * Ctrl+Z and Ctrl+Y over the whole form. A text field that was typed in since it got the focus keeps its own undo, as
 * in every other program: it knows words, selections and compositions, which a state of the form does not. Only when
 * the field is back to what it was, or is not a text at all, does the form go a step back and show where.
 */
export function useUndoKeys(steps: Steps, goTo: (path: string) => void): void {
  const latest = useRef({ steps, goTo })
  latest.current = { steps, goTo }
  useEffect(() => {
    let found = ''
    let undidItself = false
    const entered = () => {
      found = isText(document.activeElement) ? document.activeElement.value : ''
      undidItself = false
    }
    const pressed = (event: KeyboardEvent) => {
      const meant = meantBy(event)
      if (meant === null) return
      const field = document.activeElement
      if (isText(field) && !field.closest('.ledger-form')) return
      const typed = isText(field) && field.value !== found
      if (isText(field) && (meant === 'back' ? typed : typed || undidItself)) {
        undidItself = undidItself || meant === 'back'
        return
      }
      event.preventDefault()
      const path = meant === 'back' ? latest.current.steps.stepBack() : latest.current.steps.stepForth()
      if (path) latest.current.goTo(path)
    }
    window.addEventListener('focusin', entered)
    window.addEventListener('keydown', pressed)
    return () => {
      window.removeEventListener('focusin', entered)
      window.removeEventListener('keydown', pressed)
    }
  }, [])
}
