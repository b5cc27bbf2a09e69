import { useState } from 'react'

/** What was typed and cannot be read, by the label of its field. */
export function useUnreadable() {
  const [all, setAll] = useState<ReadonlySet<string>>(new Set())
  const note = (label: string, isWrong: boolean) =>
    setAll((old) => {
      if (old.has(label) === isWrong) return old
      const next = new Set(old)
      if (isWrong) next.add(label)
      else next.delete(label)
      return next
    })
  return { all, note, clear: () => setAll(new Set()) }
}
export type Unreadable = ReturnType<typeof useUnreadable>
