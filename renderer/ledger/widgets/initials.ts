/** The first character of each pinyin initial in the order of Chinese collation; there are no i, u and v. */
const firsts = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀']
const letters = 'abcdefghjklmnopqrstwxyz'
const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin')

/** Characters with two readings, as our labels read them: 藏族, 朝鲜族, 调解, 联户长, 仡佬族. */
const inOurWords: Readonly<Record<string, string>> = { 藏: 'z', 朝: 'c', 调: 't', 长: 'z', 仡: 'g', 行: 'x' }

/** Words of ours in which such a character has its other reading. */
const wordsRead: readonly (readonly [string, string])[] = [
  ['长期', 'cq'],
  ['银行', 'yh'],
]

/** Pinyin initials of Chinese words: `邻里纠纷` → `lljf`; other characters stay as they are. */
export function initials(words: string): string {
  const read = wordsRead.reduce((text, [word, letters]) => text.replaceAll(word, letters), words)
  return [...read].map(initialOf).join('')
}

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character
  const known = inOurWords[character]
  if (known !== undefined) return known
  const at = firsts.findLastIndex((first) => order.compare(first, character) <= 0)
  return letters[at] ?? ''
}
