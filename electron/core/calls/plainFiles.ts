import * as fs from 'node:fs'
import * as path from 'node:path'
import type { Ctx } from '../context.ts'
import { diskError, writeAtomically } from '../files.ts'

/** Where plain files go when no place was chosen: one marked folder, so that they are found and deleted. */
async function plainFolder(ctx: Ctx): Promise<string> {
  const offered = (await ctx.host.places()).find((p) => p.kind === 'folder')
  const folder = path.join(offered?.path ?? path.dirname(ctx.holder.folder), '明文文件（用后删除）')
  fs.mkdirSync(folder, { recursive: true })
  return folder
}
const forbiddenInNames = /[\\/:*?"<>|\p{Cc}]/gu

/** Writes a PDF into a place (null: the marked folder); its name says what it is and when it was saved. */
export async function writePlainPdf(ctx: Ctx, place: string | null, name: string, pdf: Uint8Array): Promise<string> {
  const folder = place === null ? await plainFolder(ctx) : ctx.places.resolve(place)
  const stamp = ctx.clock.now().slice(0, 19).replace(/[-:T]/g, '')
  const fileName = `${name}-${stamp}.pdf`.replace(forbiddenInNames, '_')
  try {
    await writeAtomically(path.join(folder, fileName), pdf)
  } catch (e) {
    throw diskError(e, 'target')
  }
  return fileName
}
