import { z } from 'zod'
import { MAX_BYTES } from '#src/modules/notices/eforms/decode-bytes.ts'
import { askFor, readJson, readWholeXml } from '#src/modules/notices/sources/remote/ask-for.ts'
import type { SourceFailure } from '#src/modules/notices/sources/remote/remote-source.ts'
import { type ClientManners, createHttpClient, type Network } from '#src/platform/http/index.ts'
import type { Result } from '#src/platform/result.ts'

/** Doffin reaches this far into any query, and no further. */
export const REACHABLE = 1000
export const PAGE_SIZE = 100

/** Some 2 500 notices an hour can be had; after about thirty quick requests it asks to be left alone. */
export const DOFFIN_MANNERS: ClientManners = {
  limits: { answerMs: 30_000, wholeMs: 120_000, maxBytes: MAX_BYTES },
  pace: { everyMs: 1_440, burst: 20 },
  tries: 6,
  backoff: { firstMs: 2_000, longestMs: 60_000 },
  longestWaitMs: 10 * 60_000,
}

const Hit = z.object({ id: z.string().regex(/^[\w.-]{1,60}$/), issueDate: z.string().nullish() })

const Page = z.object({
  numHitsTotal: z.number().int().nonnegative(),
  // A hit without an id is counted as one that was not named, and spoils nothing for the others.
  hits: z.array(Hit.nullable().catch(null)),
})

export type DoffinPage = {
  readonly total: number
  readonly hits: readonly z.infer<typeof Hit>[]
  readonly given: number
}

export type DoffinQuery = {
  readonly filters: readonly (readonly [name: string, value: string])[]
  readonly page: number
  readonly sortBy: 'PUBLICATION_DATE_ASC' | 'PUBLICATION_DATE_DESC'
}

export type DoffinApi = {
  readonly search: (query: DoffinQuery, signal: AbortSignal) => Promise<Result<DoffinPage, SourceFailure>>
  readonly download: (id: string, signal: AbortSignal) => Promise<Result<Uint8Array, SourceFailure>>
}

export type DoffinSettings = {
  readonly url: string
  readonly key: string
  readonly network: Network
  readonly manners?: ClientManners
}

/** The two things that Doffin's public API can do. */
export function createDoffinApi({ url, key, network, manners = DOFFIN_MANNERS }: DoffinSettings): DoffinApi {
  const client = createHttpClient(manners, network)
  const headers = { 'ocp-apim-subscription-key': key }
  const at = (path: string) => `${url.replace(/\/$/, '')}${path}`
  return {
    search: async ({ filters, page, sortBy }, signal) => {
      const parameters = new URLSearchParams([
        ...filters.map(([name, value]) => [name, value]),
        ['sortBy', sortBy],
        ['numHitsPerPage', String(PAGE_SIZE)],
        ['page', String(page)],
      ])
      const answer = await askFor(
        client,
        { url: at(`/v2/search?${parameters}`), headers, signal },
        readJson(Page),
      )
      if (!answer.ok) return answer
      const { numHitsTotal: total, hits } = answer.value
      return { ok: true, value: { total, hits: hits.filter((hit) => hit !== null), given: hits.length } }
    },
    download: (id, signal) =>
      askFor(client, { url: at(`/v2/download/${encodeURIComponent(id)}`), headers, signal }, readWholeXml),
  }
}
