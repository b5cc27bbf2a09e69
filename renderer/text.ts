import { chineseNumber } from '../shared/rules/numerals.ts'
import { en } from '../shared/text/en.ts'
import { fill, type Params, textAt } from '../shared/text/template.ts'
import { type Texts, zhCN } from '../shared/text/zh-CN.ts'

export type Language = 'zh-CN' | 'en'
const remembered = 'jiefenbu.language'

export const language: Language = localStorage.getItem(remembered) === 'en' ? 'en' : 'zh-CN'

/** The words on screen, in the language this window was opened in. */
export const t: Texts = language === 'en' ? en : zhCN

/** Remembers the language and opens the window anew in it. */
export function switchLanguage(to: Language): void {
  localStorage.setItem(remembered, to)
  location.reload()
}

export { fill, type Params, textAt }

/** A code's label, such as 婚姻家庭纠纷 for `justiceType` / `family`. */
export const codeLabel = (list: string, code: string): string => textAt(t.codes, list, code) ?? code

/** What one part of a list is called: `当事人 2`, `第 3 次调解`. */
export function partLabel(ledger: string, list: string, n: number): string {
  const nth = textAt(t.ledgers, ledger, 'parts', list, 'nth')
  return nth === undefined
    ? `${fieldLabel(ledger, `${list}.one`)} ${n}`
    : fill(nth, { n, cn: language === 'en' ? n : chineseNumber(n) })
}

/** A field's label; `path` is `summary`, or `parties.idNumber` for a field of a part. */
export function fieldLabel(ledger: string, path: string): string {
  const [field = '', inner] = path.split('.')
  const found =
    inner === undefined ? textAt(t.ledgers, ledger, 'fields', field) : textAt(t.ledgers, ledger, 'parts', field, inner)
  return found ?? textAt(t.ledgers, 'system', path) ?? path
}
