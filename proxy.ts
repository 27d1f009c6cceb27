import { type NextRequest, NextResponse } from 'next/server'
import { NONCE_HEADER } from '@/components/theme/nonce-header'
import { PATH_HEADER } from '@/lib/navigation'

/**
 * The headers of every page. Mantine needs no 'unsafe-inline' for style elements, they carry the nonce; style
 * attributes cannot carry one, so they alone have a directive of their own.
 */
export function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const policy = contentSecurityPolicy(nonce)

  const headers = new Headers(request.headers)
  headers.set(NONCE_HEADER, nonce)
  // Next reads the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', policy)

  // Pages do not know their own address; the sign-in page needs it to come back.
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  return response
}

export const config = {
  // Routes that answer data load nothing, so they need no policy and set their own headers (app/api/answer.ts): a
  // status poll would spend a third of its time here.
  matcher: ['/((?!api/|_next/static/|_next/image|icon.svg|healthz|readyz|metrics).*)'],
}

function contentSecurityPolicy(nonce: string): string {
  // In development React evaluates strings to rebuild server stack traces, and Next's overlay brings styles
  // without a nonce.
  const isDevelopment = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self'",
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}
