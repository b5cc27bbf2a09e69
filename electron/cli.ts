/** The third host: the core on the command line, for checks and a city's scripts. */
import { toWire } from '../shared/wire.ts'
import { commands } from './cli/commands.ts'
import { DifferenceError, UsageError } from './cli/usage.ts'
import { failureText } from './core/failureText.ts'

const [name, ...args] = process.argv.slice(2)

async function main(): Promise<void> {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new UsageError(name === undefined ? 'usage' : 'unknownCommand', { name: name ?? '' })
  const result = await command(args, { env: process.env, from: process.env.INIT_CWD ?? process.cwd() })
  process.stdout.write(`${typeof result === 'string' ? result : toWire(result)}\n`)
}

try {
  await main()
} catch (e) {
  const isOurs = e instanceof UsageError || e instanceof DifferenceError
  process.stderr.write(`${isOurs ? e.message : failureText(e)}\n`)
  process.exitCode = 1
}
