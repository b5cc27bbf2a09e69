import { readdirSync, readFileSync } from 'node:fs'

export interface Migration {
  /** `<what><13 digits>`: TypeORM reads the order from the digits. */
  readonly name: string
  readonly sql: string
}

const folder = new URL('./migrations/', import.meta.url)

/** Strictly rising SQL steps, one file each; a step that was released is never edited. */
export const migrations: readonly Migration[] = readdirSync(folder)
  .filter((f) => f.endsWith('.sql'))
  .sort()
  .map((f) => {
    const [number = '', what = ''] = [f.slice(0, 4), f.slice(5, -4)]
    return { name: `${what}${number.padStart(13, '0')}`, sql: readFileSync(new URL(f, folder), 'utf8') }
  })
