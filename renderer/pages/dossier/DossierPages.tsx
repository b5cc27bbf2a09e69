import type { Route } from '../../route.ts'
import { DossierListPage } from './DossierListPage.tsx'
import { DossierPage } from './DossierPage.tsx'

const isId = (part: string): boolean => /^[0-9a-f]{8}-/.test(part)

/** `#/dossier` and its groups are the list, `#/dossier/<id>` the dossier of a case. */
export function DossierPages({ rest: [first] }: { readonly rest: Route }) {
  return first !== undefined && isId(first) ? <DossierPage key={first} id={first} /> : <DossierListPage group={first} />
}
