import type { DossierItem } from '../../../shared/contract/dossier.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import type { DossierCheck } from '../../../shared/rules/dossierChecks.ts'
import { pathLabel, problemWords } from '../../ledger/problems.ts'
import { fill, t, textAt } from '../../text.ts'
import { paperDetail } from '../dispute/paperNames.ts'

/** What an item is called in the list: 「人民调解记录 第2次 2026-11-03」. */
export function itemName({ item, part, paper }: DossierItem, data: DisputeData): string {
  const detail = paper === null ? '' : paperDetail(data, paper, part)
  return detail === '' ? t.dossier.items[item] : `${t.dossier.items[item]} ${detail}`
}

/** What one paper still needs is one remark, with every field that is missing. */
export interface Remark {
  readonly check: DossierCheck
  readonly paths: readonly string[]
}

export function remarksOf(checks: readonly DossierCheck[]): readonly Remark[] {
  const groups = Map.groupBy(checks, (c, i) => (c.code === 'fileLacks' ? `${c.item}` : String(i)))
  return [...groups.values()].flatMap((same): readonly Remark[] => {
    const [check] = same
    return check === undefined ? [] : [{ check, paths: same.flatMap((c) => c.path ?? []) }]
  })
}

/** A reviewer's remark as a sentence: about an item by its name, about fields by their labels. */
export function checkWords(
  check: DossierCheck,
  name: (key: string) => string,
  paths: readonly string[] = check.path === null ? [] : [check.path],
): string {
  const { item, path, ...problem } = check
  if (item === null) return problemWords('dispute', { ...problem, path: path ?? '' })
  const ofField = check.code === 'fileLacks' && path !== null
  const label = ofField ? paths.map((p) => pathLabel('dispute', p)).join('」「') : name(item)
  const words = fill(textAt(t.problems, check.code) ?? t.problems.invalid, { label, ...problem.params })
  return ofField ? fill(t.dossierDesk.ofItem, { item: name(item), words }) : words
}
