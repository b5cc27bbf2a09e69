import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { agree, hmac, subkey, toHex } from '../crypto.ts'
import { ageKeyBytes } from './ageKeys.ts'

/** What a receipt says of one handover; both sides know all of it. */
export interface PhoneFacts {
  readonly book: Book
  /** The office's station and epoch. */
  readonly station: string
  readonly epoch: string
  readonly no: number
  /** The handover's `upTo`, which the recipient now holds. */
  readonly mark: number
  readonly manifestHash: Uint8Array
}
export interface AgeKeys {
  readonly ageIdentity: string
  readonly ageRecipient: string
}

const groups = (digits: string): string => (digits.match(/.{4}/g) ?? []).join(' ')
export const spokenDigits = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '')

/** A number below 10^digits from the beginning of a hash, as digits in groups of four. */
export function spokenCode(hash: Uint8Array, digits: number): string {
  const number = BigInt(`0x${toHex(hash.subarray(0, 16))}`) % 10n ** BigInt(digits)
  return groups(String(number).padStart(digits, '0'))
}

/**
 * The code read aloud when a receipt was lost: eight digits of a MAC whose key only office and recipient can make
 * (X25519 of one side's identity with the other's recipient). Both sides get the same.
 */
export function phoneCode(facts: PhoneFacts, own: AgeKeys, theirs: string): string {
  const privateKey = ageKeyBytes(own.ageIdentity, 'age-secret-key-')
  const publicKey = ageKeyBytes(own.ageRecipient, 'age')
  const other = ageKeyBytes(theirs, 'age')
  if (!privateKey || !publicKey || !other) throw new AppError('internal')
  const key = subkey(agree({ privateKey, publicKey }, other), 'phone-code-v1')
  const said = JSON.stringify([facts.book, facts.station, facts.epoch, facts.no, facts.mark, toHex(facts.manifestHash)])
  return spokenCode(hmac(key, `jiefenbu-phone-v1\n${said}`), 8)
}
