import { type CallName, contract, type Input } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { fromWire } from '../../shared/wire.ts'
import { demanded, parseOptions, type Surroundings } from './options.ts'
import { openRun, signIn, withRun } from './run.ts'
import { UsageError } from './usage.ts'

function parseInput(text: string): unknown {
  try {
    return fromWire(text)
  } catch {
    throw new UsageError('badJson')
  }
}

/** `call <method> <json>`: any call of the contract; a job is waited for. Signs in first when a password is given. */
export async function call(args: readonly string[], around: Surroundings): Promise<unknown> {
  const { values, positionals } = parseOptions(args, {})
  const name = demanded(positionals[0], '<调用名>')
  if (!Object.hasOwn(contract, name)) throw new AppError('unknown-call')
  const known = name as CallName
  const input = parseInput(positionals[1] ?? '{}')
  return withRun(await openRun(around, values.data), async (run) => {
    if (contract[known].allow !== 'anyone') await signIn(run, around, values)
    const ask = contract[known].kind === 'job' ? run.finish : run.call
    // The core parses it: what was typed here is nobody's word yet.
    return ask(known, input as Input<CallName>)
  })
}
