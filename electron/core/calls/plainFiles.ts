import { type Ctx, type Handlers, write } from '../context.ts'
import { clearPlainFiles, plainFileName, writePlainFile } from '../plainFiles.ts'

/** Writes a PDF into a place (null: the marked folder); its name says what it is and when it was saved. */
export async function writePlainPdf(ctx: Ctx, place: string | null, name: string, pdf: Uint8Array): Promise<string> {
  const fileName = plainFileName(name, ctx.clock.now(), 'pdf')
  await writePlainFile(ctx, place === null ? null : ctx.places.resolve(place), fileName, pdf)
  return fileName
}

export const plainFileHandlers = {
  'plainFiles.clear': async (ctx) => {
    const outcome = await clearPlainFiles(ctx)
    write(ctx, (tx) => tx.event('plain-files.cleared', outcome))
    ctx.emit({ type: 'changed', what: 'plainFiles' })
    return outcome
  },
} satisfies Partial<Handlers>
