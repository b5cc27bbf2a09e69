/** A mediated case, and the papers of the mediation made from it. */
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as parts from '../../shared/ledgers/disputeParts.ts'
import type { CasePaper } from '../../shared/rules/casePapers.ts'
import { bodyText, casePaperOf, part, readPdf } from './papersKit.ts'

export const record = '已介绍本次主持调解的人民调解员。\n问：围栏是谁修的？\n答：是我和邻居一起修的。'
export const session = (given: Partial<DisputeData['sessions'][number]>) =>
  part(parts.session, { heldOn: '2026-05-25', place: '示例乡调解室', record, ...given })
export const inquiry = (given: Partial<DisputeData['inquiries'][number]>) =>
  part(parts.inquiry, { heldOn: '2026-05-22', place: '示例一村', asked: '示例卓玛', record, ...given })
export const evidence = (given: Partial<DisputeData['evidence'][number]>) =>
  part(parts.evidence, { name: '现场照片', provider: '示例多吉', form: 'original', pages: 6, ...given })

export const mediated: Partial<DisputeData> = {
  ...{ typeJustice: 'neighbour', difficulty: 'simple', caseNo: '示例人调字〔2026〕第12号', source: 'court' },
  ...{ acceptanceDate: '2026-05-20', noticeDate: '2026-05-20', noticeForm: 'written', openness: 'closed' },
  ...{ result: 'oral', resultDate: '2026-06-02', agreementNo: '示例人调协字〔2026〕第7号', performanceState: 'partly' },
  summary: '两户因饲草损失的数额发生争议。',
  participants: [
    part(parts.participant, { name: '示例才让', relation: '邻居', consented: true }),
    part(parts.participant, { name: '示例调解员甲' }),
    part(parts.participant, { name: '示例多吉' }),
    part(parts.participant, { name: '示例记录员' }),
  ],
  inquiries: [
    inquiry({ investigators: '示例调解员甲、示例调解员乙', recorder: '示例记录员', present: '示例才让' }),
    inquiry({ asked: '示例才让', askedAbout: '男，藏族，51岁，双方的邻居', investigators: '示例调解员甲' }),
  ],
  evidence: [
    evidence({ name: '草场承包经营权证', form: 'copy', pages: 4, receivedOn: '2026-05-20' }),
    evidence({ receivedOn: '2026-05-22' }),
  ],
  sessions: [
    session({ startTime: '09:30', endTime: '11:00', result: 'toContinue' }),
    session({ heldOn: '2026-06-02', startTime: '14:00', result: 'agreed' }),
  ],
}
export const ofProcess = ['inquiryRecord', 'evidenceList', 'mediationRecord', 'oralAgreement', 'simpleForm'] as const
export const pagesOf = async (
  paper: CasePaper,
  change: Parameters<typeof casePaperOf>[1],
  data: Partial<DisputeData> = {},
) => readPdf((await casePaperOf(paper, change, { ...mediated, ...data })).pdf)
export const textOf = async (...asked: Parameters<typeof pagesOf>) => bodyText(await pagesOf(...asked))
export const countOf = (text: string, word: string) => text.split(word).length - 1
/** Stands where a page was left open, between what was said. */
export const unstruck = (text: string) => text.replaceAll('（以下空白）', '')
