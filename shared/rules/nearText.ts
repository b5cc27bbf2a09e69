/** Texts of two cases that are nearly the same: written by copying, which a reviewer takes for a made-up record. */

/** Length of the pieces compared, in characters. */
const piece = 5
/** Shorter texts are alike by nature: 双方自愿达成协议. */
const least = 60
/** Characters looked at; what is copied shows in the first pages. */
const most = 6000
/** From this share of common pieces on, texts are nearly equal. */
export const nearShare = 0.7

/** A text without its layout, its speakers and the office's own sentences of procedure, which are alike on purpose. */
export function bareText(text: string, phrases: readonly string[]): string {
  const own = phrases.reduce((left, phrase) => left.replaceAll(phrase, ''), text.slice(0, most))
  return own.replace(/[问答][：:]|[\s\p{P}]/gu, '')
}

/** The distinct pieces of a bare text; null when it is too short to be told from another. */
export function piecesOf(bare: string): ReadonlySet<string> | null {
  const characters = [...bare]
  if (characters.length < least) return null
  return new Set(
    Array.from({ length: characters.length - piece + 1 }, (_, i) => characters.slice(i, i + piece).join('')),
  )
}

/** Common pieces as a share of all (Jaccard), 0 to 1; 0 at once where the sizes alone rule out {@link nearShare}. */
export function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  if (small.size < large.size * nearShare) return 0
  let common = 0
  for (const p of small) if (large.has(p)) common++
  return common / (a.size + b.size - common)
}
