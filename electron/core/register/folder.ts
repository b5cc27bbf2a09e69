import * as fs from 'node:fs'
import * as path from 'node:path'
import { isLeftover, syncFolder } from '../files.ts'

/** Everything of a register lies in one folder, which appears whole by one rename. */
export const registerFolder = (dataDir: string): string => path.join(dataDir, 'register')
export const creatingFolder = (dataDir: string): string => path.join(dataDir, 'creating')
/** Where a backup is unpacked; nothing in it counts. */
export const restoringFolder = (dataDir: string): string => path.join(dataDir, 'restoring')
/** A restored register, proven, on its way to its place. */
const restoredFolder = (dataDir: string): string => path.join(dataDir, 'restored')
/** Begins the name of a folder in which one backup is prepared. */
export const backupWorkPrefix = 'backup-'

/** Gives a proven register its place. What stood there is moved aside under a name with the given stamp, never deleted. */
export function putInPlace(dataDir: string, proven: string, stamp: string): void {
  const [place, waiting] = [registerFolder(dataDir), restoredFolder(dataDir)]
  fs.rmSync(waiting, { recursive: true, force: true })
  fs.renameSync(proven, waiting)
  if (fs.existsSync(place)) fs.renameSync(place, `${place}-${stamp}`)
  fs.renameSync(waiting, place)
  syncFolder(dataDir)
}

/** Ends what a power cut interrupted: a proven register gets its place, half-made things go. Only while the lock is held. */
export function sweepFolder(dataDir: string): void {
  const [place, waiting] = [registerFolder(dataDir), restoredFolder(dataDir)]
  if (!fs.existsSync(place) && fs.existsSync(waiting)) fs.renameSync(waiting, place)
  const drafts = fs.existsSync(place) ? fs.readdirSync(place, { recursive: true }).map(String).filter(isLeftover) : []
  const work = fs.readdirSync(dataDir).filter((n) => n.startsWith(backupWorkPrefix))
  const halves = [waiting, creatingFolder(dataDir), restoringFolder(dataDir), ...work.map((n) => path.join(dataDir, n))]
  for (const half of [...halves, ...drafts.map((n) => path.join(place, n))])
    fs.rmSync(half, { recursive: true, force: true })
}
