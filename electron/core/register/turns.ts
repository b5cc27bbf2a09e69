/**
 * Runs asynchronous work one after the other. The key file is read, changed and written again, and a register is opened
 * once: two such works at the same moment would lose one another's change.
 */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}
