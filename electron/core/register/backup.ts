import * as fs from 'node:fs'
import * as path from 'node:path'
import type { BackupView } from '../../../shared/contract/office.ts'
import type { BackupFact } from '../../../shared/contract/records.ts'
import { AppError } from '../../../shared/errors.ts'
import { diskError, freeBytes } from '../files.ts'
import type { Clock } from '../host.ts'
import { type Db, type Register, registerPath } from './open.ts'
import { runThread } from './thread.ts'
import { transact } from './unitOfWork.ts'

export const backupFolder = (registerDir: string): string => path.join(path.dirname(registerDir), 'backups')
const endings = '.jfbak'

/** Which backups beside the register stay: 3 of today, one a day for a week, 10 in all. `days` newest first. */
export function keptBackups(names: readonly string[], today: string): ReadonlySet<string> {
  const dayOf = (name: string) => name.slice(0, 10)
  const newest = [...names].sort().reverse()
  const ofToday = newest.filter((n) => dayOf(n) === today).slice(0, 3)
  const days = [...new Set(newest.map(dayOf))].filter((d) => d !== today).slice(0, 7)
  const daily = days.flatMap((d) => newest.find((n) => dayOf(n) === d) ?? [])
  return new Set([...ofToday, ...daily].slice(0, 10))
}

/** Whether the timer makes a backup now; `everyHours` 0 turns it off. A last one in the future is a clock set back. */
export function isBackupDue(last: string | null, now: string, everyHours: number): boolean {
  if (everyHours === 0) return false
  const age = last === null ? Number.POSITIVE_INFINITY : Date.parse(now) - Date.parse(last)
  return age < 0 || age >= everyHours * 3_600_000
}

function prune(folder: string, today: string): void {
  const names = fs.readdirSync(folder).filter((n) => n.endsWith(endings))
  const kept = keptBackups(names, today)
  for (const name of names) if (!kept.has(name)) fs.rmSync(path.join(folder, name), { force: true })
}

export interface Target {
  readonly folder: string
  readonly place: BackupView['place']
  readonly label: string
}
/** Makes a proven backup in the background and enters it in the register. */
export async function makeBackup(
  register: Register,
  clock: Clock,
  by: string,
  target: Target,
  signal?: AbortSignal,
): Promise<BackupView> {
  const at = clock.now()
  const name = `${clock.today()}-${at.slice(11, 23).replace(/[:.]/g, '')}${endings}`
  try {
    // A stick that was pulled out must not come back as a folder of the machine's own disk.
    if (target.place === 'beside') fs.mkdirSync(target.folder, { recursive: true })
    else if (!fs.existsSync(target.folder)) throw new AppError('target-gone')
    const free = freeBytes(target.folder)
    const size = fs.statSync(registerPath(register.dataDir)).size
    if (free !== null && free < size * 1.2) throw new AppError(target.place === 'second' ? 'target-full' : 'disk-full')
    const order = { registerDir: register.dataDir, key: register.key, target: path.join(target.folder, name), at }
    const { bytes } = await runThread<{ bytes: number }>(import.meta.url, 'backupWorker', {
      order,
      ...(signal ? { signal } : {}),
    })
    transact(register, clock, by, (tx) => {
      tx.db
        .prepare('INSERT INTO backup (name, at, bytes, place, place_label, verified) VALUES (?, ?, ?, ?, ?, 1)')
        .run(name, at, bytes, target.place, target.label)
      tx.event('backup.made', { place: target.place })
    })
    if (target.place === 'beside') prune(target.folder, clock.today())
    return { name, at, bytes, place: target.place, verified: true }
  } catch (e) {
    throw diskError(e, target.place === 'second' ? 'target' : 'own')
  }
}

export function lastBackup(db: Db, now: string): BackupFact | null {
  const last = db.prepare('SELECT at FROM backup ORDER BY k DESC LIMIT 1').pluck().get()
  if (typeof last !== 'string') return null
  const second = db
    .prepare("SELECT at, place_label FROM backup WHERE place = 'second' ORDER BY k DESC LIMIT 1")
    .get() as { at: string; place_label: string } | undefined
  return {
    at: last,
    secondPlace: second?.place_label ?? null,
    secondAgeDays: second ? Math.max(0, Math.floor((Date.parse(now) - Date.parse(second.at)) / 86_400_000)) : null,
  }
}
