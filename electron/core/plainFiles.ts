/** Plain files (PDF, Excel) that leave the program: one marked folder, names that say what they are, a way to delete. */
import * as fs from 'node:fs'
import * as path from 'node:path'
import { diskError, writeAtomically } from './files.ts'
import type { Host } from './host.ts'

/** The folder's name says what to do with what lies in it. */
export const plainFolderName = '明文文件（用后删除）'

/** In every plain file's name, wherever it is written: a copy on a desk still says what to do with it. */
const mark = '（用后删除）'
const written = /-\d{14}（用后删除）\.(pdf|xlsx|csv)$/
const forbiddenInNames = /[\\/:*?"<>|\p{Cc}]/gu

/** `人民调解协议书草稿-20261123010203（用后删除）.pdf`; `at` is the UTC instant of writing. */
export function plainFileName(what: string, at: string, extension: 'pdf' | 'xlsx' | 'csv'): string {
  const stamp = at.slice(0, 19).replace(/[-:T]/g, '')
  return `${what}-${stamp}${mark}.${extension}`.replace(forbiddenInNames, '_')
}

interface Around {
  readonly host: Pick<Host, 'plainFolder'>
  readonly holder: { readonly folder: string }
}
const folderOf = async ({ host, holder }: Around): Promise<string> =>
  (await host.plainFolder()) ?? path.join(path.dirname(holder.folder), plainFolderName)

/** Writes a plain file into `folder`, or into the marked folder when none was chosen. Throws errors of the target. */
export async function writePlainFile(
  around: Around,
  folder: string | null,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  try {
    const target = folder ?? (await folderOf(around))
    if (folder === null) fs.mkdirSync(target, { recursive: true })
    await writeAtomically(path.join(target, name), bytes)
  } catch (e) {
    throw diskError(e, 'target')
  }
}

interface PlainFile {
  readonly path: string
  readonly writtenAt: number
}
/** The files this program wrote into the marked folder, known by their names; never anything else that lies there. */
function ownFiles(folder: string): readonly PlainFile[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && written.test(entry.name))
    .map((entry) => path.join(folder, entry.name))
    .map((file) => ({ path: file, writtenAt: fs.statSync(file).mtimeMs }))
}

export interface PlainFacts {
  /** The folder's name for people. */
  readonly label: string
  readonly count: number
  /** Whole days since the oldest of them was written; null when there are none. */
  readonly oldestDays: number | null
}
/** What lies in the marked folder. A folder that cannot be read has nothing to tell. */
export async function plainFacts(around: Around, now: string): Promise<PlainFacts> {
  const folder = await folderOf(around)
  const label = path.basename(folder)
  try {
    const files = ownFiles(folder)
    const oldest = Math.min(...files.map((f) => f.writtenAt))
    const oldestDays = files.length === 0 ? null : Math.max(0, Math.floor((Date.parse(now) - oldest) / 86_400_000))
    return { label, count: files.length, oldestDays }
  } catch {
    return { label, count: 0, oldestDays: null }
  }
}

/**
 * Deletes the program's own files from the marked folder, past any recycle bin; other files stay. What was on the disk
 * may still be read by forensic means: the program cannot overwrite the cells of a solid-state disk.
 */
export async function clearPlainFiles(around: Around): Promise<{ readonly deleted: number; readonly kept: number }> {
  const folder = await folderOf(around)
  const files = ownFiles(folder)
  let deleted = 0
  for (const file of files) {
    try {
      fs.rmSync(file.path)
      deleted++
    } catch {
      // Open in a viewer: it stays, and the answer says so.
    }
  }
  return { deleted, kept: files.length - deleted }
}
