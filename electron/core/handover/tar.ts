/**
 * The tar inside a sealed file, in its plainest spelling: ustar headers whose every byte follows from name and size.
 * The reader accepts exactly what the writer writes, so links, folders, long names and extensions do not exist.
 */
import { AppError } from '../../../shared/errors.ts'

export interface Member {
  readonly name: string
  readonly bytes: Uint8Array
}

const block = 512
/** The end is filled with zeros to whole age chunks: a file that was cut can then be told from one that was altered. */
export const fillTo = 64 * 1024

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`

/** The one header a member of this name and size can have. */
export function tarHeader(name: string, size: number): Uint8Array {
  const header = Buffer.alloc(block)
  header.write(name, 0, 100, 'latin1')
  header.write(octal(0o600, 7) + octal(0, 7) + octal(0, 7) + octal(size, 11) + octal(0, 11), 100, 'latin1')
  header.write('        0', 148, 'latin1')
  header.write('ustar\u000000', 257, 'latin1')
  header.write(octal(0, 7) + octal(0, 7), 329, 'latin1')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return header
}

const padding = (size: number, to: number): Uint8Array => new Uint8Array((to - (size % to)) % to)

/** Members as the bytes of a tar, a member at a time. */
export async function* tarOf(members: AsyncIterable<Member> | Iterable<Member>): AsyncGenerator<Uint8Array> {
  let total = 0
  for await (const { name, bytes } of members) {
    const pieces = [tarHeader(name, bytes.length), bytes, padding(bytes.length, block)]
    for (const piece of pieces) {
      total += piece.length
      if (piece.length > 0) yield piece
    }
  }
  const end = new Uint8Array(2 * block)
  yield end
  const fill = padding(total + end.length, fillTo)
  if (fill.length > 0) yield fill
}

const hostile = (at: string) => new AppError('file-hostile', { at })

/** Takes exact amounts from a stream of chunks. */
function taker(chunks: AsyncIterator<Uint8Array>) {
  let rest: Uint8Array = new Uint8Array(0)
  async function next(): Promise<boolean> {
    const { done, value } = await chunks.next()
    rest = done ? new Uint8Array(0) : value
    return !done
  }
  async function take(size: number): Promise<Uint8Array> {
    const taken = new Uint8Array(size)
    let have = 0
    while (have < size) {
      if (rest.length === 0 && !(await next())) throw hostile('tar-end')
      const piece = rest.subarray(0, size - have)
      taken.set(piece, have)
      have += piece.length
      rest = rest.subarray(piece.length)
    }
    return taken
  }
  /** Bytes left when all of them are zero. */
  async function zeros(): Promise<number> {
    let count = 0
    do {
      if (rest.some((byte) => byte !== 0)) throw hostile('tar-tail')
      count += rest.length
    } while (await next())
    return count
  }
  return { take, zeros }
}

function nameAndSize(header: Uint8Array): { readonly name: string; readonly size: number } {
  const text = Buffer.from(header).toString('latin1')
  const name = text.slice(0, text.indexOf('\0'))
  const size = Number.parseInt(text.slice(124, 135), 8)
  if (!Number.isSafeInteger(size) || !Buffer.from(tarHeader(name, size)).equals(header)) throw hostile('tar-header')
  return { name, size }
}

/**
 * Members of a tar in order. `limitOf` is asked before a member is read: it answers how many bytes it may have, and
 * throws for a name it does not expect. Throws `file-hostile` for anything the writer would not have written.
 */
export async function* readTar(
  chunks: AsyncIterable<Uint8Array>,
  limitOf: (name: string) => number,
): AsyncGenerator<Member> {
  const iterator = chunks[Symbol.asyncIterator]()
  try {
    const { take, zeros } = taker(iterator)
    for (let total = 0; ; ) {
      const header = await take(block)
      total += block
      if (header.every((byte) => byte === 0)) {
        const tail = await zeros()
        if (tail < block || tail > block + fillTo || (total + tail) % fillTo !== 0) throw hostile('tar-tail')
        return
      }
      const { name, size } = nameAndSize(header)
      if (size > limitOf(name)) throw new AppError('file-too-large', { at: 'member' })
      const whole = await take(size + padding(size, block).length)
      if (whole.subarray(size).some((byte) => byte !== 0)) throw hostile('tar-padding')
      total += whole.length
      yield { name, bytes: whole.subarray(0, size) }
    }
  } finally {
    await iterator.return?.()
  }
}
