import { type Field, isList, type Ledger } from './describe.ts'

const isReference = (field: Field): field is Extract<Field, { kind: 'reference' }> => field.kind === 'reference'

/**
 * What would make two circles meet (domain 8.2, 人民调解法 15, 个人信息保护法 6): a reference out of its circle; any
 * reference in a row about a party or a household, where every row is somebody; one table for two ledgers. Each as a
 * sentence for who writes a description; none where all is well.
 */
export function circleFaults(ledgers: Readonly<Record<string, Ledger>>): readonly string[] {
  const faults: string[] = []
  const owners = new Map<string, string>()
  for (const [name, ledger] of Object.entries(ledgers)) {
    const see = (path: string, field: Field, isSomebody: boolean) => {
      if (!isReference(field)) return
      const target = Object.hasOwn(ledgers, field.to) ? ledgers[field.to] : undefined
      if (target?.circle !== ledger.circle) faults.push(`${path} leads out of the circle of ${ledger.circle}`)
      else if (isSomebody) faults.push(`${path} leads on from a row about somebody of the circle of ${ledger.circle}`)
    }
    const own = (table: string) => {
      const owner = owners.get(table)
      if (owner !== undefined) faults.push(`table ${table} belongs to ${owner} and to ${name}`)
      owners.set(table, name)
    }
    own(ledger.table)
    for (const [n, { field }] of Object.entries(ledger.derived)) see(`${name}.${n}`, field, false)
    for (const [n, field] of Object.entries(ledger.fields)) {
      see(`${name}.${n}`, field, false)
      if (!isList(field)) continue
      own(field.part.table)
      for (const [i, inner] of Object.entries(field.part.fields))
        see(`${name}.${n}.${i}`, inner, ledger.circle !== 'teams')
    }
  }
  return faults
}
