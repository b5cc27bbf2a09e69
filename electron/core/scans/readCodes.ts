import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { mostPixels, sniff } from './sniff.ts'

/** From the packed file: by itself the library would look for it on the network. */
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')

let isPrepared = false
function prepare(): void {
  if (isPrepared) return
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })
  isPrepared = true
}

/** A code is a help: a picture the reader cannot decode shows none, and is kept all the same. */
async function codesOf(jpeg: Uint8Array): Promise<readonly string[]> {
  const { width, height, whole } = sniff(jpeg)
  if (!whole || width * height > mostPixels) return []
  try {
    const found = await readBarcodes(jpeg, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })
    return found.filter((code) => code.isValid).map((code) => code.text)
  } catch {
    return []
  }
}

/** Texts of the QR codes these JPEGs show, turned or a little noisy as scans are. */
export async function readCodes(jpegs: readonly Uint8Array[]): Promise<readonly string[]> {
  prepare()
  const found: string[] = []
  // One after the other: each is decoded in the same memory.
  for (const jpeg of jpegs) found.push(...(await codesOf(jpeg)))
  return [...new Set(found)]
}
