/**
 * A backup is one file: a tar of the register (VACUUM INTO, encrypted as the register is), its key file and its sealed
 * attachments, with their hashes last. Nothing in it is readable without a password or the recovery code.
 */
import * as fs from 'node:fs'
import * as path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { extract, pack } from 'tar-stream'
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import { sha256Stream, toHex } from '../crypto.ts'
import { publish } from '../files.ts'
import { attachmentFolder } from './attachments.ts'
import { openReadOnly, registerFileName } from './connection.ts'
import { backupWorkPrefix } from './folder.ts'
import { verifyChain } from './journal.ts'
import { keyFileName } from './keys.ts'

const listName = 'backup.json'
const list = z.strictObject({
  format: z.literal('jiefenbu-backup'),
  version: z.literal(1),
  at: z.iso.datetime(),
  files: z.record(z.string(), z.string()),
})
const memberName = /^(?:register\.db|keys\.json|attachments\/[0-9a-f]{64})$/

async function hashOf(file: string): Promise<string> {
  const hash = sha256Stream()
  for await (const part of fs.createReadStream(file)) hash.update(part as Uint8Array)
  return toHex(hash.digest())
}

/** Opens a copy and reads it through: only then does it count. Throws `backup-damaged`. */
export function proveCopy(folder: string, key: Uint8Array): void {
  const db = openReadOnly(folder, key)
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok' || verifyChain(db).brokenAt !== null)
      throw new AppError('backup-damaged')
  } finally {
    db.close()
  }
}

/** Writes and proves a backup; `target` appears only when it is whole. Answers its size in bytes. */
export async function writeBackup(registerDir: string, key: Uint8Array, target: string, at: string): Promise<number> {
  const work = fs.mkdtempSync(path.join(path.dirname(registerDir), backupWorkPrefix))
  const draft = `${target}.part`
  try {
    const db = openReadOnly(registerDir, key)
    try {
      db.prepare('VACUUM INTO ?').run(path.join(work, registerFileName))
    } finally {
      db.close()
    }
    proveCopy(work, key)
    fs.copyFileSync(path.join(registerDir, keyFileName), path.join(work, keyFileName))
    await packFiles(work, registerDir, draft, at)
    await checkBackup(draft)
    await publish(draft, target)
    return fs.statSync(target).size
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
    fs.rmSync(draft, { force: true })
  }
}

async function packFiles(work: string, registerDir: string, draft: string, at: string): Promise<void> {
  const attachments = attachmentFolder(registerDir)
  const names = fs.existsSync(attachments) ? fs.readdirSync(attachments).filter((n) => /^[0-9a-f]{64}$/.test(n)) : []
  const members = [
    ...[keyFileName, registerFileName].map((n) => [n, path.join(work, n)] as const),
    ...names.map((n) => [`attachments/${n}`, path.join(attachments, n)] as const),
  ]
  const tar = pack()
  const out = fs.createWriteStream(draft, { flush: true, mode: 0o600 })
  const written = pipeline(tar, out)
  const files: Record<string, string> = {}
  for (const [name, file] of members) {
    files[name] = await hashOf(file)
    await pipeline(fs.createReadStream(file), tar.entry({ name, size: fs.statSync(file).size }))
  }
  tar.entry(
    { name: listName },
    JSON.stringify({ format: 'jiefenbu-backup', version: 1, at, files } satisfies z.infer<typeof list>),
  )
  tar.finalize()
  await written
}

/** Reads a backup through, handing each member on, and compares the hashes. Throws `backup-damaged`. */
async function readBackup(
  file: string,
  member: (name: string, body: AsyncIterable<Uint8Array>) => Promise<string>,
): Promise<void> {
  const found: Record<string, string> = {}
  let listed: unknown = null
  try {
    const tar = fs.createReadStream(file).pipe(extract())
    for await (const entry of tar) {
      const { name, type } = entry.header
      const bytes = entry as unknown as AsyncIterable<Uint8Array>
      if (type !== 'file' || listed !== null || Object.hasOwn(found, name)) throw new AppError('backup-damaged')
      if (name === listName) listed = JSON.parse(await textOf(bytes))
      else if (memberName.test(name)) found[name] = await member(name, bytes)
      else throw new AppError('backup-damaged')
    }
  } catch (e) {
    throw e instanceof AppError ? e : new AppError('backup-damaged', {}, { cause: e })
  }
  const parsed = list.safeParse(listed)
  const whole =
    parsed.success &&
    JSON.stringify(Object.entries(parsed.data.files).sort()) === JSON.stringify(Object.entries(found).sort())
  if (!whole || !found[registerFileName] || !found[keyFileName]) throw new AppError('backup-damaged')
}
async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of body) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

const checkBackup = (file: string): Promise<void> =>
  readBackup(file, async (_name, body) => {
    const hash = sha256Stream()
    for await (const part of body) hash.update(part)
    return toHex(hash.digest())
  })

/** Unpacks a backup into an empty folder, checking every hash. Throws `backup-damaged`. */
export async function unpackBackup(file: string, folder: string): Promise<void> {
  fs.mkdirSync(path.join(folder, 'attachments'), { recursive: true })
  await readBackup(file, async (name, body) => {
    const hash = sha256Stream()
    // A handle of our own: a stream that is given up may still open its file after the folder was removed.
    const out = await fs.promises.open(path.join(folder, name), 'wx', 0o600)
    try {
      for await (const part of body) {
        hash.update(part)
        await out.writeFile(part)
      }
      await out.sync()
    } finally {
      await out.close()
    }
    return toHex(hash.digest())
  })
}
