import { Tabs } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isComposing } from '../../keys.ts'
import { fill, t } from '../../text.ts'
import { type CaseTab, type CaseTabProps, caseTabs } from './caseTabs.tsx'

/** Checks, time limits, papers and the rest of a case, one at a time: together they are too long for the screen. */
export function CaseSide(props: CaseTabProps) {
  const [active, setActive] = useState<string>('checks')
  const side = useRef<HTMLDivElement>(null)
  const goBack = useTabKeys(side, setActive)
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isComposing(event.nativeEvent)) goBack()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from the controls inside
    <div ref={side} className="case-side" onKeyDown={onEscape}>
      <Tabs
        size="small"
        tabBarGutter={10}
        animated={false}
        activeKey={active}
        onChange={setActive}
        items={caseTabs.map((tab, i) => ({
          key: tab.key,
          label: <TabLabel tab={tab} no={i + 1} props={props} />,
          children: tab.render(props),
        }))}
      />
    </div>
  )
}

function TabLabel({ tab, no, props }: { readonly tab: CaseTab; readonly no: number; readonly props: CaseTabProps }) {
  const badge = tab.badge?.(props) ?? null
  return (
    <span title={fill(t.pages.case.tabKey, { no })}>
      {t.pages.case.tabs[tab.key]}
      {badge !== null && <span className="tab-badge">{badge}</span>}
    </span>
  )
}

/**
 * Alt and a digit open a tab and put the focus there, from anywhere in the window; the same keys once more, or
 * Escape inside, lead back to the field that was left. Answers the way back.
 */
function useTabKeys(side: React.RefObject<HTMLDivElement | null>, setActive: (key: string) => void): () => void {
  const left = useRef<HTMLElement | null>(null)
  const goBack = () => left.current?.focus()
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (isComposing(event) || !event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return
      const tab = caseTabs[Number(event.code.replace('Digit', '')) - 1]
      if (tab === undefined) return
      event.preventDefault()
      const button = side.current?.querySelector<HTMLElement>(`[data-node-key="${tab.key}"] [role=tab]`)
      const here = document.activeElement
      if (here === button) return left.current?.focus()
      if (here instanceof HTMLElement && !side.current?.contains(here)) left.current = here
      setActive(tab.key)
      button?.focus()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [side, setActive])
  return goBack
}
