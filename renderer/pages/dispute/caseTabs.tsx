import type { ReactNode } from 'react'
import type { Texts } from '../../../shared/text/zh-CN.ts'
import { ChecksPanel } from '../../ledger/ChecksPanel.tsx'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { ClockBadge, ClockPanel } from './ClockPanel.tsx'
import { KnowersPanel } from './KnowersPanel.tsx'
import { NearTexts } from './NearTexts.tsx'
import { type PaperChoice, PapersPanel } from './PapersPanel.tsx'
import { TimelinePanel } from './TimelinePanel.tsx'

/** What every panel at the side of a case gets. */
export interface CaseTabProps {
  readonly actions: FormActions
  /** Opens a step of the case by its key. */
  readonly open: (section: string) => void
  /** Opens a paper over the form. */
  readonly preview: (choice: PaperChoice) => void
}

export interface CaseTab {
  /** Its label is under `pages.case.tabs` in the text files. */
  readonly key: keyof Texts['pages']['case']['tabs']
  /** A number or short word beside the label; nothing when all is well. */
  readonly badge?: (props: CaseTabProps) => ReactNode
  readonly render: (props: CaseTabProps) => ReactNode
}

const errorsIn = ({ actions }: CaseTabProps): number =>
  actions.form.problems.filter((p) => p.severity === 'error').length

/** Panels of the tab 更多, one below the other: what is needed now and then, such as 保密 or 移交. */
export const caseExtras: readonly { readonly key: string; readonly render: (props: CaseTabProps) => ReactNode }[] = [
  { key: 'knowers', render: ({ actions }) => <KnowersPanel actions={actions} /> },
]

/** The side of a case, in the order of the keys Alt+1, Alt+2 … */
export const caseTabs: readonly CaseTab[] = [
  {
    key: 'checks',
    badge: (props) => errorsIn(props) || null,
    render: (props) => (
      <>
        <ChecksPanel ledger="dispute" problems={props.actions.form.problems} onGo={props.actions.goTo} />
        <NearTexts {...props} />
      </>
    ),
  },
  {
    key: 'clocks',
    badge: ({ actions }) => <ClockBadge actions={actions} />,
    render: ({ actions }) => <ClockPanel actions={actions} />,
  },
  {
    key: 'papers',
    render: ({ actions, preview }) => <PapersPanel actions={actions} onPreview={preview} />,
  },
  { key: 'timeline', render: (props) => <TimelinePanel {...props} /> },
  ...(caseExtras.length === 0 ? [] : [{ key: 'more', render: renderExtras } as const]),
]

function renderExtras(props: CaseTabProps): ReactNode {
  return caseExtras.map(({ key, render }) => <div key={key}>{render(props)}</div>)
}
