import { hrefOf } from '../../route.ts'
import { t } from '../../text.ts'
import './teams.css'

export const rosterPages = ['roster', 'changes', 'vacant', 'doubles'] as const
export type RosterPageName = (typeof rosterPages)[number]
const words = t.roster

/** Links between 人员 and the pages made of it. */
export function RosterTabs({ here }: { readonly here: 'list' | RosterPageName }) {
  return (
    <nav className="roster-tabs" aria-label={words.tabsLabel}>
      {(['list', ...rosterPages] as const).map((page) => (
        <a
          key={page}
          href={page === 'list' ? hrefOf('post') : hrefOf('post', page)}
          aria-current={page === here ? 'page' : undefined}
        >
          {words.tabs[page]}
        </a>
      ))}
    </nav>
  )
}
