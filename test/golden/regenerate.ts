/**
 * Writes the golden papers anew, after a paper was meant to change: `node test/golden/regenerate.ts [paper …]`, all of
 * them without a name. Look at the difference before it is committed.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, exit, stderr, stdout } from 'node:process'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import { type CasePaper, casePapers } from '../../shared/rules/casePapers.ts'
import { hasPoppler, pngOf } from '../support/greyPages.ts'
import {
  goldenFolder,
  goldenImages,
  goldenPaper,
  goldenText,
  imageFile,
  textFile,
  type Variant,
  variants,
} from '../unit/papersGoldenKit.ts'
import { projectRoot } from '../unit/papersKit.ts'

async function regenerate(paper: CasePaper, variant: Variant): Promise<number> {
  const made = await goldenPaper(paper, variant)
  await writeFile(join(goldenFolder, textFile(paper, variant)), await goldenText(made))
  for (const [page, image] of await goldenImages(variant, made))
    await writeFile(join(goldenFolder, imageFile(paper, variant, page)), pngOf(image))
  return made.pages
}

const asked = argv.slice(2)
const wanted = asked.length === 0 ? casePapers : casePapers.filter((p) => asked.includes(p))
if (!hasPoppler || wanted.length < asked.length) {
  stderr.write(hasPoppler ? `papers are: ${casePapers.join(' ')}\n` : 'poppler-utils (pdftoppm) is needed\n')
  exit(1)
}
await copyFonts(projectRoot)
await mkdir(goldenFolder, { recursive: true })
const isStale = (name: string) => asked.length === 0 || wanted.some((p) => name.startsWith(`${p}.`))
for (const name of await readdir(goldenFolder)) if (isStale(name)) await rm(join(goldenFolder, name))
for (const paper of wanted)
  for (const variant of variants) stdout.write(`${paper} ${variant}: ${await regenerate(paper, variant)} pages\n`)
