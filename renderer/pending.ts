/** Work a page still has to write (an autosaved draft), so that locking and closing can wait for it. */
const flushes = new Set<() => Promise<void>>()

export function registerFlush(flush: () => Promise<void>): () => void {
  flushes.add(flush)
  return () => flushes.delete(flush)
}

/** Resolves when every page has written what it holds; a failed write does not keep the others waiting. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...flushes].map((flush) => flush()))
}
