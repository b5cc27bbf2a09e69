import { useEffect } from 'react'

/** True from the copying of words of a locked case until the clipboard was emptied. */
let holdsSecret = false

/** While a locked case is on the screen, what is copied from this window is taken for its words. */
export function useSecretClipboard(locked: boolean): void {
  useEffect(() => {
    if (!locked) return
    const copied = () => {
      holdsSecret = true
    }
    document.addEventListener('copy', copied)
    document.addEventListener('cut', copied)
    return () => {
      document.removeEventListener('copy', copied)
      document.removeEventListener('cut', copied)
    }
  }, [locked])
}

/**
 * Empties the clipboard at the lock when words of a locked case were copied. A page may write the clipboard only while
 * its window has the focus: where it has not (a lock after idle minutes behind another program), this is done when the
 * window is come back to. It cannot take back what was pasted elsewhere meanwhile, nor what the system's own clipboard
 * history (Win+V) or another program has kept; and what somebody copied since in another program goes too, since a
 * page may not read the clipboard to see whose words they are.
 */
export async function emptySecretClipboard(): Promise<void> {
  if (!holdsSecret) return
  try {
    await navigator.clipboard.writeText('')
    holdsSecret = false
  } catch {
    window.addEventListener('focus', () => void emptySecretClipboard(), { once: true })
  }
}
