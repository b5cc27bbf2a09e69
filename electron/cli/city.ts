import { namedFiles } from './files.ts'
import { bookFrom, demanded, parseOptions, passwordFrom, type Surroundings } from './options.ts'
import { demandSignIn, openRun, withRun } from './run.ts'
import { UsageError } from './usage.ts'
import { bookOf } from './verify.ts'

type CityCommand = (args: readonly string[], around: Surroundings) => Promise<unknown>

const init: CityCommand = async (args, around) => {
  const { values } = parseOptions(args, { name: { type: 'string' }, code: { type: 'string' } })
  const password = passwordFrom(around, values['password-file'])
  if (password === null) throw new UsageError('noPassword')
  const book = bookFrom(values.book)
  if (!book) throw new UsageError('whichBook')
  const input = {
    kind: 'recipient',
    unitName: demanded(values.name, '--name'),
    unitCode: demanded(values.code, '--code'),
    adminName: demanded(values.user, '--user'),
    committee: '',
    book,
    password,
  } as const
  return withRun(await openRun(around, values.data), (run) => run.call('register.create', input))
}

/** Merges only files the preview calls ready; the others are told with their reason. `merged` is null when none was. */
const importFiles: CityCommand = async (args, around) => {
  const { values, positionals } = parseOptions(args, {})
  const files = namedFiles(positionals, around)
  return withRun(await openRun(around, values.data, files), async (run) => {
    await demandSignIn(run, around, values)
    const book = await bookOf(run, values.book)
    const picked = await run.call('place.pickFiles', { extensions: ['jfb'] })
    if (picked.length === 0) throw new UsageError('noFile', { name: positionals.join(' ') })
    const preview = await run.finish('city.inspect', { book, files: picked.map((file) => file.token) })
    const batch = { book, batch: preview.batch }
    const some = preview.files.some((file) => file.verdict === 'ready' || file.verdict === 'setAside')
    const merged = some ? await run.finish('city.merge', batch) : await run.call('city.discard', batch)
    return { files: preview.files, merged }
  })
}

const status: CityCommand = async (args, around) => {
  const { values } = parseOptions(args, {})
  return withRun(await openRun(around, values.data), async (run) => {
    await demandSignIn(run, around, values)
    return run.call('city.units', { book: await bookOf(run, values.book) })
  })
}

const cityCommands: Readonly<Record<string, CityCommand>> = { init, import: importFiles, status }

/** `city init|import|status`: what a city's own scripts need. */
export async function city(args: readonly string[], around: Surroundings): Promise<unknown> {
  const [name = '', ...rest] = args
  const command = Object.hasOwn(cityCommands, name) ? cityCommands[name] : undefined
  if (!command) throw new UsageError('unknownCommand', { name: `city ${name}` })
  return command(rest, around)
}
