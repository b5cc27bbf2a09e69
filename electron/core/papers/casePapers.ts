import type { PaperMode } from '../../../shared/contract/papers.ts'
import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import type { CasePaper } from '../../../shared/rules/casePapers.ts'
import { agreement } from './agreement.ts'
import type { PaperDefinition } from './pdfmake.ts'

export interface CasePaperInput {
  readonly data: DisputeData
  /** 印章全称: the committee's name as on its seal. */
  readonly committee: string
  readonly mode: PaperMode
  /** Which part of its list the paper is about; 0 for a paper of the whole case. */
  readonly part: number
  /** The paper's date, YYYY-MM-DD: ages not fixed at 受理 are counted on it. */
  readonly on: string
  readonly sample: boolean
}

interface Paper {
  readonly title: string
  readonly make: (input: CasePaperInput) => PaperDefinition
  /** Tells one paper of this kind from another in the name of its file. */
  readonly mark: (data: DisputeData, part: number) => string
}

/** Every paper of a case: its title, its pure function, its file. What it needs is in `shared/rules/casePapers.ts`. */
export const papersOfCase: Readonly<Record<CasePaper, Paper>> = {
  agreement: {
    title: '人民调解协议书',
    make: ({ data, ...rest }) => agreement({ ...rest, data, number: data.agreementNo }),
    mark: (d) => d.agreementNo ?? '',
  },
}
