import type { Book } from '../../shared/ledgers/describe.ts'
import { namedFiles } from './files.ts'
import { bookFrom, parseOptions, type Surroundings } from './options.ts'
import { demandSignIn, openRun, type Run, withRun } from './run.ts'
import { UsageError } from './usage.ts'

/** The one book of a recipient, or what the user named. */
export async function bookOf(run: Run, given: string | undefined): Promise<Book> {
  const { profile } = await run.call('register.status', {})
  const book = bookFrom(given) ?? profile?.book
  if (!book) throw new UsageError('whichBook')
  return book
}

/** `verify <file>`: a unit compares the file with what it sent; a recipient says what would happen on import. */
export async function verify(args: readonly string[], around: Surroundings): Promise<unknown> {
  const { values, positionals } = parseOptions(args, {})
  const files = namedFiles(positionals.slice(0, 1), around)
  return withRun(await openRun(around, values.data, files), async (run) => {
    await demandSignIn(run, around, values)
    const book = await bookOf(run, values.book)
    const [picked] = await run.call('place.pickFiles', { extensions: ['jfb'] })
    if (!picked) throw new UsageError('noFile', { name: positionals[0] ?? '' })
    const { profile } = await run.call('register.status', {})
    if (profile?.kind === 'unit') return run.finish('handover.verify', { book, file: picked.token })
    const preview = await run.finish('city.inspect', { book, files: [picked.token] })
    await run.call('city.discard', { book, batch: preview.batch })
    return preview.files
  })
}
