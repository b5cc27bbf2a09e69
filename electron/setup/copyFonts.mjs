import { copyFile, mkdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** The four font files of the papers, by the name they have under `resources/fonts`. */
const fontSources = {
  'NotoSerifSC-Regular.ttf': 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'NotoSerifSC-Bold.ttf': 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'NotoSansSC-Regular.ttf': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'NotoSerifTibetan-Regular.ttf': 'noto-serif-tibetan/400Regular/NotoSerifTibetan_400Regular.ttf',
}

/** @param {string} path */
const sizeOf = (path) =>
  stat(path).then(
    (s) => s.size,
    () => -1,
  )

/**
 * Copies the papers' fonts from the installed packages into `resources/fonts`; files already there in full are left
 * alone. Runs on Node 20. Rejects when a package is not installed.
 * @param {string} root the project's folder
 * @returns {Promise<readonly string[]>} names of the files that were copied
 */
export async function copyFonts(root) {
  const target = join(root, 'resources', 'fonts')
  await mkdir(target, { recursive: true })
  const copied = []
  for (const [name, source] of Object.entries(fontSources)) {
    const from = join(root, 'node_modules', '@expo-google-fonts', source)
    if ((await sizeOf(join(target, name))) === (await stat(from)).size) continue
    // Through a temporary name, so that an interrupted copy is never taken for a font.
    const part = join(target, `${name}.${process.pid}.part`)
    await copyFile(from, part)
    await rename(part, join(target, name))
    copied.push(name)
  }
  return copied
}
