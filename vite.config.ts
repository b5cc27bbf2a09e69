import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { noncePlaceholder } from './shared/csp.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** pdf.js asks for these by name while it draws: character maps, the 14 standard fonts, decoders, colour profiles. */
const pdfjsFolders = ['cmaps', 'standard_fonts', 'wasm', 'iccs']

function pdfjsData(): Plugin {
  return {
    name: 'pdfjs-data',
    generateBundle() {
      for (const folder of pdfjsFolders) {
        const source = at(`./node_modules/pdfjs-dist/${folder}`)
        for (const name of readdirSync(source)) {
          if (name.startsWith('LICENSE')) continue
          this.emitFile({
            type: 'asset',
            fileName: `pdfjs/${folder}/${name}`,
            source: readFileSync(`${source}/${name}`),
          })
        }
      }
    },
  }
}

export default defineConfig({
  root: at('./renderer'),
  base: './',
  plugins: [react(), pdfjsData()],
  html: { cspNonce: noncePlaceholder },
  build: {
    outDir: at('./dist/renderer'),
    emptyOutDir: true,
    // The polyfill is an inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
  },
})
