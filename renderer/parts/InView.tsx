import { type ReactNode, useEffect, useRef } from 'react'

/** Brings what just appeared into sight: an outcome below the edge of its column would be missed. */
export function InView({ children }: { readonly children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null)
  // Newer Chromium answers a promise here, which React would call as the effect's end.
  useEffect(() => void element.current?.scrollIntoView({ block: 'nearest' }), [])
  return <div ref={element}>{children}</div>
}
