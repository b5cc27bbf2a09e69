import { ChangesPage } from './ChangesPage.tsx'
import { DoublesPage } from './DoublesPage.tsx'
import { RosterPage } from './RosterPage.tsx'
import { type RosterPageName, rosterPages } from './RosterTabs.tsx'
import { VacantPage } from './VacantPage.tsx'

export const rosterPageOf = (name: string): RosterPageName | undefined => rosterPages.find((p) => p === name)

/** The pages made of 人员. */
export function RosterPages({ page }: { readonly page: RosterPageName }) {
  switch (page) {
    case 'roster':
      return <RosterPage />
    case 'changes':
      return <ChangesPage />
    case 'vacant':
      return <VacantPage />
    case 'doubles':
      return <DoublesPage />
  }
}
