import type { MiddlewareHandler } from 'hono'

/**
 * Everything the pages use comes from their own address, so nothing else is let in.
 * Scripts need the nonce of the request; style attributes are not used at all.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export type SecurityVariables = { requestId: string; nonce: string }

export function securityHeaders({
  https,
}: {
  https: boolean
}): MiddlewareHandler<{ Variables: SecurityVariables }> {
  return async (c, next) => {
    const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
    c.set('nonce', nonce)
    await next()
    const { headers } = c.res
    if (!headers.has('content-security-policy'))
      headers.set('content-security-policy', contentSecurityPolicy(nonce))
    headers.set('x-content-type-options', 'nosniff')
    if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'strict-origin-when-cross-origin')
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    headers.set('cross-origin-opener-policy', 'same-origin')
    if (https) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
}
