import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { type FontFace, parseFont } from './pdfmake.ts'

/** Files under `resources/fonts`, put there by `electron/setup/copyFonts.mjs`. */
const files = {
  serif: 'NotoSerifSC-Regular.ttf',
  serifBold: 'NotoSerifSC-Bold.ttf',
  tibetan: 'NotoSerifTibetan-Regular.ttf',
  sans: 'NotoSansSC-Regular.ttf',
} as const
type FaceKey = keyof typeof files

/** A font with the characters it has. */
export interface Face extends FontFace {
  readonly covers: ReadonlySet<number>
}

/** The families of a paper: which font a text wants first, and where a character it lacks is looked for. */
export interface FontSet {
  /** Families for a text that wants this one, the first first. `body` and `title` are the paper's own. */
  readonly chainOf: (wanted: string) => readonly string[]
  readonly covers: (family: string, codePoint: number) => boolean
  readonly faceOf: (family: string, bold: boolean) => FontFace
}

const parsed = new Map<string, Face>()

/** The nearest `resources/fonts` above this file: the same place from source and from the packed program. */
function fontsFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'resources', 'fonts')
    if (existsSync(candidate)) return candidate
    if (dirname(folder) === folder) throw new AppError('fonts-missing', { file: files.serif })
  }
}

/** The font in a file, parsed once. Throws when it is none. */
export function openFace(file: string): Face {
  const known = parsed.get(file)
  if (known) return known
  const font = parseFont(readFileSync(file))
  const opened: Face = { name: file, parsed: font, covers: new Set(font.characterSet) }
  parsed.set(file, opened)
  return opened
}

/** Throws `fonts-missing` when a file of the program's own fonts is not there or damaged. */
function bundled(key: FaceKey): Face {
  const file = join(fontsFolder(), files[key])
  try {
    return openFace(file)
  } catch (cause) {
    throw new AppError('fonts-missing', { file: files[key] }, { cause })
  }
}

/** The families that come with the program, in the order in which a character looks for a font. */
const bundledFamilies = ['serif', 'tibetan', 'sans'] as const
type BundledFamily = (typeof bundledFamilies)[number]
const isBundled = (family: string): family is BundledFamily => bundledFamilies.some((f) => f === family)

/** Its metrics set the lines of every paper, so that another font moves no line. */
export const baseFace = (): FontFace => bundled('serif')

/** Fonts of this machine beside those of the program; what is not there, or cannot be read, is left out. */
export interface MachineFonts {
  /** 仿宋 and 小标宋 for the text and the titles, where the office chose them. */
  readonly body: Face | null
  readonly title: Face | null
  /** Asked last, for characters the program's fonts lack; opened only then: they are large. */
  readonly rare: readonly (() => Face | null)[]
}
const noMachine: MachineFonts = { body: null, title: null, rare: [] }

/** The program's fonts with those of the machine around them. */
export function fontSet({ body, title, rare }: MachineFonts = noMachine): FontSet {
  const own: ReadonlyMap<string, () => Face | null> = new Map([
    ['body', () => body] as const,
    ['title', () => title] as const,
    ...rare.map((open, i) => [`rare${i}`, open] as const),
  ])
  const rest = [...bundledFamilies, ...rare.map((_, i) => `rare${i}`)]
  const bodyChain = body === null ? rest : ['body', ...rest]
  const chains: Readonly<Record<string, readonly string[]>> = {
    body: bodyChain,
    title: title === null ? bodyChain : ['title', ...bodyChain],
  }
  const lightFace = (family: string): Face | null =>
    isBundled(family) ? bundled(family) : (own.get(family)?.() ?? null)
  const faceFor = (family: string, bold: boolean): Face => {
    // 仿宋 has no bold: what is to stand out is set in the program's bold 宋体.
    if (bold && (family === 'serif' || family === 'body')) return bundled('serifBold')
    const face = lightFace(family)
    if (face === null) throw new Error(`no such font family: ${family}`)
    return face
  }
  return {
    chainOf: (wanted) => chains[wanted] ?? bodyChain,
    covers: (family, codePoint) => lightFace(family)?.covers.has(codePoint) ?? false,
    faceOf: faceFor,
  }
}

/** What every machine has. */
export const bundledFonts: FontSet = fontSet()
