/** The nonce's stand-in in the built page; every response puts a fresh nonce in its place. */
export const noncePlaceholder = '__CSP_NONCE__'

/**
 * What a window may load: itself, and nothing from anywhere else. The same in every host.
 * `reportTo` is a path on the same origin that collects violations; only the bridge has one.
 */
export function contentSecurityPolicy(nonce: string, reportTo?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    ...(reportTo ? [`report-uri ${reportTo}`] : []),
  ].join('; ')
}

/** Headers of every response besides the policy: no sniffing, no referrer, no sharing with other origins. */
export const guardHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const
