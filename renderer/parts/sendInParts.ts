type SendPart = (upload: string, at: number, bytes: Uint8Array<ArrayBuffer>) => Promise<unknown>

/**
 * Sends a file part by part, so that no message holds a whole one; answers the name its parts were sent under. Throws
 * what `part` throws, and a `DOMException` for a folder or a file whose stick was pulled out.
 */
export async function sendInParts(
  file: Blob,
  partBytes: number,
  part: SendPart,
  onSent: (share: number) => void,
): Promise<string> {
  const upload = crypto.randomUUID()
  for (let at = 0; at === 0 || at < file.size; at += partBytes) {
    const bytes = new Uint8Array(await file.slice(at, at + partBytes).arrayBuffer())
    await part(upload, at, bytes)
    onSent(file.size === 0 ? 1 : Math.min(1, (at + bytes.length) / file.size))
  }
  return upload
}
