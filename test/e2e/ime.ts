/** Typing Chinese as an input method does it: through the browser's own composition, not by setting values. */
import type { CDPSession, Page } from '@playwright/test'

export interface InputMethod {
  /** Types the letters, confirms with Enter while composing (as 拼音 users do to keep letters) or picks the words. */
  readonly compose: (letters: string, words: string, confirm?: 'space' | 'enter') => Promise<void>
}

const processKey = { windowsVirtualKeyCode: 229, key: 'Process', code: '' } as const

async function composed(
  session: CDPSession,
  letters: string,
  words: string,
  confirm: 'space' | 'enter',
): Promise<void> {
  for (let i = 1; i <= letters.length; i++) {
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...processKey })
    await session.send('Input.imeSetComposition', { text: letters.slice(0, i), selectionStart: i, selectionEnd: i })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...processKey })
  }
  const key = confirm === 'enter' ? { key: 'Enter', code: 'Enter' } : { key: 'Process', code: 'Space' }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, ...key })
  await session.send('Input.insertText', { text: words })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}

export async function inputMethod(page: Page): Promise<InputMethod> {
  const session = await page.context().newCDPSession(page)
  return { compose: (letters, words, confirm = 'space') => composed(session, letters, words, confirm) }
}
