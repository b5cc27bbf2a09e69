import * as fs from 'node:fs'
import { readSettings } from './calls/settings.ts'
import type { Clock, Log } from './host.ts'
import { backupFolder, isBackupDue, makeBackup } from './register/backup.ts'
import { readFact } from './register/facts.ts'
import type { RegisterHolder } from './registerHolder.ts'

interface TimerOptions {
  readonly holder: RegisterHolder
  readonly clock: Clock
  readonly log: Log
  readonly changed: () => void
}
const checkEveryMs = 10 * 60_000
/** Backs up beside the register, and at the second place while it is there, when the last one is old enough. */
export function backupOnTimer({ holder, clock, log, changed }: TimerOptions): () => void {
  let running = false
  async function check() {
    const register = holder.current()
    // On another machine nothing is journaled before 搬家 or 复制 was said.
    if (!register || running || holder.machine() === 'changed') return
    const last = register.db.prepare('SELECT at FROM backup ORDER BY k DESC LIMIT 1').pluck().get()
    const hours = readSettings(register.db).backupEveryHours
    if (!isBackupDue(typeof last === 'string' ? last : null, clock.now(), hours)) return
    running = true
    try {
      await makeBackup(register, clock, 'timer', { folder: backupFolder(register.dataDir), place: 'beside', label: '' })
      const second = readFact<{ folder: string; label: string }>(register.db, 'secondPlace')
      if (second && fs.existsSync(second.folder))
        await makeBackup(register, clock, 'timer', { ...second, place: 'second' })
      changed()
    } catch (e) {
      log('warn', 'backup on timer failed', { error: String(e) })
    } finally {
      running = false
    }
  }
  const timer = setInterval(() => void check(), checkEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}
