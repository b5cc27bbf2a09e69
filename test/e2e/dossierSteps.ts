/** A case ready for its dossier, made without typing. */
import type { Page } from '@playwright/test'
import type { RecordView } from '../../shared/contract/records.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { agreedDispute, partOf, partyOf } from '../support/samples.ts'
import { daysAgo } from './entry.ts'
import { core } from './program.ts'

const person = {
  kind: 'person',
  ethnicity: '04',
  occupation: '牧民',
  phone: '0941-0000001',
  certificateKind: 'idCard',
} as const

/** A written agreement performed and visited after, its case closed today; only the identity papers are not there. */
function closedCase(): DisputeData {
  const base = agreedDispute()
  return {
    ...base,
    applicationDate: daysAgo(21),
    applicationForm: 'written',
    acceptanceDate: daysAgo(20),
    noticeDate: daysAgo(20),
    noticeForm: 'written',
    resultDate: daysAgo(10),
    claims: [partOf(p.claim, { text: '请求赔偿饲草损失。' })],
    parties: [
      partyOf({ ...person, side: 'applicant', name: '示例卓玛', sex: '2', age: 34, address: '示例乡示例一村' }),
      partyOf({ ...person, side: 'respondent', name: '示例多吉', sex: '1', age: 57, address: '示例乡示例二村' }),
    ],
    recorder: '示例记录员',
    inquiries: [
      partOf(p.inquiry, {
        ...{ heldOn: daysAgo(15), place: '示例一村', asked: '示例多吉', recorder: '示例记录员' },
        ...{ investigators: '王示例、示例记录员', record: '问：草场界石在哪里？\n答：在老水渠边上。' },
      }),
    ],
    evidence: [
      partOf(p.evidence, { name: '草场承包证', provider: '示例卓玛', form: 'copy', pages: 2, receivedOn: daysAgo(15) }),
    ],
    sessions: [
      partOf(p.session, { heldOn: daysAgo(12), place: '示例乡', record: '双方各说各的。', result: 'toContinue' }),
      partOf(p.session, { heldOn: daysAgo(10), place: '示例乡', record: '双方自愿达成协议。', result: 'agreed' }),
    ],
    performances: base.performances.map((x) => ({
      ...{ ...x, debtor: '示例多吉', dueOn: daysAgo(6), doneOn: daysAgo(6), receivedBy: '示例卓玛' },
    })),
  }
}

/** Numbers are given, the agreement is in effect, the case is closed: it waits for its dossier. */
export async function caseWaiting(page: Page): Promise<RecordView> {
  const data = closedCase()
  const { id } = await core(page, 'record.save', { ledger: 'dispute', id: null, revision: 0, data: data as never })
  const key = { ledger: 'dispute', id } as const
  for (const series of ['caseNo', 'agreementNo'] as const) {
    const { revision } = await core(page, 'record.get', key)
    const on = series === 'caseNo' ? daysAgo(20) : daysAgo(10)
    await core(page, 'dispute.giveNumber', { ...key, revision, series, on, typed: null })
  }
  const numbered = await core(page, 'record.get', key)
  const on = daysAgo(9)
  const days = { signedByPartiesOn: on, signedByMediatorsOn: on, sealedOn: on }
  await core(page, 'agreement.takeEffect', { ...key, revision: numbered.revision, ...days })
  const signed = await core(page, 'record.get', key)
  const followUps = [
    partOf(p.followUp, {
      heldOn: daysAgo(4),
      by: '王示例',
      reason: '邻里纠纷',
      findings: '已履行。',
      satisfaction: 'satisfied',
    }),
  ]
  const end = { performanceState: 'done', followUps, closedOn: daysAgo(3) }
  return core(page, 'record.save', { ...key, revision: signed.revision, data: { ...signed.data, ...end } as never })
}
