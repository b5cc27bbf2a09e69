import { randomUUID } from 'node:crypto'
import { PDFDocument } from '@cantoo/pdf-lib'
import { addImage, addPaper, bind, newBook, newPart } from '../../electron/core/papers/dossierBook.ts'
import { bundledFonts } from '../../electron/core/papers/fonts.ts'
import type { RecordView } from '../../shared/contract/records.ts'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import * as p from '../../shared/ledgers/disputeParts.ts'
import { jpegOf } from '../support/pictures.ts'
import { agreedDispute, partOf } from '../support/samples.ts'
import type { Line } from './line.ts'
import { interleaved } from './measure.ts'
import { takenBy } from './memory.ts'
import { finish } from './recipients.ts'
import { type Bench, benchToday } from './registers.ts'

const pages = 60
const scans = 20
const rounds = 5
/** An A4 page at 200 dpi, as a scan is kept. */
const a4Scan = { width: 1654, height: 2339, seal: true } as const

/** A case of which the register has so many 回访记录, one page each. */
function dataOf(visits: number): AnyData {
  const visit = partOf(p.followUp, { heldOn: '2026-11-22', by: '王示例', findings: '双方没有再发生争执。' })
  return agreedDispute({
    ...{ caseNo: '示例人调字〔2026〕第90001号', agreementNo: '示例人调协字〔2026〕第90001号', filedBy: '李示例' },
    followUps: Array.from({ length: visits }, () => visit),
  }) as unknown as AnyData
}

async function addScan({ call }: Bench, id: string, i: number): Promise<Uint8Array> {
  const upload = randomUUID()
  const ledger = 'dispute'
  await call('scan.send', {
    ledger,
    upload,
    at: 0,
    bytes: new Uint8Array(await jpegOf({ ...a4Scan, text: `示例扫描${i}` })),
  })
  const of = { ledger, id } as const
  const { id: scan } = await call('scan.add', {
    ...of,
    item: 'identity',
    name: `${i}.jpg`,
    from: { upload },
    again: true,
  })
  return (await call('scan.read', { ...of, scan })).bytes
}

interface Dossier {
  readonly id: string
  /** Its papers, ready, as one PDF. */
  readonly papers: Uint8Array
  readonly pictures: readonly Uint8Array[]
}
const way = { printNumbers: true, duplex: false, leaveOutOriginals: false } as const

async function dossierIn(bench: Bench): Promise<Dossier> {
  const { call, office } = bench
  const save = (old: RecordView | null, visits: number) =>
    call('record.save', { ledger: 'dispute', id: old?.id ?? null, revision: old?.revision ?? 0, data: dataOf(visits) })
  const build = (id: string) => finish(office, 'dossier.build', { ledger: 'dispute', id, ...way })
  let [record, visits] = [await save(null, 1), 1]
  for (let sheets = 0; sheets !== pages - scans; ) {
    sheets = (await build(record.id)).sheets
    visits += pages - scans - sheets
    if (sheets !== pages - scans) record = await save(record, visits)
  }
  const { pdf: papers } = await call('dossier.preview', { ledger: 'dispute', id: record.id })
  const pictures: Uint8Array[] = []
  for (let i = 0; i < scans; i += 1) pictures.push(await addScan(bench, record.id, i))
  return { id: record.id, papers, pictures }
}

/** Pages copied and pictures drawn by the library alone: no numbers, no contents, no bookmarks. */
async function merged({ papers, pictures }: Dossier): Promise<Uint8Array> {
  const to = await PDFDocument.create()
  const from = await PDFDocument.load(papers)
  for (const page of await to.copyPages(from, from.getPageIndices())) to.addPage(page)
  for (const picture of pictures)
    to.addPage([595, 842]).drawImage(await to.embedJpg(picture), { width: 480, height: 760 })
  return to.save()
}

async function bound({ papers, pictures }: Dossier): Promise<Uint8Array> {
  const book = await newBook('调解卷宗', benchToday)
  await addPaper(book, newPart(book, '文书', true), papers)
  const part = newPart(book, '当事人身份证明', true)
  for (const picture of pictures) await addImage(book, part, picture)
  const { pdf } = await bind(book, { ...way, sample: false, on: benchToday, fonts: bundledFonts })
  return pdf
}

/** The dossier of one case from its fields and scans to the one PDF, and its binding alone, against the library alone. */
export async function dossiers(benches: readonly Bench[]): Promise<readonly Line[]> {
  const [bench] = benches
  if (bench === undefined) throw new Error('no register')
  const dossier = await dossierIn(bench)
  const whole = () => finish(bench.office, 'dossier.build', { ledger: 'dispute', id: dossier.id, ...way })
  const bind = () => bound(dossier)
  const bare = () => merged(dossier)
  const { sheets } = await whole()
  if (sheets !== pages) throw new Error(`a dossier of ${sheets} pages`)
  const takenBare = await takenBy(bare)
  const lines: Line[] = []
  // Numbers are a second layer over every page, which the library alone does not draw. Making the papers has lines of
  // its own: of the whole only the number is told.
  for (const [what, work, target] of [
    ['bound', bind, 2.5],
    ['papers made and bound', whole, null],
  ] as const) {
    const common = { area: 'dossier', cases: null, target } as const
    const name = `${pages} pages with ${scans} scans, ${what}`
    const both = await interleaved(rounds, work, bare)
    lines.push({ ...common, name, unit: 'ms', ours: both.ours.median, bare: both.bare.median })
    lines.push({ ...common, name: `${name}, memory`, unit: 'MB', ours: await takenBy(work), bare: takenBare })
  }
  return lines
}
