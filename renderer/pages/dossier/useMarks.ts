import { useState } from 'react'
import type { DossierItem, FileMarking, FileMarkView } from '../../../shared/contract/dossier.ts'
import type { AppError } from '../../../shared/errors.ts'
import { useAct } from '../../api/client.ts'
import { useCtrlKey } from '../../keys.ts'
import { fill, type Params, t } from '../../text.ts'

const words = t.dossierDesk

/** When and by whom the originals are seen; for every tick until it is changed. */
export interface Seen {
  readonly day: string | null
  readonly byName: string
}

export interface Marks {
  /** 原件已在卷 for all of them, or taken away where all have it. */
  readonly tick: (items: readonly DossierItem[]) => void
  readonly notNeeded: (items: readonly DossierItem[], reason: string) => void
  readonly takeAway: (items: readonly DossierItem[]) => void
  /** Pages of an original that was seen. */
  readonly count: (item: DossierItem, pages: number | null) => void
  readonly tickAll: () => void
  readonly undo: () => void
  readonly canUndo: boolean
  /** What was done last, as a sentence. */
  readonly said: string
  readonly busy: boolean
  readonly error: AppError | null
  readonly forget: () => void
}

interface Props {
  readonly id: string
  readonly seen: Seen
  readonly name: (item: DossierItem) => string
  /** False while the keys belong to something else. */
  readonly heard: boolean
  readonly onDone: () => void
}

/** Puts marks and keeps the way back: every marking answers what stood there before. */
function useMarking(id: string, heard: boolean, onDone: () => void) {
  const of = { ledger: 'dispute', id } as const
  const mark = useAct('dossier.mark')
  const all = useAct('dossier.markAll')
  const [past, setPast] = useState<readonly (readonly FileMarking[])[]>([])
  const [said, setSaid] = useState('')
  const done = (sentence: string, next: typeof past) => {
    setPast(next)
    setSaid(sentence)
    onDone()
  }
  const forget = () => {
    mark.reset()
    all.reset()
  }
  const put = (marks: FileMarking[], sentence: string) => {
    forget()
    if (marks.length > 0)
      mark.mutate({ ...of, marks }, { onSuccess: ({ before }) => done(sentence, [...past, before]) })
  }
  const putAll = (seen: { readonly day: string; readonly byName: string }, sentence: (count: number) => string) => {
    forget()
    all.mutate({ ...of, ...seen }, { onSuccess: ({ before }) => done(sentence(before.length), [...past, before]) })
  }
  const undo = () => {
    const last = past.at(-1)
    if (last === undefined || mark.isPending) return
    if (last.length === 0) return done(words.undone, past.slice(0, -1))
    mark.mutate({ ...of, marks: [...last] }, { onSuccess: () => done(words.undone, past.slice(0, -1)) })
  }
  useCtrlKey('z', undo, heard && past.length > 0)
  const { isPending, error } = mark
  return { put, putAll, undo, past, said, forget, busy: isPending || all.isPending, error: error ?? all.error }
}

/** 原件已在卷 and 不需要, with the words that say what was done. */
export function useMarks({ id, seen, name, heard, onDone }: Props): Marks {
  const { put, putAll, past, ...marking } = useMarking(id, heard, onDone)
  const seenOn = seen.day === null || seen.byName.trim() === '' ? null : { day: seen.day, byName: seen.byName.trim() }
  const putOn = (items: readonly DossierItem[], mark: FileMarkView | null) => {
    const [one] = items
    const about: Params = items.length === 1 && one !== undefined ? { name: name(one) } : { count: items.length }
    const state = mark === null ? '' : t.dossier.states[mark.state]
    const [single, many] = mark === null ? [words.unmarked, words.unmarkedMany] : [words.marked, words.markedMany]
    const marks = items.map(({ key }) => ({ item: key, mark }))
    put(marks, fill('name' in about ? single : many, { ...about, state }))
  }
  return {
    ...marking,
    canUndo: past.length > 0,
    takeAway: (items) => putOn(items, null),
    count: (item, pages) => item.mark !== null && putOn([item], { ...item.mark, pages }),
    tick: (items) => {
      const isTicked = items.every((i) => i.mark?.state === 'onFile')
      if (isTicked) putOn(items, null)
      else if (seenOn !== null) putOn(items, { state: 'onFile', reason: null, pages: null, ...seenOn })
    },
    notNeeded: (items, reason) =>
      seenOn !== null && putOn(items, { state: 'notNeeded', reason, pages: null, ...seenOn }),
    tickAll: () => {
      const sentence = (count: number) => fill(words.markedMany, { count, state: t.dossier.states.onFile })
      if (seenOn !== null) putAll(seenOn, sentence)
    },
  }
}
