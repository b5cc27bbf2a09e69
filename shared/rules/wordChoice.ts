/**
 * Words that a court or a file reviewer would stumble over (domain 2.3 (9); domain 1: courts reject what is unclear).
 * Pure reading of text; nothing is ever changed.
 */

export interface WordFault {
  readonly code: 'wordDeposit' | 'wordForParents' | 'wordForSpouses' | 'wordForChildren' | 'wordVague'
  /** The words as they stand in the text. */
  readonly words: string
}

const parents = '(?:父母|父亲|母亲|老人|老年人|爷爷|奶奶|外公|外婆|祖父母?|祖母|公婆|岳父母?|岳母)'
const children = '(?:未成年子女|未成年人|子女|孩子|小孩|儿子|女儿|婴儿|幼儿)'
const spouses = '(?:妻子|丈夫|配偶|老婆|老公)'

/**
 * 抚养 goes down to children, 赡养 up to parents, 扶养 across between spouses (and siblings). Only who is supported is
 * looked at: 「父亲支付抚养费」 is right.
 */
const support: readonly (readonly [WordFault['code'], RegExp])[] = [
  [
    'wordForParents',
    new RegExp(
      `(?:抚养|扶养)${parents}|${parents}的(?:抚养|扶养)费|对${parents}[^，。；\\n]{0,8}(?:抚养|扶养)义务`,
      'g',
    ),
  ],
  ['wordForChildren', new RegExp(`(?:赡养|扶养)${children}|对${children}[^，。；\\n]{0,8}(?:赡养|扶养)义务`, 'g')],
  [
    'wordForSpouses',
    new RegExp(
      `(?:抚养|赡养)${spouses}|${spouses}的(?:抚养|赡养)费|夫妻(?:之间|间|双方)?(?:相互|互相|有|的)*(?:抚养|赡养)|对${spouses}[^，。；\\n]{0,8}(?:抚养|赡养)义务`,
      'g',
    ),
  ],
]
const deposit = /订金/g
/** What nobody could enforce: no day, no amount. */
const vague = /尽快|尽早|早日|适当|若干|酌情|视情况|近期|过段时间|一定数额|以后再(?:说|议|定)|条件允许时/g

const found = (text: string, pattern: RegExp, code: WordFault['code']): readonly WordFault[] =>
  [...new Set(text.match(pattern) ?? [])].map((words) => ({ code, words }))

/** Words that contradict what they are used for. */
export const wordFaults = (text: string): readonly WordFault[] => [
  ...found(text, deposit, 'wordDeposit'),
  ...support.flatMap(([code, pattern]) => found(text, pattern, code)),
]

/** Words too vague for a clause or an undertaking. */
export const vagueWords = (text: string): readonly WordFault[] => found(text, vague, 'wordVague')

/** Amounts in figures that follow a word in the same clause of a sentence, without thousands marks. */
function amountsAfter(text: string, word: string): readonly string[] {
  const pattern = new RegExp(`${word}[^。；;，,\\n]{0,30}?(\\d[\\d,，]*(?:\\.\\d+)?)\\s*(万?)元`, 'g')
  return [...text.matchAll(pattern)].map((m) => `${(m[1] ?? '').replace(/[,，]/g, '')}${m[2] ?? ''}`)
}

/** Amounts called 补偿, each once. */
export const compensated = (text: string): readonly string[] => [...new Set(amountsAfter(text, '补偿'))]

/**
 * Amounts called 赔偿 in one place and 补偿 in another: 赔偿 answers for a wrong, 补偿 makes good a loss without one, and
 * one sum cannot be both. In the order in which they are called 补偿.
 */
export function amountsOfBothKinds(texts: readonly string[]): readonly string[] {
  const damages = new Set(texts.flatMap((text) => amountsAfter(text, '赔偿')))
  return [...new Set(texts.flatMap(compensated))].filter((a) => damages.has(a))
}
