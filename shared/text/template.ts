/** The shape of the Chinese texts with any words: what another language must bring. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }

export type Params = Readonly<Record<string, string | number>>

/** Puts values into `{name}` places. A place without a value stays as it is, so that the gap is seen. */
export function fill(template: string, params: Params = {}): string {
  return template.replace(/\{(\w+)\}/g, (place, key: string) => String(params[key] ?? place))
}

/** A text by a key only known at run time, or undefined. */
export function textAt(texts: Readonly<Record<string, unknown>>, ...keys: readonly string[]): string | undefined {
  let at: unknown = texts
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Readonly<Record<string, unknown>>)[key]
  }
  return typeof at === 'string' ? at : undefined
}
