/** Filling forms as a clerk does: by label order with the keyboard, or directly. */
import { expect, type Locator, type Page } from '@playwright/test'

/** Goes to a page by the rail, and is there when it answers: its keys are heard. */
export async function openPage(page: Page, name: string): Promise<void> {
  const link = page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name, exact: true })
  await link.click()
  await expect(link).toHaveAttribute('aria-current', 'page')
}

/** The control of a field: `summary`, `parties.1.name`. */
export const control = (page: Page, path: string): Locator => page.locator(`[id="field-${path}"]`)

/** Presses Tab, or Shift+Tab, until the field has the focus; a field that it cannot reach fails. */
export async function tabTo(page: Page, path: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    const here = await page.evaluate(() => document.activeElement?.id ?? '')
    if (here === `field-${path}`) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not reach ${path}`)
}

/** Chooses a code by the initials a clerk types, and waits until its words stand in the field. */
export async function pickCode(page: Page, path: string, typed: string, words: string): Promise<void> {
  await control(page, path).pressSequentially(typed)
  await expect(page.locator('.ant-select-item-option-active:visible', { hasText: words })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator(`[data-path="${path}"]`)).toContainText(words)
}

/** Fills text fields by path. */
export async function fillFields(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, value] of Object.entries(values)) await control(page, path).fill(value)
}

export async function addPart(page: Page, list: string): Promise<void> {
  await page.locator(`[data-path="${list}"] button.add-part`).click()
}

/** Ctrl+S, and waits for the word of it. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
  await expect(page.locator('.form-bar [role=status]')).toContainText('保存于')
}

/** Counts pointer presses from now on; the answer is how many there were. */
export async function countPointer(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = { presses: 0 }
    Reflect.set(window, 'pointerCount', counted)
    for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
      window.addEventListener(kind, () => counted.presses++, { capture: true })
  })
  return () => page.evaluate(() => (Reflect.get(window, 'pointerCount') as { presses: number }).presses)
}
