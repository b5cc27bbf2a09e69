/**
 * What `npm start`, `npm test`, `npm run jiefenbu` and `npm run bench` run first: `node electron/setup.mjs <command>`.
 * Plain JavaScript without dependencies, for Node 20 and newer: on a fresh machine nothing else is there yet.
 */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commands } from './setup/commands.mjs'
import { copyFonts } from './setup/copyFonts.mjs'
import { installPackages } from './setup/packages.mjs'
import { SetupError, say } from './setup/say.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [name = '', ...args] = process.argv.slice(2)

async function main() {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new SetupError(`用法 (usage): node electron/setup.mjs ${Object.keys(commands).join('|')}`)
  await installPackages(root)
  await copyFonts(root)
  return command(root, args)
}

try {
  process.exitCode = await main()
} catch (e) {
  if (!(e instanceof SetupError)) throw e
  say(e.message)
  process.exitCode = 1
}
