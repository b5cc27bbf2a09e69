import type { CoreEvent, Pipe } from '../../shared/contract.ts'
import type { Answer } from '../../shared/errors.ts'
import { fromWire, toWire } from '../../shared/wire.ts'

/** Browsers refuse a `keepalive` request above 64 KiB in all. */
const keepaliveBytes = 32_000

async function callOver(name: string, input: unknown): Promise<Answer<unknown>> {
  const body = toWire({ name, input })
  const response = await fetch('/call', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body,
    // A draft written while the page closes must still arrive.
    keepalive: body.length < keepaliveBytes,
  })
  return fromWire(await response.text()) as Answer<unknown>
}

function listenOver(listener: (event: CoreEvent) => void): () => void {
  const source = new EventSource('/events')
  source.onmessage = (message) => listener(fromWire(message.data as string) as CoreEvent)
  return () => source.close()
}

/** The pipe over the loopback bridge; the session lives in a cookie the page cannot read. */
export const httpPipe = (): Pipe => ({ call: callOver, on: listenOver })
