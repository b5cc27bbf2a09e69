import { randomBytes, toHex } from '../core/crypto.ts'
import { sameSecret } from './guard.ts'

/** The one-time token of the start URL. At most one is good at a time; a new one makes the old worthless. */
export function createStartTokens() {
  let good: string | null = null
  return {
    issue(): string {
      good = toHex(randomBytes(24))
      return good
    },
    /** False once the last token was spent. */
    pending: (): boolean => good !== null,
    spend(token: string): boolean {
      if (good === null || !sameSecret(token, good)) return false
      good = null
      return true
    },
  }
}
