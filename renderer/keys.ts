import { useEffect } from 'react'
import { go } from './route.ts'

/** True while an input method is composing: such keys belong to it, never to the program. */
export const isComposing = (event: { readonly isComposing?: boolean; readonly keyCode?: number }): boolean =>
  event.isComposing === true || event.keyCode === 229

/** Runs on Ctrl (or Cmd) and the key, anywhere in the window. */
export function useCtrlKey(key: string, run: () => void, enabled = true): void {
  useEffect(() => {
    if (!enabled) return
    const listen = (event: KeyboardEvent) => {
      if (isComposing(event) || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      if (event.key.toLowerCase() !== key) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [key, run, enabled])
}

/** Runs on Alt and the key, such as `n` or `PageDown`, anywhere in the window. */
export function useAltKey(key: string, run: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isComposing(event) || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (event.key.toLowerCase() !== key.toLowerCase()) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [key, run])
}

/** F1 opens the help page instead of the browser's. */
export function useHelpKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F1' || isComposing(event)) return
      event.preventDefault()
      go('help')
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
