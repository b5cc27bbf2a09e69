import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { v7 as uuid } from 'uuid'
import { randomBytes, signingPair } from '../crypto.ts'
import { chainEnd, type Life } from './journal.ts'
import type { Db } from './open.ts'
import { statement } from './statements.ts'

/** The keys of one PC with one register (一号机, 二号机): signing, age, and the secret that hides ids in handovers. */
export interface Station {
  readonly id: string
  readonly sign_public: Uint8Array
  readonly sign_private: Uint8Array
  readonly age_identity: string
  readonly age_recipient: string
  readonly handed_secret: Uint8Array
}

/** Fresh keys of a station, made before the transaction that stores them (age makes its keys asynchronously). */
export async function newStation(): Promise<Station> {
  const pair = signingPair()
  const identity = await generateX25519Identity()
  return {
    id: uuid(),
    sign_public: pair.publicKey,
    sign_private: pair.privateKey,
    age_identity: identity,
    age_recipient: await identityToRecipient(identity),
    handed_secret: randomBytes(32),
  }
}

export function storeStation(db: Db, s: Station, at: string): void {
  db.prepare(
    `INSERT INTO station (id, position, created_at, sign_public, sign_private, age_identity, age_recipient, handed_secret)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM station), ?, ?, ?, ?, ?, ?)`,
  ).run(s.id, at, s.sign_public, s.sign_private, s.age_identity, s.age_recipient, s.handed_secret)
}

export type EpochReason = 'created' | 'restored' | 'copied'
/** Begins a new life of the register; its parent's end is kept, so that a recipient can tell a restore from a fork. */
export function beginEpoch(db: Db, reason: EpochReason, at: string): void {
  const parent = db.prepare('SELECT id FROM epoch ORDER BY position DESC LIMIT 1').pluck().get() as string | undefined
  const end = chainEnd(db)
  db.prepare(
    `INSERT INTO epoch (id, position, reason, started_at, parent, parent_seq, parent_chain)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM epoch), ?, ?, ?, ?, ?)`,
  ).run(uuid(), reason, at, parent ?? null, parent ? end.seq : null, parent ? end.chain : null)
}

export interface Epoch {
  readonly id: string
  readonly reason: EpochReason
  readonly started_at: string
  readonly parent: string | null
  readonly parent_seq: number | null
  readonly parent_chain: Uint8Array | null
}
export const currentEpoch = (db: Db): Epoch =>
  statement(db, 'SELECT * FROM epoch ORDER BY position DESC LIMIT 1').get() as Epoch
export const currentStation = (db: Db): Station =>
  statement(db, 'SELECT * FROM station ORDER BY position DESC LIMIT 1').get() as Station
export const currentLife = (db: Db): Life => ({ epoch: currentEpoch(db).id, station: currentStation(db).id })
