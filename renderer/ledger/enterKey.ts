import type { KeyboardEvent } from 'react'
import type { AnyData, AnyPart } from '../../shared/ledgers/describe.ts'
import { isComposing } from '../keys.ts'
import { isFilledIn, type Laid } from './layout.ts'

const focusable = 'input:not([type=hidden]), textarea, button.add-part'

const pathOf = (e: Element): string => e.closest<HTMLElement>('[data-path]')?.dataset.path ?? ''

/** The value at `summary` or `parties.1.name`. */
export function valueAt(data: AnyData, path: string): unknown {
  const [name = '', index, inner] = path.split('.')
  if (index === undefined || inner === undefined) return data[name] ?? null
  return ((data[name] ?? []) as readonly AnyPart[])[Number(index)]?.[inner] ?? null
}

/** The field after this one that is still to be filled in by hand. */
function next(form: HTMLElement, from: Element, laid: Laid, data: AnyData): HTMLElement | undefined {
  const all = [...form.querySelectorAll<HTMLElement>(focusable)].filter(
    (e) => !e.hasAttribute('disabled') && e.tabIndex >= 0,
  )
  const rest = all.slice(all.indexOf(from as HTMLElement) + 1)
  return rest.find((e) => {
    const path = pathOf(e)
    if (e.closest('[data-idle]') !== null) return false
    return !isFilledIn(laid, path) || valueAt(data, path) === null
  })
}

/** True when Enter, pressed here, is to lead on: not in long text or on the button of a new part, and in a list of codes only when it has a choice. */
function leadsOn(from: Element, ctrl: boolean, data: AnyData): boolean {
  if (from.closest('[data-own-keys]') !== null) return false
  if (from instanceof HTMLTextAreaElement || from instanceof HTMLButtonElement) return ctrl
  if (!(from instanceof HTMLInputElement) || ctrl) return false
  // Free text with names to take over is text all the same.
  if (from.getAttribute('role') !== 'combobox' || from.closest('.suggest') !== null) return true
  // A list that stands open takes its marked choice by the same Enter; an empty one that is shut opens.
  return from.getAttribute('aria-expanded') === 'true'
    ? document.querySelector('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active') !==
        null
    : valueAt(data, pathOf(from)) !== null
}

/**
 * Enter goes on to the next field, as on paper, and passes by what the program has filled in; Ctrl+Enter does so from
 * long text and from the button of a new part. Heard before the control itself hears it, because a chosen list of codes would open.
 */
export function enterMovesOn(event: KeyboardEvent<HTMLElement>, laid: Laid, data: AnyData): void {
  const from = event.target
  if (event.key !== 'Enter' || event.altKey || isComposing(event.nativeEvent) || !(from instanceof Element)) return
  if (!leadsOn(from, event.ctrlKey, data)) return
  const to = next(event.currentTarget, from, laid, data)
  if (!to) return
  const isOpenList = from.getAttribute('aria-expanded') === 'true'
  if (isOpenList) {
    queueMicrotask(() => to.focus())
    return
  }
  event.preventDefault()
  event.stopPropagation()
  to.focus()
}
