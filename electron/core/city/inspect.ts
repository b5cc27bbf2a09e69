import { v7 as uuid } from 'uuid'
import type { ImportFileView, ImportPreview, ImportVerdict } from '../../../shared/contract/handover.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { equalBytes } from '../crypto.ts'
import { type OpenedHandover, type Opener, openHandover } from '../handover/container.ts'
import type { Work } from '../longWork.ts'
import { currentStation } from '../register/life.ts'
import type { Db } from '../register/open.ts'
import { dropCopy, keptPath, takeCopy } from './keptFiles.ts'
import { inMergeOrder, type KnownLife, knownLives, standingOf, withLife } from './lives.ts'
import { boundaries, boundaryOf, forks, missingNos, seriesOf } from './numbers.ts'
import { preview } from './preview.ts'
import { emptyStaging, stageEntries, stageFile, unstageFile } from './staging.ts'
import { senders, unitName } from './units.ts'

export interface PickedHandover {
  readonly token: string
  readonly fileName: string
  readonly path: string
}
export interface Inspection {
  readonly book: Book
  readonly sample: boolean
  readonly files: readonly PickedHandover[]
}

interface Opened extends OpenedHandover {
  readonly picked: PickedHandover
  readonly copy: string
}
type Looked = Opened | { readonly picked: PickedHandover; readonly refused: string }

const blank = { unitName: null, no: null, date: null, ledgers: [], missingNos: [] } as const
const viewOf = (p: PickedHandover, verdict: ImportVerdict, reason: string | null): ImportFileView => ({
  ...blank,
  token: p.token,
  fileName: p.fileName,
  verdict,
  reason,
})

/** What is wrong with a file alone; anything else (our disk is full, cancelled) ends the whole inspection. */
function refusal(e: unknown): string | null {
  if (!(e instanceof AppError)) return null
  return e.code.startsWith('file-') || e.code.startsWith('target-') || e.code === 'sample-mismatch' ? e.code : null
}

async function lookAt(work: Work, picked: PickedHandover, opener: Opener): Promise<Looked> {
  let copy: string | null = null
  try {
    copy = await takeCopy(work.register, picked.path, work.signal)
    const opened = await openHandover(keptPath(work.register, copy), opener, work.signal)
    return { ...opened, picked, copy }
  } catch (e) {
    const refused = refusal(e)
    if (refused === null) throw e
    if (copy !== null) dropCopy(work.register, copy)
    return { picked, refused }
  }
}

/** Whether this very handover was received before, merged or set aside as a whole. */
function isHeld(db: Db, manifestHash: Uint8Array): boolean {
  const found = db
    .prepare(
      'SELECT 1 FROM received WHERE manifest_hash = ? UNION ALL SELECT 1 FROM set_aside_file WHERE manifest_hash = ?',
    )
    .get(manifestHash, manifestHash)
  return found !== undefined
}

/** What becomes of each file, judged against what is held and against the other files of the batch. */
function judge(db: Db, opened: readonly Opened[]): ReadonlyMap<Opened, ImportVerdict> {
  const verdicts = new Map<Opened, ImportVerdict>()
  const fresh: Opened[] = []
  for (const f of opened) {
    const again = isHeld(db, f.manifestHash) || fresh.some((o) => equalBytes(o.manifestHash, f.manifestHash))
    if (again) verdicts.set(f, 'alreadyHeld')
    else fresh.push(f)
  }
  for (const f of fresh) {
    const series = seriesOf(f.manifest)
    const others = fresh.filter((o) => o !== f && JSON.stringify(seriesOf(o.manifest)) === JSON.stringify(series))
    const known = [...boundaries(db, series), ...others.map((o) => boundaryOf(o.manifest, o.manifestHash))]
    verdicts.set(f, known.some((b) => forks(b, f.manifest, f.manifestHash)) ? 'setAside' : 'ready')
  }
  return verdicts
}

interface Staged {
  readonly file: Opened
  readonly k: number
}
interface Batch {
  readonly id: string
  readonly book: Book
  readonly ready: readonly Opened[]
  readonly staged: Staged[]
  lives: readonly KnownLife[]
}

