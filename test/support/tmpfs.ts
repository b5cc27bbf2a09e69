import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import type { TestContext } from 'node:test'

/** Small disks can be mounted by root on Linux only; a test that needs one says aloud that it was left out. */
export const canMount: boolean = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = fs.mkdtempSync('/tmp/jiefenbu-mount-')
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  } finally {
    fs.rmdirSync(folder)
  }
})()

export const skipWithoutMount = canMount ? false : 'skipped: no right to mount a small disk here'

export interface SmallDisk {
  readonly folder: string
  readonly readOnly: () => void
  readonly writable: () => void
  /** Takes up what is free, apart from some bytes. */
  readonly fill: (leave: number) => void
  readonly empty: () => void
}

/** A disk of its own of so many megabytes, until the test has ended. */
export function smallDisk(test: TestContext, megabytes: number): SmallDisk {
  const folder = fs.mkdtempSync('/tmp/jiefenbu-mount-')
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  test.after(() => {
    execFileSync('umount', ['-l', folder])
    fs.rmdirSync(folder)
  })
  const ballast = `${folder}/ballast`
  return {
    folder,
    readOnly: () => void execFileSync('mount', ['-o', 'remount,ro', folder]),
    writable: () => void execFileSync('mount', ['-o', 'remount,rw', folder]),
    fill: (leave) => {
      const { bavail, bsize } = fs.statfsSync(folder)
      fs.writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leave)))
    },
    empty: () => fs.rmSync(ballast, { force: true }),
  }
}
