import { useSyncExternalStore } from 'react'

/** Where the window is: the parts of the hash, `#/dispute/<id>` → `['dispute', '<id>']`. */
export type Route = readonly string[]

const partsOf = (hash: string): Route => hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent)

let current = location.hash
let route = partsOf(current)

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}
function snapshot(): Route {
  if (location.hash !== current) {
    current = location.hash
    route = partsOf(current)
  }
  return route
}

export const useRoute = (): Route => useSyncExternalStore(subscribe, snapshot)

export const hrefOf = (...parts: Route): string => `#/${parts.map(encodeURIComponent).join('/')}`

export function go(...parts: Route): void {
  location.hash = hrefOf(...parts)
}

/** Goes there without leaving the present place in the window's history. */
export function goInstead(...parts: Route): void {
  location.replace(hrefOf(...parts))
}
