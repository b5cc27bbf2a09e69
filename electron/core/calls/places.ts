import type { Handlers } from '../context.ts'

export const placeHandlers = {
  'place.list': async (ctx) => (await ctx.host.places()).map(ctx.places.offer),
  'place.pickFolder': async (ctx) => {
    const picked = await ctx.host.pickFolder()
    return picked ? ctx.places.offer(picked) : null
  },
  'place.pickFiles': async (ctx, input) => (await ctx.host.pickFiles(input.extensions)).map(ctx.places.offerFile),
  'place.files': (ctx, input) => ctx.places.filesIn(input.place, input.extensions),
} satisfies Partial<Handlers>
