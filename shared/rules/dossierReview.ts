/** 卷宗评查: a score sheet of rows the office can change, with deductions proposed from what the checks found. */
import { z } from 'zod'
import { plainSome } from '../plainText.ts'

/** Most deducted points stay with the row: a row never falls below nought. */
const reviewRow = z.strictObject({
  /** Names the row in stored scores: it stays when the text is reworded. */
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  text: plainSome(200),
  points: z.number().int().min(1).max(100),
  /** Taken off for each check found. */
  each: z.number().int().min(0).max(100),
  /** Codes of checks that lower the row. */
  checks: z.array(z.string().max(40)).max(60).readonly(),
})
export type ReviewRow = z.infer<typeof reviewRow>
export const reviewRowsSchema = z
  .array(reviewRow)
  .min(1)
  .max(40)
  .refine((all) => new Set(all.map((r) => r.key)).size === all.length, { message: 'twice' })
  .readonly()

const row = (key: string, text: string, points: number, each: number, ...checks: readonly string[]): ReviewRow => ({
  key,
  text,
  points,
  each,
  checks,
})

/**
 * 100 points. No published text of a score sheet could be had: rows and points follow what reviewers are said to check
 * (domain 2.3) [gk], and an office puts those of its 司法局 in their place.
 */
export const defaultReviewRows: readonly ReviewRow[] = [
  row('complete', '必备材料齐全，缺项有说明', 20, 5, 'fileMissing', 'fileLacks', 'noteWanted', 'needed'),
  row(
    'procedure',
    '申请、受理、告知、调查、调解、协议、履行、回访、结案、立卷的日期先后合理',
    10,
    3,
    'dateOrder',
    'dateOrderLoose',
    'inquiryAfterSession',
    'dateFuture',
  ),
  row(
    'parties',
    '当事人、代理人基本情况清楚一致，年龄前后统一',
    8,
    2,
    'ageDiffers',
    'birthDiffers',
    'sexDiffers',
    'guardianMissing',
    'guardianFacts',
    'guardianOpposes',
    'capacityReason',
    'agentForNobody',
  ),
  row(
    'people',
    '调解员在任，记录人、参加人符合规定',
    6,
    2,
    'mediatorUnknown',
    'mediatorTermEnded',
    'mediatorTermJustEnded',
    'mediatorNotYet',
    'nobodyPresides',
    'recorderPresides',
    'participantConsent',
    'participantNotHelper',
    'noticeMissing',
  ),
  row('evidence', '调查取证、证据材料充分', 8, 4, 'evidenceNone'),
  row(
    'agreement',
    '协议内容合法明确，份数足够，金额大小写一致',
    14,
    4,
    'copiesShort',
    'copiesForCourt',
    'amountDiffers',
    'labourNeedsWriting',
    'landNeedsWriting',
    'medicalNeedsWriting',
  ),
  row(
    'signatures',
    '签名、指印、印章齐全，已逐件核对原件',
    12,
    2,
    'originalUnseen',
    'changedSincePrint',
    'changedSinceMark',
  ),
  row('numbers', '卷号、协议编号规范，各文书一致', 6, 3, 'caseNoNone', 'agreementNoNone', 'noAgreement'),
  row('performance', '履行有凭证，到期有督促', 6, 3, 'proofNone', 'promiseUnproved', 'promisesLeft'),
  row('visit', '按期回访，回访记录完整', 4, 2, 'visitNone', 'visitLate'),
  row(
    'binding',
    '封面、目录、页码、封底完整，装订整齐',
    6,
    2,
    'pagesNotCounted',
    'pagesDiffer',
    'catalogueOutdated',
    'scanUnreadable',
  ),
]

/** What a row would lose for the checks found: never more than it has. */
export function suggestedDeduction(row: ReviewRow, found: readonly { readonly code: string }[]): number {
  const count = found.filter((c) => row.checks.includes(c.code)).length
  return Math.min(row.points, count * row.each)
}
