import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import { entrustedOf } from '../../../shared/rules/agentPowers.ts'
import type { CasePaper } from '../../../shared/rules/casePapers.ts'
import { acceptanceForm } from './acceptanceForm.ts'
import { agreement } from './agreement.ts'
import { application } from './application.ts'
import { backCover } from './backCover.ts'
import { closingReport } from './closingReport.ts'
import { confirmationApplication } from './confirmationApplication.ts'
import { cover } from './cover.ts'
import { dossierNote } from './dossierNote.ts'
import { evidenceList } from './evidenceList.ts'
import { extensionConsent } from './extensionConsent.ts'
import { followUpRecord } from './followUpRecord.ts'
import { inquiryRecord } from './inquiryRecord.ts'
import { mediationRecord } from './mediationRecord.ts'
import { oralAgreement } from './oralAgreement.ts'
import type { CasePaperInput } from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { policeReport } from './policeReport.ts'
import { powerOfAttorney } from './powerOfAttorney.ts'
import { receipt } from './receipt.ts'
import { refusalNotice } from './refusalNotice.ts'
import { rightsNotice } from './rightsNotice.ts'
import { simpleForm } from './simpleForm.ts'
import { supplement } from './supplement.ts'
import { terminationNotice } from './terminationNotice.ts'
import { transferLetter } from './transferLetter.ts'
import { urgingNotice } from './urgingNotice.ts'

interface Paper {
  readonly title: string
  /** The definition is new with every call and used up by rendering it. */
  readonly make: (input: CasePaperInput) => PaperDefinition
  /** Tells one paper of this kind from another in the name of its file. */
  readonly mark: (data: DisputeData, part: number) => string
}

/** Every paper of a case: its title, its pure function, its file. What it needs is in `shared/rules/casePapers.ts`. */
export const papersOfCase: Readonly<Record<CasePaper, Paper>> = {
  application: { title: '人民调解申请书', make: application, mark: (d) => d.applicationDate ?? '' },
  acceptanceForm: { title: '人民调解受理登记表', make: acceptanceForm, mark: (d) => d.acceptanceDate ?? '' },
  rightsNotice: { title: '当事人权利义务告知书', make: rightsNotice, mark: (d) => d.noticeDate ?? '' },
  powerOfAttorney: {
    title: '授权委托书',
    make: powerOfAttorney,
    mark: (d, part) => entrustedOf(d.agents)[part]?.name ?? '',
  },
  inquiryRecord: {
    title: '人民调解调查记录',
    make: inquiryRecord,
    mark: (d, part) => `${d.inquiries[part]?.asked ?? ''}${d.inquiries[part]?.heldOn ?? ''}`,
  },
  evidenceList: { title: '人民调解证据材料', make: evidenceList, mark: (d) => d.caseNo ?? '' },
  mediationRecord: {
    title: '人民调解记录',
    make: mediationRecord,
    mark: (d, part) => `${d.caseNo ?? ''}第${part + 1}次`,
  },
  agreement: { title: '人民调解协议书', make: agreement, mark: (d) => d.agreementNo ?? '' },
  oralAgreement: { title: '人民调解口头协议登记表', make: oralAgreement, mark: (d) => d.agreementNo ?? '' },
  simpleForm: { title: '简易纠纷调解登记表（一案一表）', make: simpleForm, mark: (d) => d.caseNo ?? '' },
  refusalNotice: { title: '不予受理告知书', make: refusalNotice, mark: (d) => d.notAcceptedOn ?? '' },
  extensionConsent: {
    title: '延长调解期限同意书',
    make: extensionConsent,
    mark: (d, part) => `${d.caseNo ?? ''}至${d.extensions[part]?.until ?? ''}`,
  },
  transferLetter: { title: '移送函', make: transferLetter, mark: (d) => d.transferredLetterNo ?? '' },
  supplement: {
    title: '人民调解补充协议书',
    make: supplement,
    mark: (d, part) => `${d.agreementNo ?? ''}之${part + 1}`,
  },
  receipt: { title: '收条', make: receipt, mark: (d, part) => `${d.agreementNo ?? ''}之${part + 1}` },
  followUpRecord: {
    title: '人民调解回访记录',
    make: followUpRecord,
    mark: (d, part) => `${d.agreementNo ?? d.caseNo ?? ''}之${part + 1}`,
  },
  dossierNote: { title: '卷宗情况说明', make: dossierNote, mark: (d) => d.caseNo ?? '' },
  closingReport: { title: '人民调解结案报告表', make: closingReport, mark: (d) => d.caseNo ?? '' },
  cover: { title: '卷宗封面', make: cover, mark: (d) => d.caseNo ?? '' },
  backCover: { title: '封底', make: backCover, mark: (d) => d.caseNo ?? '' },
  confirmationApplication: { title: '司法确认申请书', make: confirmationApplication, mark: (d) => d.agreementNo ?? '' },
  terminationNotice: { title: '终止调解通知书', make: terminationNotice, mark: (d) => d.caseNo ?? d.resultDate ?? '' },
  policeReport: {
    title: '报告公安机关函',
    make: policeReport,
    mark: (d) => d.policeLetterNo ?? d.policeReportedOn ?? '',
  },
  urgingNotice: {
    title: '督促履行通知书',
    make: urgingNotice,
    mark: (d, part) => `${d.agreementNo ?? ''}于${d.urgings[part]?.urgedOn ?? ''}`,
  },
}
