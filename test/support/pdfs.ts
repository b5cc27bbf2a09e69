/** PDFs made in the test, sound and hostile. */
import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString, rgb } from '@cantoo/pdf-lib'

/** Pages with a picture each, as a scanner makes them. */
export async function scannedPdf(jpegs: readonly Uint8Array[]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  pdf.setTitle('EXAMPLE-TITLE')
  pdf.setAuthor('EXAMPLE-AUTHOR')
  for (const jpeg of jpegs)
    pdf.addPage([595, 842]).drawImage(await pdf.embedJpg(jpeg), { x: 0, y: 0, width: 595, height: 842 })
  return pdf
}

/** A paper that acts: script at opening, on the page, an attached file, a form, a note that shows a seal. */
export async function actingPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([595, 842])
  page.drawRectangle({ x: 100, y: 700, width: 300, height: 20, color: rgb(0, 0, 0) })
  pdf.addJavaScript('start', 'app.alert("EXAMPLE-SCRIPT")')
  const { context } = pdf
  page.node.set(PDFName.of('AA'), context.obj({ O: { S: 'JavaScript', JS: PDFString.of('EXAMPLE-SCRIPT') } }))
  await pdf.attach(new TextEncoder().encode('EXAMPLE-ATTACHED'), 'EXAMPLE-ATTACHED.exe')
  pdf.getForm().createTextField('EXAMPLE-FIELD').addToPage(page, { x: 100, y: 600, width: 200, height: 20 })
  const look = context.stream('0.85 0.1 0.1 rg 0 0 100 100 re f', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 100, 100],
  })
  const seal = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Stamp',
      Rect: [350, 100, 450, 200],
      F: 4,
      AP: { N: context.register(look) },
    }),
  )
  page.node.addAnnot(seal)
  const link = {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0, 9, 9],
    A: { S: 'URI', URI: PDFString.of('http://EXAMPLE-LINK') },
  }
  page.node.addAnnot(context.register(context.obj(link)))
  return pdf.save({ useObjectStreams: false })
}

/** A PDF by its objects, each `n 0 obj`; the cross-reference is left to the reader's repair. */
export const rawPdf = (objects: readonly (string | Uint8Array)[], root = 1): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      ...objects.flatMap((o, i) => [Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(o), Buffer.from('\nendobj\n')]),
      Buffer.from(`trailer\n<< /Root ${root} 0 R /Size ${objects.length + 1} >>\n%%EOF\n`),
    ]),
  )
export const streamObject = (dict: string, data: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`<< ${dict} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')])

const catalog = '<< /Type /Catalog /Pages 2 0 R >>'
const onePage = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
/** A few kilobytes that unpack to so many megabytes, as the content of a page. */
export const contentBomb = (megabytes: number): Uint8Array =>
  rawPdf([
    catalog,
    onePage,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    streamObject('/Filter /FlateDecode', deflateSync(Buffer.alloc(megabytes * 1_000_000, ' '), { level: 9 })),
  ])
/** Packed twice, in a stream of objects, which a parser unpacks by itself. */
export const objectStreamBomb = (megabytes: number): Uint8Array => {
  const inner = deflateSync(Buffer.alloc(megabytes * 1_000_000, '1 '), { level: 9 })
  const twice = deflateSync(inner, { level: 9 })
  return rawPdf([
    catalog,
    onePage,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    streamObject('/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]', twice),
  ])
}
/** The same by another filter, which the look at the bytes does not know. */
export const lzwObjectStream = (kilobytes: number): Uint8Array =>
  rawPdf([
    catalog,
    onePage,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    // Runs of 128 bytes each, of two bytes.
    streamObject(
      '/Type /ObjStm /N 1 /First 4 /Filter [/RunLengthDecode /RunLengthDecode /RunLengthDecode]',
      runs(kilobytes),
    ),
  ])
const runs = (kilobytes: number): Uint8Array => Buffer.alloc(kilobytes * 1024, Buffer.from([129, 129]))

export const nested = (depth: number): Uint8Array =>
  rawPdf([catalog, onePage, `<< /Type /Page /Parent 2 0 R /X ${'['.repeat(depth)}${']'.repeat(depth)} >>`])

/** A tree of pages that is its own child. */
export const endlessTree = rawPdf([catalog, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'])
/** Twelve levels of ten: the same page a billion times. */
export const wideTree = rawPdf([
  catalog,
  ...Array.from({ length: 9 }, (_, i) => `<< /Type /Pages /Kids [${`${i + 3} 0 R `.repeat(10)}] /Count 10 >>`),
  '<< /Type /Page /MediaBox [0 0 595 842] >>',
])
export const manyPages = (count: number): Uint8Array =>
  rawPdf([
    catalog,
    `<< /Type /Pages /Kids [${Array.from({ length: count }, (_, i) => `${i + 3} 0 R`).join(' ')}] /Count ${count} >>`,
    ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'),
  ])
/** A picture that says it is as large as a field. */
export const hugePicture = rawPdf([
  catalog,
  onePage,
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> >>',
  streamObject('/Type /XObject /Subtype /Image /Width 50000 /Height 50000 /BitsPerComponent 1', new Uint8Array(8)),
])
export async function lockedPdf(user: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.addPage([595, 842]).drawRectangle({ x: 100, y: 700, width: 300, height: 20 })
  pdf.encrypt({
    ...(user === '' ? {} : { userPassword: user }),
    ownerPassword: 'owner',
    permissions: { modifying: false },
  })
  return pdf.save()
}
