import type { TextField } from '../../../shared/ledgers/describe.ts'

/** What is surely meant: outer spaces away; numbers without full-width digits, ID numbers with a capital X. */
export function tidied(kind: TextField['kind'], text: string): string | null {
  const plain = text.trim()
  if (plain === '') return null
  switch (kind) {
    case 'idNumber':
    case 'creditCode':
      return plain.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
    case 'phone':
      return plain.normalize('NFKC')
    default:
      return plain
  }
}
