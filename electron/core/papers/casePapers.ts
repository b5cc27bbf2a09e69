import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import type { CasePaper } from '../../../shared/rules/casePapers.ts'
import { agreement } from './agreement.ts'
import { extensionConsent } from './extensionConsent.ts'
import type { CasePaperInput } from './paperForm.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { refusalNotice } from './refusalNotice.ts'
import { supplement } from './supplement.ts'
import { transferLetter } from './transferLetter.ts'

interface Paper {
  readonly title: string
  /** The definition is new with every call and used up by rendering it. */
  readonly make: (input: CasePaperInput) => PaperDefinition
  /** Tells one paper of this kind from another in the name of its file. */
  readonly mark: (data: DisputeData, part: number) => string
}

/** Every paper of a case: its title, its pure function, its file. What it needs is in `shared/rules/casePapers.ts`. */
export const papersOfCase: Readonly<Record<CasePaper, Paper>> = {
  agreement: { title: '人民调解协议书', make: agreement, mark: (d) => d.agreementNo ?? '' },
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
}
