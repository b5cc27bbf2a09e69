import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type FontFace, parseFont } from './pdfmake.ts'

/** Files under `resources/fonts`, put there by `electron/setup/copyFonts.mjs`. */
const files = {
  serif: 'NotoSerifSC-Regular.ttf',
  serifBold: 'NotoSerifSC-Bold.ttf',
  tibetan: 'NotoSerifTibetan-Regular.ttf',
  sans: 'NotoSansSC-Regular.ttf',
} as const
type FaceKey = keyof typeof files

/** Families a paper may name, and the order in which a character looks for a font. */
export const families = ['serif', 'tibetan', 'sans'] as const
export type Family = (typeof families)[number]

interface Face extends FontFace {
  readonly covers: ReadonlySet<number>
}

const parsed = new Map<FaceKey, Face>()

/** The nearest `resources/fonts` above this file: the same place from source and from the packed program. */
function fontsFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'resources', 'fonts')
    if (existsSync(join(candidate, files.serif))) return candidate
    if (dirname(folder) === folder) throw new Error('the fonts of the papers are not installed')
  }
}

function face(key: FaceKey): Face {
  const known = parsed.get(key)
  if (known) return known
  const font = parseFont(readFileSync(join(fontsFolder(), files[key])))
  const opened: Face = { name: key, parsed: font, covers: new Set(font.characterSet) }
  parsed.set(key, opened)
  return opened
}

/** The face of a family and weight; only the serif has a bold one. */
export function faceOf(family: string, bold: boolean): FontFace {
  const known = families.find((f) => f === family)
  if (known === undefined) throw new Error(`no such font family: ${family}`)
  return face(known === 'serif' && bold ? 'serifBold' : known)
}

/** Its metrics set the lines of every paper. */
export const baseFace = (): FontFace => face('serif')

export const covers = (family: Family, codePoint: number): boolean => face(family).covers.has(codePoint)
