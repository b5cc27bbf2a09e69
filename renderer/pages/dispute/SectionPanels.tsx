import type { ReactNode } from 'react'
import type { FormActions } from '../ledger/OpenRecord.tsx'
import { EffectPanel } from './EffectPanel.tsx'
import { CaseNumberPanel, NumberPanel } from './NumberPanel.tsx'
import { PromisesPanel } from './PromisesPanel.tsx'
import { SupplementsPanel } from './SupplementsPanel.tsx'

interface SectionPanel {
  /** Key of the step, as in the description's form. */
  readonly section: string
  readonly key: string
  readonly render: (actions: FormActions) => ReactNode
}

/** Panels that stand above the fields of a step: what is done there is a save with rules of its own. */
const sectionPanels: readonly SectionPanel[] = [
  { section: 'acceptance', key: 'caseNo', render: (a) => <CaseNumberPanel actions={a} section="acceptance" /> },
  { section: 'filing', key: 'caseNo', render: (a) => <CaseNumberPanel actions={a} section="filing" /> },
  { section: 'effect', key: 'agreementNo', render: (a) => <NumberPanel actions={a} series="agreementNo" /> },
  { section: 'performance', key: 'promises', render: (a) => <PromisesPanel actions={a} /> },
  { section: 'performance', key: 'supplements', render: (a) => <SupplementsPanel actions={a} /> },
  { section: 'effect', key: 'acts', render: (a) => <EffectPanel actions={a} /> },
]

export function SectionPanels({ section, actions }: { readonly section: string; readonly actions: FormActions }) {
  return sectionPanels
    .filter((panel) => panel.section === section)
    .map(({ key, render }) => <div key={key}>{render(actions)}</div>)
}
