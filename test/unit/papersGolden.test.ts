import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { copyFonts } from '../../electron/setup/copyFonts.mjs'
import { casePapers } from '../../shared/rules/casePapers.ts'
import { differenceOf, type Grey, greyOf, greyPages, hasPoppler, pngOf } from '../support/greyPages.ts'
import {
  command,
  goldenFolder,
  goldenImages,
  goldenPaper,
  goldenText,
  imageFile,
  textFile,
  variants,
} from './papersGoldenKit.ts'
import { projectRoot } from './papersKit.ts'

before(() => copyFonts(projectRoot))

const golden = (name: string): Promise<Buffer> =>
  readFile(join(goldenFolder, name)).catch(() => assert.fail(`${name} is missing: ${command}`))
const meant = `where this was meant: ${command}, and look at the difference`

/** A place on a page as a reader measures it. */
const placeOf = (d: { readonly x: number; readonly y: number }) =>
  `${Math.round((d.x / 40) * 25.4)} mm from the left, ${Math.round((d.y / 40) * 25.4)} mm from the top`

for (const paper of casePapers) {
  test(`${paper}: text and pages are those of the golden paper, filled, blank and extreme`, async () => {
    for (const variant of variants) {
      const made = await goldenPaper(paper, variant)
      const kept = (await golden(textFile(paper, variant))).toString('utf8')
      assert.equal(await goldenText(made), kept, `${paper} ${variant}: ${meant}`)
      if (!hasPoppler) continue
      for (const [page, image] of await goldenImages(variant, made)) {
        const found = differenceOf(greyOf(await golden(imageFile(paper, variant, page))), image)
        if (found) assert.fail(`${paper} ${variant}, page ${page} differs ${placeOf(found)}: ${meant}`)
      }
    }
  })
}

test('no golden page is left of a paper or a page that is gone', async () => {
  const names = (await readdir(goldenFolder)).sort()
  const texts = casePapers.flatMap((paper) => variants.map((variant) => textFile(paper, variant)))
  assert.deepEqual(
    names.filter((n) => n.endsWith('.txt')),
    texts.sort(),
  )
  const images = await Promise.all(
    casePapers.flatMap((paper) =>
      variants.map(async (variant) => {
        const pages = (await golden(textFile(paper, variant))).toString('utf8').split('\f').length
        const kept = variant === 'extreme' && pages > 3 ? [1, 2, pages] : Array.from({ length: pages }, (_, i) => i + 1)
        return kept.map((page) => imageFile(paper, variant, page))
      }),
    ),
  )
  assert.deepEqual(
    names.filter((n) => !n.endsWith('.txt')),
    images.flat().sort(),
  )
})

/** The page with everything below a row moved by so many pixels. */
function moved(page: Grey, fromRow: number, dx: number, dy: number): Grey {
  const pixels = new Uint8Array(page.pixels)
  for (let y = fromRow; y < page.height; y++)
    for (let x = 0; x < page.width; x++) {
      const [fromX, fromY] = [x - dx, y - dy]
      const isInside = fromX >= 0 && fromX < page.width && fromY >= fromRow && fromY < page.height
      pixels[y * page.width + x] = isInside ? (page.pixels[fromY * page.width + fromX] ?? 255) : 255
    }
  return { ...page, pixels }
}

/** Rows that are a rule over most of the page. */
const rulesOf = ({ width, height, pixels }: Grey): readonly number[] =>
  Array.from({ length: height }, (_, y) => y).filter(
    (y) => pixels.subarray(y * width, (y + 1) * width).filter((p) => p < 200).length > width / 2,
  )

function without(page: Grey, row: number): Grey {
  const pixels = new Uint8Array(page.pixels)
  pixels.fill(255, row * page.width, (row + 1) * page.width)
  return { ...page, pixels }
}

test('a moved signature block and a missing rule are seen; another way of drawing the letters is not', {
  skip: hasPoppler ? false : 'poppler-utils is not installed',
}, async () => {
  const { pdf, pages } = await goldenPaper('agreement', 'filled')
  const [plain, rough] = [await greyPages(pdf), await greyPages(pdf, { options: ['-aa', 'no'] })]
  for (const [i, page] of plain.entries()) {
    const kept = greyOf(pngOf(page))
    assert.equal(differenceOf(kept, page), null)
    assert.notDeepEqual(page, rough[i], 'the letters are drawn otherwise')
    assert.equal(differenceOf(kept, rough[i] as Grey), null)
  }
  const last = plain[pages - 1] as Grey
  const kept = greyOf(pngOf(last))
  const rules = rulesOf(last)
  assert.ok(rules.length >= 3, 'the rules of the signatures are found')
  const top = (rules[0] ?? 0) - 2
  // One pixel is 0.6 mm.
  for (const [dx, dy] of [
    [0, 1],
    [0, 4],
    [1, 0],
    [4, 0],
  ] as const)
    assert.notEqual(differenceOf(kept, moved(last, top, dx, dy)), null, `moved by ${dx}, ${dy}`)
  for (const row of rules) assert.notEqual(differenceOf(kept, without(last, row)), null, `without the rule at ${row}`)
})
