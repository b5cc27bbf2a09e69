/** What goes into the bound dossier, in the order of its list, and what the 卷内目录 says of it. */
import { chineseNumber } from '../../../../shared/rules/numerals.ts'
import { dossier as words } from '../../../../shared/text/zh-CN/dossier.ts'
import { sha256, toHex } from '../../crypto.ts'
import { papersOfCase } from '../../papers/casePapers.ts'
import type { Db } from '../../register/open.ts'
import type { StoredScan } from '../../scans/store.ts'
import type { Dossier, Standing } from './dossier.ts'
import { isOnFileOnly } from './papers.ts'

export interface PlannedPart {
  readonly item: Standing
  readonly title: string
  /** Printed by the register: as kept, or made anew. */
  readonly prints: boolean
  readonly scans: readonly StoredScan[]
}

/** Cover, contents and back cover (domain 2.6). */
export const unnumbered: readonly string[] = ['cover', 'catalogue', 'backCover']

/** The item as 卷内目录 names it; several of a kind are counted. */
function titleOf(item: Standing, all: readonly Standing[]): string {
  const title = item.paper === null ? words.items[item.item] : papersOfCase[item.paper].title
  const of = all.filter((x) => x.item === item.item)
  return of.length < 2 ? title : `${title}（${chineseNumber(of.indexOf(item) + 1)}）`
}

/** A cover that is not filled in yet is bound all the same: the rest is written on it by hand. */
const isIn = ({ state, item }: Standing): boolean =>
  state === 'filled' || state === 'onFile' || (state === 'lacking' && unnumbered.includes(item))

/** 其他材料 are named one by one: the word alone would tell a reviewer nothing. */
function partsOf(item: Standing, title: string, prints: boolean, scans: readonly StoredScan[]): readonly PlannedPart[] {
  if (item.item !== 'otherPapers' || scans.length === 0) return [{ item, title, prints, scans }]
  return scans.map((scan) => ({ item, title: scan.title, prints, scans: [scan] }))
}

export function planOf(db: Db, dossier: Dossier, leaveOutOriginals: boolean): readonly PlannedPart[] {
  const { items, scans, data, record } = dossier
  const inside = items.filter(isIn)
  return inside.flatMap((item) => {
    const { paper } = item
    const canPrint =
      unnumbered.includes(item.item) ||
      (paper !== null && (item.kept || (item.lacks.length === 0 && !isOnFileOnly(db, record.id, data, paper))))
    const prints = canPrint && !(leaveOutOriginals && item.state === 'onFile' && !unnumbered.includes(item.item))
    return partsOf(
      item,
      titleOf(item, inside),
      prints,
      scans.filter((s) => s.item === item.key),
    )
  })
}

/** What lies in the dossier, as one hash: a 卷内目录 printed of other contents is out of date. */
export const contentsOf = ({ items, scans }: Pick<Dossier, 'items' | 'scans'>): string =>
  toHex(
    sha256(
      JSON.stringify(items.filter(isIn).map(({ key }) => [key, scans.filter((s) => s.item === key).map((s) => s.id)])),
    ),
  )
