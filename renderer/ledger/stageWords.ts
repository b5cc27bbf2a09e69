import type { Filter } from '../../shared/contract/records.ts'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import type { Texts } from '../../shared/text/zh-CN.ts'

/** States as an office speaks of its cases, each one press above the list. */
interface StageWord {
  readonly key: keyof Texts['form']['list']['stages']
  readonly stages: readonly string[]
}

const wordsOf: Readonly<Partial<Record<LedgerName, readonly StageWord[]>>> = {
  dispute: [
    { key: 'waiting', stages: ['registered'] },
    { key: 'mediating', stages: ['accepted', 'investigating', 'mediating'] },
    { key: 'signing', stages: ['agreed'] },
    { key: 'performing', stages: ['performing', 'followedUp'] },
    { key: 'closing', stages: ['failed', 'refused', 'withdrawn', 'transferred', 'terminated'] },
    { key: 'closed', stages: ['closed', 'archived', 'notAccepted', 'calmed'] },
  ],
}

export const stageWordsOf = (ledger: LedgerName): readonly StageWord[] => wordsOf[ledger] ?? []

export const stageFilter = ({ stages }: StageWord): Filter => ({ field: 'stage', op: 'in', value: [...stages] })

/** The word that says just what a filter says. */
export const wordOfFilter = (ledger: LedgerName, filter: Filter): StageWord | undefined =>
  stageWordsOf(ledger).find((word) => JSON.stringify(stageFilter(word)) === JSON.stringify(filter))
