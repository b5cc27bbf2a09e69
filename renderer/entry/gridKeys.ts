/** What a key means in the grid, as in Excel and WPS. */
import type { Way } from './places.ts'

/**
 * `ready` nothing is being typed; `typing` begun by a letter, arrows lead on; `editing` begun by F2 or a double click,
 * arrows move in the text.
 */
export type Mode = 'ready' | 'typing' | 'editing'

export type Command =
  | { readonly do: 'move'; readonly way: Way; readonly far: boolean; readonly extend: boolean }
  | { readonly do: 'enter' | 'tab'; readonly back: boolean }
  | { readonly do: 'edit'; readonly blank: boolean }
  | { readonly do: 'lineBreak' | 'cancel' | 'leave' | 'clear' | 'fillDown' | 'fillAbove' | 'today' | 'selectAll' }
  | { readonly do: 'undo' | 'redo' | 'insertRow' | 'addRow' | 'removeRows' }
  | { readonly do: 'problem'; readonly back: boolean }
  | { readonly do: 'choice'; readonly by: 1 | -1 }

export interface Pressed {
  readonly key: string
  /** The place of the key, where an input method changes its letter. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const arrows: Readonly<Record<string, Way>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
}

function wayOf({ key, ctrlKey, metaKey }: Pressed): Way | undefined {
  const ctrl = ctrlKey || metaKey
  if (key === 'Home') return ctrl ? 'start' : 'rowStart'
  if (key === 'End') return ctrl ? 'end' : 'rowEnd'
  return arrows[key]
}

function withCtrl({ key, code, shiftKey }: Pressed, mode: Mode): Command | null {
  if (code === 'Quote' || key === "'") return { do: 'fillAbove' }
  if (code === 'Semicolon' || key === ';') return { do: 'today' }
  if (mode !== 'ready') return null
  switch (key.toLowerCase()) {
    case 'a':
      return { do: 'selectAll' }
    case 'd':
      return { do: 'fillDown' }
    case 'y':
      return { do: 'redo' }
    case 'z':
      return { do: shiftKey ? 'redo' : 'undo' }
    case '+':
    case '=':
      return { do: 'insertRow' }
    case '-':
    case '_':
      return { do: 'removeRows' }
    default:
      return null
  }
}

/** Alt with Enter and Delete are those of the lists of parts; with arrows a code list is gone through. */
function withAlt({ key }: Pressed, mode: Mode): Command | null {
  switch (key) {
    case 'Enter':
      return { do: mode === 'ready' ? 'addRow' : 'lineBreak' }
    case 'Delete':
      return { do: 'removeRows' }
    case 'ArrowDown':
      return { do: 'choice', by: 1 }
    case 'ArrowUp':
      return { do: 'choice', by: -1 }
    default:
      return null
  }
}

function plain(pressed: Pressed, mode: Mode): Command | null {
  const { key, shiftKey } = pressed
  switch (key) {
    case 'Enter':
      return { do: 'enter', back: shiftKey }
    case 'Tab':
      return { do: 'tab', back: shiftKey }
    case 'Escape':
      return { do: mode === 'ready' ? 'leave' : 'cancel' }
    case 'F2':
      return { do: 'edit', blank: false }
    case 'F8':
      return { do: 'problem', back: shiftKey }
    case 'Delete':
      return mode === 'ready' ? { do: 'clear' } : null
    case 'Backspace':
      return mode === 'ready' ? { do: 'edit', blank: true } : null
    default:
      return null
  }
}

/** Null for keys that belong to the text, to the form around, or to the window. */
export function commandOf(pressed: Pressed, mode: Mode): Command | null {
  const { ctrlKey, metaKey, altKey, shiftKey } = pressed
  const ctrl = ctrlKey || metaKey
  if (altKey) return ctrl ? null : withAlt(pressed, mode)
  const way = wayOf(pressed)
  if (way !== undefined && mode !== 'editing')
    return { do: 'move', way, far: ctrl, extend: shiftKey && mode === 'ready' }
  return ctrl ? withCtrl(pressed, mode) : plain(pressed, mode)
}