/** Stages one file and counts what it will do. A copy that changed since it was verified is refused. */
async function stage(work: Work, batch: Batch, f: Opened): Promise<ImportFileView> {
  const { db } = work.register
  const { manifest } = f
  const known = batch.lives.length > 0 && batch.staged.at(-1)?.file.manifest.station === manifest.station
  batch.lives = withLife(known ? batch.lives : knownLives(db, manifest.station), manifest.epoch)
  const k = stageFile(db, {
    batch: batch.id,
    book: batch.book,
    token: f.picked.token,
    fileName: f.picked.fileName,
    verdict: 'ready',
    reason: null,
    manifest,
    manifestHash: f.manifestHash,
    fileHash: f.fileHash,
    copy: f.copy,
  })
  const lines = Math.max(
    1,
    manifest.parts.reduce((sum, p) => sum + p.lines, 0),
  )
  const done = batch.ready.indexOf(f)
  const report = (rows: number) => work.step('reading', (done + rows / lines) / batch.ready.length)
  try {
    await stageEntries(work, k, manifest, f.entries(), report)
  } catch (e) {
    const refused = refusal(e)
    if (refused === null) throw e
    await unstageFile(db, k)
    dropCopy(work.register, f.copy)
    return viewOf(f.picked, 'refused', refused)
  }
  const same = (o: Staged) => JSON.stringify(seriesOf(o.file.manifest)) === JSON.stringify(seriesOf(manifest))
  const earlier = batch.staged.filter(same).map((o) => o.k)
  batch.staged.push({ file: f, k })
  const standing = standingOf(batch.lives, manifest.epoch.id)
  const ledgers = await preview(db, { file: k, manifest, standing, earlier })
  return { ...described(db, f, 'ready', null), ledgers }
}

const described = (db: Db, f: Opened, verdict: ImportVerdict, reason: string | null): ImportFileView => ({
  ...viewOf(f.picked, verdict, reason),
  unitName: unitName(db, f.manifest.station),
  no: f.manifest.no,
  date: f.manifest.date,
})

function setAside(work: Work, batch: Batch, f: Opened): ImportFileView {
  stageFile(work.register.db, {
    batch: batch.id,
    book: batch.book,
    token: f.picked.token,
    fileName: f.picked.fileName,
    verdict: 'setAside',
    reason: 'fork',
    manifest: f.manifest,
    manifestHash: f.manifestHash,
    fileHash: f.fileHash,
    copy: f.copy,
  })
  return described(work.register.db, f, 'setAside', 'fork')
}

function withMissing(db: Db, view: ImportFileView, f: Opened, ready: readonly Opened[]): ImportFileView {
  const series = seriesOf(f.manifest)
  const here = ready
    .filter((o) => JSON.stringify(seriesOf(o.manifest)) === JSON.stringify(series))
    .map((o) => o.manifest.no)
  return { ...view, missingNos: missingNos(db, series, [...here, f.manifest.no]) }
}

async function inspectAll(work: Work, { book, sample, files }: Inspection): Promise<ImportPreview> {
  const { db } = work.register
  const own = currentStation(db)
  const opener: Opener = {
    station: own.id,
    ageIdentity: own.age_identity,
    ageRecipient: own.age_recipient,
    book,
    sample,
    senders: senders(db),
  }
  const looked: Looked[] = []
  for (const [i, file] of files.entries()) {
    work.step('checking', i / files.length)
    looked.push(await lookAt(work, file, opener))
  }
  const opened = looked.filter((l): l is Opened => 'manifest' in l)
  const verdicts = judge(db, opened)
  const ready = inMergeOrder(opened.filter((f) => verdicts.get(f) === 'ready'))
  const batch: Batch = { id: uuid(), book, ready, staged: [], lives: [] }
  const views = new Map<PickedHandover, ImportFileView>()
  for (const f of ready) views.set(f.picked, withMissing(db, await stage(work, batch, f), f, ready))
  for (const l of looked) {
    if (!('manifest' in l)) views.set(l.picked, viewOf(l.picked, 'refused', l.refused))
    else if (verdicts.get(l) === 'setAside') views.set(l.picked, setAside(work, batch, l))
    else if (verdicts.get(l) === 'alreadyHeld') {
      dropCopy(work.register, l.copy)
      views.set(l.picked, described(db, l, 'alreadyHeld', 'file-already-held'))
    }
  }
  return { batch: batch.id, files: files.flatMap((f) => views.get(f) ?? []) }
}

/**
 * Verifies files, stages what passed and says what merging would do. Nothing is visible in any list; a cancelled or
 * failed inspection leaves nothing behind. One inspection is kept at a time: the next one forgets it.
 */
export async function inspect(work: Work, inspection: Inspection): Promise<ImportPreview> {
  await emptyStaging(work.register)
  try {
    return await inspectAll(work, inspection)
  } catch (e) {
    // What cannot be cleared now (the disk is full) is cleared before the next inspection; why it failed matters more.
    await emptyStaging(work.register).catch(() => undefined)
    throw e
  }
}
