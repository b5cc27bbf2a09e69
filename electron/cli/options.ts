import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Book } from '../../shared/ledgers/describe.ts'
import { UsageError } from './usage.ts'

/** What every command is given. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  /** Where the user stands; relative paths are taken from here. */
  readonly from: string
}

const common = {
  data: { type: 'string' },
  user: { type: 'string' },
  book: { type: 'string' },
  'password-file': { type: 'string' },
} as const

/** Options of a command besides the common ones, and the words that are no options. Throws {@link UsageError}. */
export function parseOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], own: T) {
  try {
    return parseArgs({ args: [...args], options: { ...common, ...own }, allowPositionals: true })
  } catch (e) {
    throw new UsageError('badOption', { detail: e instanceof Error ? e.message : String(e) })
  }
}

/** From the environment or a file, never from an argument: arguments are seen by everybody on the machine. */
export function passwordFrom({ env, from }: Surroundings, file: string | undefined): string | null {
  if (file === undefined) return env.JIEFENBU_PASSWORD || null
  try {
    return readFileSync(resolve(from, file), 'utf8').replace(/\r?\n$/, '')
  } catch {
    throw new UsageError('passwordFile')
  }
}

export function bookFrom(given: string | undefined): Book | null {
  if (given === undefined || given === 'mediation' || given === 'teams') return given ?? null
  throw new UsageError('whichBook')
}

export function demanded(value: string | undefined, name: string): string {
  if (value === undefined) throw new UsageError('missing', { name })
  return value
}

interface Bounds {
  readonly min: number
  readonly max: number
  readonly otherwise: number
}
/** A whole number between both ends, or what stands for none. Throws {@link UsageError}. */
export function wholeNumber(given: string | undefined, name: string, { min, max, otherwise }: Bounds): number {
  if (given === undefined) return otherwise
  const number = Number(given)
  if (!/^\d+$/.test(given) || number < min || number > max) throw new UsageError('notANumber', { name, min, max })
  return number
}

/** The folder to play in. Never one with something in it: what lies there may be somebody's register. */
export function emptyFolder(dir: string): string {
  if (existsSync(dir) && readdirSync(dir).length > 0) throw new UsageError('notEmpty', { name: dir })
  mkdirSync(dir, { recursive: true })
  return dir
}
