import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { entrustedOf } from '../../../shared/rules/agentPowers.ts'
import type { CasePaper } from '../../../shared/rules/casePapers.ts'
import { formatMoney } from '../../format.ts'
import { fill, t } from '../../text.ts'

/** Whole yuan are written without 角 and 分. */
const yuan = (fen: number | null | undefined): string => (fen == null ? '' : formatMoney(fen).replace(/\.00$/, ''))

/** What tells one paper from another of its kind: 「第2次 2026-11-03」, 「5,000元 示例多吉」; the empty string for the only one. */
export function paperDetail(d: DisputeData, paper: CasePaper | string, part: number): string {
  const words = t.paperDesk.parts
  const n = part + 1
  const named = (name?: string | null, date?: string | null) =>
    fill(words.named, { name: name ?? '', date: date ?? '' }).trim()
  switch (paper) {
    case 'powerOfAttorney':
      return entrustedOf(d.agents)[part]?.name ?? ''
    case 'inquiryRecord':
      return named(d.inquiries[part]?.asked, d.inquiries[part]?.heldOn)
    case 'mediationRecord':
      return fill(words.nthSession, { n, date: d.sessions[part]?.heldOn ?? '' }).trim()
    case 'extensionConsent':
      return fill(words.extension, { date: d.extensions[part]?.until ?? '' }).trim()
    case 'supplement':
      return fill(words.nthSupplement, { n })
    case 'receipt': {
      const promise = d.performances[part]
      return fill(words.receipt, { amount: yuan(promise?.amount), name: promise?.receivedBy ?? '' }).trim()
    }
    case 'urgingNotice':
      return d.urgings[part]?.urgedOn ?? ''
    case 'followUpRecord':
      return named(d.followUps[part]?.by, d.followUps[part]?.heldOn)
    default:
      return ''
  }
}
