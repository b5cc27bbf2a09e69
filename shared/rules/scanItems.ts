import { casePapers } from './casePapers.ts'
import { fileItems } from './dossierLists.ts'

/** Whatever a dossier holds, and every paper of a case: its signed original may be scanned. */
const names: ReadonlySet<string> = new Set([...fileItems, ...casePapers])

/** True for the name of an item of a dossier, with the part's number where there are several: `receipt.1`. */
export function isDossierItem(item: string): boolean {
  const [name = '', part, more] = item.split('.')
  return names.has(name) && more === undefined && (part === undefined || /^(0|[1-9]\d{0,2})$/.test(part))
}
