import { pinyin } from 'pinyin-pro'

const syllables = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })

/** Key by which Chinese text sorts: syllables apart, so that 李 comes before 连 as in a dictionary. */
export const pinyinKey = (text: string): string => syllables(text).join(' ').toLowerCase()

/** Whole pinyin and initials of a name (`张三` → `zhangsan`, `zs`); empty where there is no Chinese in it. */
export function nameSounds(name: string): readonly string[] {
  const parts = syllables(name)
    .map((s) => s.toLowerCase())
    .filter((s) => /^[a-z]+$/.test(s))
  if (parts.length === 0 || !/\p{Script=Han}/u.test(name)) return []
  return [parts.join(''), parts.map((s) => s[0]).join('')]
}
