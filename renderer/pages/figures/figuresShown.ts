import {
  type FigureGroup,
  type FigureScope,
  filtersOf,
  type InGroup,
  isTimeGroup,
  type MeasureName,
  measureOf,
  summedBy,
  teamCodes,
} from '../../../shared/rules/figures.ts'
import { hrefOf } from '../../route.ts'
import { codeLabel, fill, t } from '../../text.ts'
import { askedInAddress } from '../ledger/askedList.ts'

const words = t.figures

/** What a row is called: a team, a place, `2026 年 3 季`. */
export function groupLabel(by: FigureGroup, key: string): string {
  if (by === 'team') return key === '' ? words.noTeam : codeLabel('team', key)
  if (by === 'event') return key || words.noEvent
  if (!isTimeGroup(by)) return key || words.noPlace
  const [year = '', quarter] = key.split('-Q')
  return quarter === undefined ? key || words.noTime : fill(words.quarter, { year, quarter })
}

/** Where the rows behind a number are listed; null where it is not told apart that way. */
export function rowsHref(name: MeasureName, scope: FigureScope, groups: readonly InGroup[]): string | null {
  const filters = filtersOf(name, scope, groups)
  if (filters === null) return null
  const inTeam = groups.find((g) => g.by === 'team')?.key
  const summed = summedBy(name, teamCodes.find((code) => code === inTeam) ?? null)
  const list = askedInAddress({ filters, sums: summed === null ? [] : [summed] })
  const { ledger } = measureOf(name)
  return scope.home === 'unit' ? hrefOf(ledger, 'list', list) : hrefOf('merged', ledger, list)
}

export const shownNumber = (n: number): string => n.toLocaleString('en-US')
