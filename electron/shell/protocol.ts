import { contentSecurityPolicy, guardHeaders, noncePlaceholder } from '../../shared/csp.ts'
import { randomBytes, toBase64 } from '../core/crypto.ts'
import { windowFile } from '../core/machine/windowFiles.ts'

/** The only origin a window ever has. */
export const appOrigin = 'app://jiefenbu'
export const appUrl = `${appOrigin}/`

/** Must be registered before the program is ready: a standard, secure scheme without the rights of `file:`. */
export const appScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} as const

/** Answers a request of the window from the folder of its built files; what is not there or outside is a 404. */
export async function appResponse(
  folder: string,
  request: { readonly url: string; readonly method: string },
): Promise<Response> {
  const url = URL.parse(request.url)
  const nonce = toBase64(randomBytes(16))
  const headers = { ...guardHeaders, 'content-security-policy': contentSecurityPolicy(nonce) }
  if (url?.protocol !== 'app:' || url.host !== 'jiefenbu' || request.method !== 'GET') {
    return new Response(null, { status: 404, headers })
  }
  const file = await windowFile(folder, url.pathname)
  if (!file) return new Response(null, { status: 404, headers })
  const isPage = file.type.startsWith('text/html')
  const text = isPage ? Buffer.from(file.bytes).toString('utf8').replaceAll(noncePlaceholder, nonce) : null
  return new Response(text ?? new Uint8Array(file.bytes), { headers: { ...headers, 'content-type': file.type } })
}
