import { z } from 'zod'
import { isLoopback } from './loopback.ts'

const MINUTES = 'must be a whole number of minutes'

/** The settings of signing in, of sessions, and of who stands between the program and its readers. */
export const SIGN_IN_SETTINGS = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://ansattporten.no' })
    .optional()
    .describe(
      'The provider of sign-in by OpenID Connect; without it nobody signs in, or in demo mode invented people do',
    ),
  OIDC_NAME: z.string().max(60).optional().describe('What people know the provider as, such as Ansattporten'),
  OIDC_CLIENT_ID: z.string().optional().describe('What the provider knows this site as'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('The secret shared with the provider'),
  OIDC_CLIENT_KEY_FILE: z
    .string()
    .optional()
    .describe(
      'Instead of the secret: a file with a private key as JWK (RS256 or ES256), with the `kid` it is registered by',
    ),
  OIDC_SCOPE: z
    .string()
    .regex(/(^| )openid( |$)/, 'must hold openid')
    .default('openid profile email')
    .describe('What is asked of the provider; for Ansattporten `openid profile`'),
  OIDC_ACR_VALUES: z
    .string()
    .optional()
    .describe('Which ways to prove who one is the provider is asked for, such as `substantial entraid`'),
  OIDC_AUTHORIZATION_DETAILS: z
    .string()
    .refine(isListOfTypes, 'must be a JSON list of objects with a type')
    .optional()
    .describe('JSON by which the provider is asked for whom a person may act; see docs/guides/sign-in.md'),
  SESSION_IDLE_MINUTES: z.coerce
    .number({ error: MINUTES })
    .int(MINUTES)
    .min(5, 'must be at least 5')
    .max(1440, 'must be at most 1440')
    .default(480)
    .describe('After so long without doing anything one is signed out; Ansattporten asks for 30'),
  SESSION_HOURS: z.coerce
    .number({ error: 'must be a number of hours' })
    .min(1, 'must be at least 1')
    .max(72, 'must be at most 72')
    .default(24)
    .describe('After so many hours one signs in anew, whatever one does; Ansattporten asks for 2'),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((one) => one !== '' && one !== 'off'))
    .pipe(
      z.array(
        z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], { error: 'must be IP addresses or networks' }),
      ),
    )
    .default([])
    .describe(
      'Addresses of proxies whose `X-Forwarded-For` is believed, such as `10.0.0.0/8`; without it readers behind a proxy share one limit',
    ),
}

const Given = z.object(SIGN_IN_SETTINGS)

/** What each setting alone cannot tell. */
export function signInProblems(
  given: z.infer<typeof Given> & { MODE: 'demo' | 'production' },
): readonly string[] {
  const { MODE, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLIENT_KEY_FILE } = given
  if (!OIDC_ISSUER) return []
  const problems: string[] = []
  const { protocol, hostname } = new URL(OIDC_ISSUER)
  if (protocol === 'http:' && !(MODE === 'demo' && isLoopback(hostname))) {
    problems.push(
      'OIDC_ISSUER must begin with https://; in demo mode one on this machine may begin with http://.',
    )
  }
  if (!OIDC_CLIENT_ID) problems.push('OIDC_CLIENT_ID is missing: OIDC_ISSUER needs to know who is asking.')
  if (!OIDC_CLIENT_SECRET && !OIDC_CLIENT_KEY_FILE) {
    problems.push(
      'OIDC_CLIENT_SECRET or OIDC_CLIENT_KEY_FILE is missing: OIDC_ISSUER needs proof of who is asking.',
    )
  }
  return problems
}

function isListOfTypes(text: string): boolean {
  try {
    return z
      .array(z.looseObject({ type: z.string() }))
      .min(1)
      .safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}
