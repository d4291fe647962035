import type { Config } from '#src/platform/config.ts'
import type { Network } from '#src/platform/http/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { doffinSource } from './doffin/doffin-source.ts'
import type { RemoteSource, SourceName } from './remote/remote-source.ts'
import { checkTedQuery, tedSource } from './ted/ted-source.ts'

export type SourceSettings = Pick<Config, 'DOFFIN_API_KEY' | 'DOFFIN_URL' | 'TED_URL' | 'TED_XML_URL'>

/** A source that can be asked, or a sentence on what is missing. */
export function openSource(
  { config, network }: { readonly config: SourceSettings; readonly network: Network },
  name: SourceName,
  query?: string,
): Result<RemoteSource, string> {
  if (name === 'doffin') {
    const { DOFFIN_API_KEY: key, DOFFIN_URL: url } = config
    if (key) return ok(doffinSource({ url, key, network }))
    return fail(
      'Doffin needs a key: set DOFFIN_API_KEY. It is free, from dof-notices-prod-api.developer.azure-api.net.',
    )
  }
  const checked = checkTedQuery(query ?? '')
  if (!checked.ok) return fail(`The question to TED cannot be used: ${checked.failure}.`)
  const { TED_URL: url, TED_XML_URL: xmlUrl } = config
  return ok(tedSource({ url, xmlUrl, network, ...(query !== undefined && { query }) }))
}
