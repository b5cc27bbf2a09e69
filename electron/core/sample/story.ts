import type { DisputeData } from '../../../shared/ledgers/dispute.ts'

/**
 * What a sample case is about. Texts name 甲 and 乙, the parties, as {甲} and {乙}; {村} the village, {处} a spot in it,
 * {数} a small number, {金} the amount in yuan, {限} the day it is due.
 */
export interface Story {
  readonly type: NonNullable<DisputeData['typeJustice']>
  readonly social: NonNullable<DisputeData['typeSocial']>
  readonly subtype?: NonNullable<DisputeData['localSubtype']>
  readonly secrecy?: NonNullable<DisputeData['secrecy']>
  /** The respondent is a unit whose name ends so. */
  readonly unit?: string
  /** Who stands against whom: a child with a guardian and a parent, somebody old and a grown child, man and wife. */
  readonly cast?: 'minor' | 'elder' | 'couple'
  /** Who pays; the respondent unless said otherwise. */
  readonly payer?: 'applicant'
  readonly summary: string
  readonly claims: readonly string[]
  readonly facts: string
  readonly responsibilities: string
  /** Questions of the mediator and the answers. */
  readonly talk: readonly (readonly [string, string])[]
  readonly clauses: readonly string[]
  readonly manner: string
  /** Whole yuan, or none where nothing is paid. */
  readonly amount: readonly [number, number] | null
}
