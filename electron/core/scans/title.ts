const longest = 80
/** A name that says nothing. */
const nameless = '扫描件'

/** A title from a file's name: without folders, ending, and characters that are not seen or turn what is seen around. */
export function scanTitle(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? ''
  const seen = base
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\.[a-z0-9]{1,5}$/i, '')
  return [...seen].slice(0, longest).join('').trim() || nameless
}
