import { call } from './call.ts'
import { city } from './city.ts'
import { demo } from './demo.ts'
import type { Surroundings } from './options.ts'
import { sample } from './sample.ts'
import { schema } from './schema.ts'
import { verify } from './verify.ts'

/** Answers what goes to standard output: a text as it is, anything else as JSON. Throws `UsageError` or `AppError`. */
export type Command = (args: readonly string[], around: Surroundings) => Promise<unknown>

export const commands: Readonly<Record<string, Command>> = { call, verify, city, demo, sample, schema }
