import { z } from 'zod'
import { MAX_BYTES } from '#src/modules/notices/eforms/decode-bytes.ts'
import { askFor, readJson, readWholeXml } from '#src/modules/notices/sources/remote/ask-for.ts'
import type { SourceFailure } from '#src/modules/notices/sources/remote/remote-source.ts'
import { type ClientManners, createHttpClient, type Network } from '#src/platform/http/index.ts'
import { ok, type Result } from '#src/platform/result.ts'

export const TED_MANNERS: ClientManners = {
  limits: { answerMs: 60_000, wholeMs: 180_000, maxBytes: MAX_BYTES },
  pace: { everyMs: 700, burst: 5 },
  tries: 6,
  backoff: { firstMs: 3_000, longestMs: 90_000 },
  longestWaitMs: 10 * 60_000,
}

const PAGE_SIZE = 250

const PublicationNumber = z.string().regex(/^\d{1,10}-\d{4}$/)
const Hit = z.object({
  'publication-number': z.union([PublicationNumber, z.tuple([PublicationNumber]).transform(([one]) => one)]),
})

const Page = z.object({
  notices: z.array(Hit.nullable().catch(null)),
  totalNoticeCount: z.number().int().nonnegative().nullish(),
  iterationNextToken: z.string().nullish(),
  // Then the notices are those that were found in time, which is not an answer.
  timedOut: z.literal(false).nullish(),
})

export type TedPage = {
  readonly numbers: readonly string[]
  readonly given: number
  /** Not always said. */
  readonly total: number | null
  readonly next: string | null
}

export type TedApi = {
  readonly search: (
    query: string,
    token: string | null,
    signal: AbortSignal,
  ) => Promise<Result<TedPage, SourceFailure>>
  readonly download: (number: string, signal: AbortSignal) => Promise<Result<Uint8Array, SourceFailure>>
}

export type TedSettings = {
  /** Where the search is, and where the notices are: two servers. */
  readonly url: string
  readonly xmlUrl: string
  readonly network: Network
  readonly manners?: ClientManners
}

/** Search by iteration, which has no end after so many hits, and the XML of one notice. */
export function createTedApi({ url, xmlUrl, network, manners = TED_MANNERS }: TedSettings): TedApi {
  const searches = createHttpClient(manners, network)
  const downloads = createHttpClient(manners, network)
  const base = (address: string) => address.replace(/\/$/, '')
  return {
    search: async (query, token, signal) => {
      const body = JSON.stringify({
        query,
        fields: ['publication-number'],
        limit: PAGE_SIZE,
        scope: 'ALL',
        paginationMode: 'ITERATION',
        ...(token !== null && { iterationNextToken: token }),
      })
      const headers = { 'content-type': 'application/json', accept: 'application/json' }
      const request = {
        url: `${base(url)}/v3/notices/search`,
        method: 'POST',
        headers,
        body,
        signal,
      } as const
      const answer = await askFor(searches, request, readJson(Page))
      if (!answer.ok) return answer
      const { notices, totalNoticeCount: total, iterationNextToken } = answer.value
      const numbers = notices.flatMap((hit) => (hit ? [withoutZeros(hit['publication-number'])] : []))
      return ok({ numbers, given: notices.length, total: total ?? null, next: iterationNextToken || null })
    },
    download: (number, signal) =>
      askFor(downloads, { url: `${base(xmlUrl)}/en/notice/${number}/xml`, signal }, readWholeXml),
  }
}

/** `00102420-2024` in the notice is `102420-2024` everywhere else. */
function withoutZeros(number: string): string {
  return number.replace(/^0+(?=\d)/, '')
}
