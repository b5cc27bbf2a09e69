import { ledgerNames, ledgerOf } from '../../shared/ledgers/index.ts'
import { migrationSql } from '../core/register/schema.ts'
import { UsageError } from './usage.ts'

/** `schema <ledger>`: the SQL text of a new ledger's migration, from its description. */
export async function schema(args: readonly string[]): Promise<unknown> {
  const name = ledgerNames.find((n) => n === args[0])
  if (!name) throw new UsageError('unknownCommand', { name: `schema ${args[0] ?? ''}` })
  return migrationSql(ledgerOf(name))
}
