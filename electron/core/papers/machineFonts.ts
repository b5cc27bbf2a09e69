/** Fonts of this machine that papers may use: known files only, so that a paper does not change with what else is installed. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PaperFonts } from '../../../shared/settings.ts'
import { type Face, type FontSet, fontSet, openFace } from './fonts.ts'

/** File names in lower case, the better font first. */
const known = {
  /** 仿宋_GB2312, 仿宋, 方正仿宋, 华文仿宋. */
  body: ['simfang_gb2312.ttf', 'fangsong_gb2312.ttf', 'simfang.ttf', 'fzfsk.ttf', 'fzfs_gbk.ttf', 'stfangso.ttf'],
  /** 方正小标宋. */
  title: ['fzxbsjw.ttf', 'fzxbsk.ttf', 'fzxbs_gbk.ttf', 'fzxbsjt.ttf', 'fzxiaobiaosong-b05s.ttf'],
  /** 宋体扩展 B and G, then the scripts of other peoples as Windows has them. */
  rare: [
    ...['simsunb.ttf', 'simsunextg.ttf', 'simsunextb.ttf'],
    ...['monbaiti.ttf', 'msyi.ttf', 'msuighur.ttf', 'taile.ttf', 'ntailu.ttf', 'malgun.ttf', 'seguisym.ttf'],
  ],
} as const

/** OS/2 fsType bit 1: the maker forbids embedding. */
const restricted = 0x0002
interface Embeddable {
  readonly 'OS/2'?: { readonly fsType?: { readonly noEmbedding?: boolean } | number }
}
function mayEmbed({ parsed }: Face): boolean {
  const rights = (parsed as Embeddable)['OS/2']?.fsType
  return typeof rights === 'object' ? rights.noEmbedding !== true : ((rights ?? 0) & restricted) === 0
}

/** Lower-case file name → path, of these folders; a folder that cannot be read has nothing. */
function filesIn(folders: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const folder of folders) {
    try {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const name = entry.name.toLowerCase()
        if (entry.isFile() && !found.has(name)) found.set(name, join(entry.parentPath, entry.name))
      }
    } catch {
      // Not there on this machine, or not ours to read.
    }
  }
  return found
}

const passedOver = new Set<string>()
/** A damaged or forbidden font file is passed over: papers are printed all the same. */
function faceIn(file: string): Face | null {
  if (passedOver.has(file)) return null
  try {
    const face = openFace(file)
    if (mayEmbed(face)) return face
  } catch {
    // No font, whatever its name says.
  }
  passedOver.add(file)
  return null
}

const found = new Map<string, ReadonlyMap<string, string>>()
/** Looked through once for the same folders: fonts are installed with the program closed. */
function knownFiles(folders: readonly string[], names: readonly string[]): readonly string[] {
  const key = folders.join('\n')
  const files = found.get(key) ?? filesIn(folders)
  found.set(key, files)
  return names.flatMap((name) => files.get(name) ?? [])
}

const firstFace = (files: readonly string[]): Face | null => files.map(faceIn).find((face) => face !== null) ?? null

export const bodyFont = (folders: readonly string[]): Face | null => firstFace(knownFiles(folders, known.body))
export const titleFont = (folders: readonly string[]): Face | null => firstFace(knownFiles(folders, known.title))

/** The fonts of the papers as the office chose them, as far as this machine has them. */
export const paperFontSet = (folders: readonly string[], choice: PaperFonts): FontSet =>
  fontSet({
    body: choice.body === 'fangsong' ? bodyFont(folders) : null,
    title: choice.title === 'xiaobiaosong' ? titleFont(folders) : null,
    rare: knownFiles(folders, known.rare).map((file) => () => faceIn(file)),
  })
