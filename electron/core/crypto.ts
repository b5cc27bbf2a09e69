/**
 * The only door to `node:crypto`: primitives that Electron's BoringSSL has too. Byte strings are Uint8Array.
 */
import * as node from 'node:crypto'

export const randomBytes = (length: number): Uint8Array => new Uint8Array(node.randomBytes(length))
export const sha256 = (...parts: readonly (Uint8Array | string)[]): Uint8Array => {
  const hash = node.createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}
/** SHA-256 of a stream of parts, for files too large to hold. */
export function sha256Stream() {
  const hash = node.createHash('sha256')
  return { update: (part: Uint8Array) => void hash.update(part), digest: () => new Uint8Array(hash.digest()) }
}
export const hmac = (key: Uint8Array, ...parts: readonly (Uint8Array | string)[]): Uint8Array => {
  const mac = node.createHmac('sha256', key)
  for (const part of parts) mac.update(part)
  return new Uint8Array(mac.digest())
}
/** HMAC with one key for many messages: preparing the key costs more than the rest. */
export function hmacWith(key: Uint8Array): (...parts: readonly (Uint8Array | string)[]) => Uint8Array {
  const prepared = node.createSecretKey(key)
  return (...parts) => {
    const mac = node.createHmac('sha256', prepared)
    for (const part of parts) mac.update(part)
    return new Uint8Array(mac.digest())
  }
}
/** A key for one purpose from the register's key (HKDF-SHA-256). */
export const subkey = (key: Uint8Array, purpose: string, length = 32): Uint8Array =>
  new Uint8Array(node.hkdfSync('sha256', key, new Uint8Array(0), `jiefenbu ${purpose}`, length))

export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && node.timingSafeEqual(a, b)

/** scrypt's cost as log2(N), with r = 8 and p = 1. 17 takes about half a second and 128 MiB. */
export const kdfFloor = 17
export function passwordKey(password: string, salt: Uint8Array, logN: number): Promise<Uint8Array> {
  const options = { N: 2 ** logN, r: 8, p: 1, maxmem: 2 ** logN * 8 * 160 }
  return new Promise((resolve, reject) =>
    node.scrypt(password.normalize('NFC'), salt, 32, options, (e, key) =>
      e ? reject(e) : resolve(new Uint8Array(key)),
    ),
  )
}

/** AES-256-GCM: nonce (12) ‖ ciphertext ‖ tag (16). */
export function seal(key: Uint8Array, plain: Uint8Array, context: string): Uint8Array {
  const nonce = node.randomBytes(12)
  const cipher = node.createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  return new Uint8Array(Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
}
/** Null when the key or the context is not the one it was sealed with, or the bytes were changed. */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array | null {
  if (sealed.length < 28) return null
  const decipher = node.createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]))
  } catch {
    return null
  }
}

/** Raw 32-byte keys; the private key is the seed (RFC 8032, RFC 7748). */
export interface KeyPair {
  readonly publicKey: Uint8Array
  readonly privateKey: Uint8Array
}
type Curve = 'Ed25519' | 'X25519'
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const publicKeyOf = (crv: Curve, x: Uint8Array) =>
  node.createPublicKey({ key: { kty: 'OKP', crv, x: base64url(x) }, format: 'jwk' })
const privateKeyOf = (crv: Curve, pair: KeyPair) =>
  node.createPrivateKey({
    key: { kty: 'OKP', crv, x: base64url(pair.publicKey), d: base64url(pair.privateKey) },
    format: 'jwk',
  })

export function signingPair(): KeyPair {
  const jwk = node.generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const bytes = (text: string | undefined) => new Uint8Array(Buffer.from(text ?? '', 'base64url'))
  return { publicKey: bytes(jwk.x), privateKey: bytes(jwk.d) }
}
export const sign = (pair: KeyPair, message: Uint8Array): Uint8Array =>
  new Uint8Array(node.sign(null, message, privateKeyOf('Ed25519', pair)))
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  try {
    return node.verify(null, message, publicKeyOf('Ed25519', publicKey), signature)
  } catch {
    return false
  }
}
/** X25519 shared secret; the caller derives a key from it. */
export const agree = (pair: KeyPair, theirs: Uint8Array): Uint8Array =>
  new Uint8Array(
    node.diffieHellman({ privateKey: privateKeyOf('X25519', pair), publicKey: publicKeyOf('X25519', theirs) }),
  )

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
