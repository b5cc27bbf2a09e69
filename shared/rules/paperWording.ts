/** Wording of the papers that varies by place. The papers are Chinese by nature, and so are these words. */

/** What stands behind who signs: as in the forms of 2010, as in 人民调解法 29, or as offices that press a finger write it. */
export const partySignatureWords = {
  form: '签名盖章或按指印',
  law: '签名、盖章或者按指印',
  finger: '签名、捺印',
} as const

/** The foot of a page. The number of all pages is always told: it is what shows that none was taken out. */
export const pageNumberWords = {
  pageFirst: (page, count) => `第${page}页　共${count}页`,
  countFirst: (page, count) => `共${count}页　第${page}页`,
  comma: (page, count) => `第${page}页，共${count}页`,
} as const satisfies Record<string, (page: number | string, count: number | string) => string>

/** The opening sentence of the 受理登记表: how the mediation came about as it did, both ways as printed in 2010, or neither. */
export const acceptanceOpenings = ['bySource', 'both', 'plain'] as const
export type AcceptanceOpening = (typeof acceptanceOpenings)[number]

const byApplication = '依当事人申请'
const byCommittee = '人民调解委员会主动调解'

/** How the mediation came about; both ways where nobody said yet. */
function acceptanceWay(opening: AcceptanceOpening, started: 'application' | 'committee' | null): string {
  if (opening === 'plain') return '人民调解委员会'
  if (opening === 'both' || started === null) return `人民调解委员会${byApplication}（${byCommittee}），`
  return started === 'application' ? `人民调解委员会${byApplication}，` : `${byCommittee}，`
}

/** The sentence between the day and the names of the parties, and after them. `started` is null where nobody said yet. */
export function acceptanceSentence(
  opening: AcceptanceOpening,
  started: 'application' | 'committee' | null,
): { readonly between: string; readonly after: string } {
  return { between: `，${acceptanceWay(opening, started)}经当事人同意，调解`, after: '之间的纠纷。' }
}

/** Sections of the 权利义务告知书, in its order; the office may supply Tibetan words for each. */
export const noticeSections = ['nature', 'principles', 'rights', 'duties', 'effect', 'noFee', 'privacy'] as const
export type NoticeSection = (typeof noticeSections)[number]
