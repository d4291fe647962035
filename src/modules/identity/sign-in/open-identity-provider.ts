import type { Clock } from '#src/platform/clock.ts'
import type { Config } from '#src/platform/config.ts'
import type { Log } from '#src/platform/log.ts'
import type { IdentityProvider } from './identity-provider.ts'

type Ground = { readonly config: Config; readonly now: Clock; readonly log: Log }

/** Whether the invented people of a demonstration are there to be signed in as. */
export function hasDemoPeople({ MODE, OIDC_ISSUER }: Pick<Config, 'MODE' | 'OIDC_ISSUER'>): boolean {
  return MODE === 'demo' && !OIDC_ISSUER
}

/**
 * The provider that the settings name; in a demonstration without one the program's own, and in production without
 * one none. What is not used is not even loaded.
 */
export async function openIdentityProvider({ config, now, log }: Ground): Promise<IdentityProvider | null> {
  if (config.OIDC_ISSUER) {
    const { discoveredProvider } = await import('./discovered-provider.ts')
    return discoveredProvider(config, config.OIDC_ISSUER, now)
  }
  if (!hasDemoPeople(config)) return null
  const { startDemoProvider } = await quietly(() => import('#src/modules/identity/demo/demo-provider.ts'))
  return startDemoProvider({
    baseUrl: config.BASE_URL,
    onError: (error) => log.error({ err: error }, 'the demo provider failed'),
  })
}

/** The library warns on the terminal of every Node that is not for the long term. */
async function quietly<Value>(load: () => Promise<Value>): Promise<Value> {
  const { warn } = console
  console.warn = () => {}
  try {
    return await load()
  } finally {
    console.warn = warn
  }
}
