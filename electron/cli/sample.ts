import { join, resolve } from 'node:path'
import { teams } from '../../shared/ledgers/codes.ts'
import { fill } from '../../shared/text/template.ts'
import { codes } from '../../shared/text/zh-CN/codes.ts'
import { hezuo as words } from '../../shared/text/zh-CN/hezuo.ts'
import { machineId } from '../core/machine/machineId.ts'
import { systemClock } from '../core/machine/systemClock.ts'
import { hezuoSizes } from '../core/sample/hezuo/plan.ts'
import { sampleUser } from '../core/sample/township.ts'
import { demanded, emptyFolder, parseOptions, type Surroundings, wholeNumber } from './options.ts'
import { type CityReport, type CityStep, playCity, recipientFolder } from './sample/city.ts'
import { UsageError } from './usage.ts'

const profiles = ['hezuo']

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const tell = (step: CityStep, who: string, seconds: number): void =>
  say(fill(words.done, { step: words.steps[step], who, seconds }))

const summary = (report: CityReport): string =>
  fill(words.summary, {
    ...report,
    byTeam: teams.map((team) => `${codes.team[team]} ${report.byTeam[team]}`).join('，'),
  })

/** `sample --profile hezuo --out DIR [--seed S] --json`: a city's teams at the case report's scale. */
export async function sample(args: readonly string[], { env, from }: Surroundings): Promise<unknown> {
  const { values } = parseOptions(args, {
    profile: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean' },
  })
  const profile = demanded(values.profile, '--profile')
  if (!profiles.includes(profile)) throw new UsageError('noProfile', { name: profile, known: profiles.join('、') })
  const seed = wholeNumber(values.seed, '--seed', { min: 0, max: 2 ** 31, otherwise: 1 })
  const dir = emptyFolder(resolve(from, demanded(values.out, '--out')))
  const ground = { dir, clock: systemClock, machineId: await machineId(env) }
  const report = await playCity({ ...ground, seed, sizes: hezuoSizes, told: tell })
  say(fill(words.open, { folder: join(dir, recipientFolder), user: sampleUser.name, password: sampleUser.password }))
  return values.json ? report : summary(report)
}
