import { fullYears, isRealDate } from './dates.ts'

export type IdentityProblem = 'idShape' | 'idDate' | 'idFuture' | 'idAge' | 'idCheckDigit'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkDigits = '10X98765432'

/**
 * What is wrong with a 公民身份号码 (GB 11643-1999), or null. Old and abolished division codes are accepted: the
 * first six digits are the place of first registration.
 */
export function identityProblem(id: string, today: string): IdentityProblem | null {
  if (!/^\d{17}[\dX]$/.test(id)) return 'idShape'
  const birth = birthDateOf(id)
  if (birth === null) return 'idDate'
  if (birth > today) return 'idFuture'
  if (fullYears(birth, today) >= 130) return 'idAge'
  const sum = weights.reduce((s, w, i) => s + w * Number(id[i]), 0)
  return checkDigits[sum % 11] === id[17] ? null : 'idCheckDigit'
}

/** Birth date inside an 18-character number, or null when the day does not exist. */
export function birthDateOf(id: string): string | null {
  const date = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  return isRealDate(date) ? date : null
}

/** GB/T 2261.1: the 17th digit is odd for men. */
export const sexOf = (id: string): '1' | '2' => (Number(id[16]) % 2 === 1 ? '1' : '2')

/** Province 99 exists nowhere: numbers of samples and tests (domain 6.1). */
export const isSampleId = (id: string): boolean => id.startsWith('99')

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** True for a 统一社会信用代码 with the right check character (GB 32100-2015). */
export function isCreditCode(value: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(value)) return false
  const sum = creditWeights.reduce((s, w, i) => s + w * creditAlphabet.indexOf(value[i] ?? ''), 0)
  return creditAlphabet[(31 - (sum % 31)) % 31] === value[17]
}
