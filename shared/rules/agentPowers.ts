/** Powers a 委托代理人 may be given, in the order of the 授权委托书. The field is text: these are its sentences. */
export const agentPowers = [
  '申请或者终止调解',
  '举证、质证',
  '选择人民调解员',
  '承认、变更或者放弃请求',
  '签署调解协议',
  '签收调解文书',
] as const
export type AgentPower = (typeof agentPowers)[number]

const isPower = (word: string): word is AgentPower => agentPowers.some((power) => power === word)

const wordsOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(/[；;。\r\n]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** What the text gives: the powers that have a box of their own, and its other words as they were typed. */
export function readPowers(text: string | null): { readonly given: ReadonlySet<AgentPower>; readonly other: string } {
  const words = wordsOf(text)
  return {
    given: new Set(words.filter(isPower)),
    other: words.filter((word) => !isPower(word)).join('；'),
  }
}

/** The text with a power given or taken back; its other words stay, after those with a box. Null when nothing is left. */
export function withPower(text: string | null, power: AgentPower, isGiven: boolean): string | null {
  const { given, other } = readPowers(text)
  const next = agentPowers.filter((each) => (each === power ? isGiven : given.has(each)))
  return [...next, ...(other === '' ? [] : [other])].join('；') || null
}

/** Those who act by a written power (民法典 165: it names who, what and for how long); a parent acts by law. */
export const entrustedOf = <A extends { readonly kind: string | null }>(agents: readonly A[]): readonly A[] =>
  agents.filter((agent) => agent.kind === 'entrusted')
