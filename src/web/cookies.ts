import type { Config } from '#src/platform/config.ts'

/** A cookie that only the site itself reads, and no script. */
export type Cookie = {
  readonly name: string
  readonly read: (headers: Headers) => string | null
  /** The header that sets it. Without a length it lasts as long as the browser is open. */
  readonly set: (value: string, seconds?: number) => string
  readonly clear: () => string
}

export type Cookies = {
  readonly session: Cookie
  /** One for each sign-in that has begun, so that two windows do not disturb each other. */
  readonly signIn: (state: string) => Cookie
  readonly newcomer: Cookie
  /** The encrypted ID token: large, so it is sent to the page for signing out and nowhere else. */
  readonly idToken: Cookie
}

export const SIGN_OUT_PATH = '/logg-ut'

/** The cookies of the site; over https with the prefixes that let no other host and no plain http set them. */
export function cookiesOf({ BASE_URL }: Pick<Config, 'BASE_URL'>): Cookies {
  const https = BASE_URL.startsWith('https:')
  const everywhere = (name: string) => cookie(https ? `__Host-${name}` : name, { https, path: '/' })
  return {
    session: everywhere('spydspiss-okt'),
    signIn: (state) => everywhere(`spydspiss-inn-${state.replace(/[^\w-]/g, '').slice(0, 12)}`),
    newcomer: everywhere('spydspiss-ny'),
    idToken: cookie(https ? '__Secure-spydspiss-bevis' : 'spydspiss-bevis', { https, path: SIGN_OUT_PATH }),
  }
}

function cookie(name: string, { https, path }: { https: boolean; path: string }): Cookie {
  const set = (value: string, seconds?: number) =>
    [
      `${name}=${value}`,
      `Path=${path}`,
      'HttpOnly',
      'SameSite=Lax',
      ...(https ? ['Secure'] : []),
      ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
    ].join('; ')
  return { name, set, clear: () => set('', 0), read: (headers) => readCookie(headers, name) }
}

function readCookie(headers: Headers, name: string): string | null {
  const pair = (headers.get('cookie') ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`))
  return pair?.slice(name.length + 1) || null
}
