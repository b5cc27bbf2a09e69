import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { t } from '../text.ts'

export interface Bookmark {
  readonly title: string
  /** From 1. */
  readonly page: number
}

/** Where a bookmark leads: by its name, or by the page itself. */
async function pageOf(paper: PDFDocumentProxy, dest: unknown): Promise<number | null> {
  const found = typeof dest === 'string' ? await paper.getDestination(dest) : dest
  const target: unknown = Array.isArray(found) ? found[0] : null
  if (typeof target === 'number') return target + 1
  if (typeof target !== 'object' || target === null) return null
  return 1 + (await paper.getPageIndex(target as Parameters<PDFDocumentProxy['getPageIndex']>[0]))
}

async function bookmarksOf(paper: PDFDocumentProxy): Promise<readonly Bookmark[]> {
  const outline = (await paper.getOutline()) ?? []
  const found = await Promise.all(
    outline.map(async ({ title, dest }) => ({ title, page: await pageOf(paper, dest).catch(() => null) })),
  )
  return found.flatMap(({ title, page }) => (page === null ? [] : [{ title, page }]))
}

/** The bookmarks of a paper bound of several; none for a single one. */
export function useBookmarks(paper: PDFDocumentProxy | null): readonly Bookmark[] {
  const [bookmarks, setBookmarks] = useState<readonly Bookmark[]>([])
  useEffect(() => {
    let gone = false
    setBookmarks([])
    if (paper === null) return
    // A paper closed while it was read has no bookmarks to show.
    bookmarksOf(paper)
      .then((found) => !gone && setBookmarks(found))
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [paper])
  return bookmarks
}

interface Props {
  readonly bookmarks: readonly Bookmark[]
  /** The page in view. */
  readonly current: number
  readonly onShow: (page: number) => void
}

/** Bookmarks at the side of the pages; the one in view is marked. */
export function PaperOutline({ bookmarks, current, onShow }: Props) {
  const here = bookmarks.findLastIndex((b) => b.page <= current)
  return (
    <nav className="paper-outline" aria-label={t.papers.outline}>
      <ol>
        {bookmarks.map(({ title, page }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two papers may bear one name
          <li key={i}>
            <button type="button" aria-current={i === here ? 'page' : undefined} onClick={() => onShow(page)}>
              <span>{title}</span>
              <span className="quiet">{page}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
