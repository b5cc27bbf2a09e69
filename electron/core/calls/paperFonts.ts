import type { Ctx, Handlers } from '../context.ts'
import type { FontSet } from '../papers/fonts.ts'
import { bodyFont, paperFontSet, titleFont } from '../papers/machineFonts.ts'
import { readSettings } from './settings.ts'

/** What the office's papers are set in on this machine. */
export const fontsOf = async (ctx: Ctx): Promise<FontSet> =>
  paperFontSet(await ctx.host.fontFolders(), readSettings(ctx.register.db).paperFonts)

export const paperFontHandlers = {
  'paper.fonts': async (ctx) => {
    const folders = await ctx.host.fontFolders()
    return { fangsong: bodyFont(folders) !== null, xiaobiaosong: titleFont(folders) !== null }
  },
} satisfies Partial<Handlers>
