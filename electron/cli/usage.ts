import { fill, type Params } from '../../shared/text/template.ts'
import { cli } from '../../shared/text/zh-CN/cli.ts'

/** A command that was typed wrong, in words for who typed it. */
export class UsageError extends Error {
  constructor(word: keyof typeof cli, params: Params = {}) {
    super(fill(cli[word], params))
    this.name = 'UsageError'
  }
}

/** The program compared two things that must be equal, and they were not. */
export class DifferenceError extends Error {
  constructor(what: string) {
    super(fill(cli.difference, { what }))
    this.name = 'DifferenceError'
  }
}
