import type { S3Client } from './s3-client.ts'
import { type Listed, type Pieces, type Shelf, ShelfTrouble } from './shelf.ts'

const FOLDER = 'files/'
const SHA256 = /^[0-9a-f]{64}$/
/** Far more than the list of a thousand names, which is what one answer holds. */
const LONGEST_LIST = 4_000_000

/** The shelf in a bucket of its own on an S3-compatible server. */
export function s3Shelf(client: S3Client): Shelf {
  return {
    name: 's3',
    put: async ({ sha256, bytes }) => {
      await drain(await client.ask({ method: 'PUT', key: `${FOLDER}${sha256}`, body: bytes }))
    },
    get: async (sha256) => {
      const key = `${FOLDER}${sha256}`
      const answer = await client.ask({ method: 'GET', key })
      return answer && piecesOf(client, key, answer)
    },
    remove: async (sha256) => {
      await drain(await client.ask({ method: 'DELETE', key: `${FOLDER}${sha256}` }))
    },
    list: () => list(client),
  }
}

type Answer = NonNullable<Awaited<ReturnType<S3Client['ask']>>>

/** An answer that is cut off is asked for again from where it was, as often as anything is asked for. */
async function* piecesOf(client: S3Client, key: string, first: Answer): AsyncGenerator<Uint8Array> {
  let answer: Answer | null = first
  let at = 0
  for (let tries = 1; answer; tries += 1) {
    try {
      for await (const piece of answer.body) {
        at += piece.byteLength
        yield piece
      }
      return
    } catch (error) {
      if (!(error instanceof ShelfTrouble) || tries >= client.manners.tries) throw error
      await client.wait(tries)
    }
    answer = await client.ask({ method: 'GET', key, from: at })
  }
}

async function drain(answer: { readonly body: Pieces } | null): Promise<void> {
  for await (const _ of answer?.body ?? []);
}

async function* list(client: S3Client): AsyncGenerator<Listed> {
  let token: string | null = ''
  while (token !== null) {
    const query = { 'list-type': '2', prefix: FOLDER, ...(token && { 'continuation-token': token }) }
    const answer = await client.ask({ method: 'GET', key: '', query })
    const text = answer ? await textOf(answer.body) : ''
    // What we have named holds nothing that XML writes in another way.
    for (const [, contents = ''] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const sha256 = (textIn(contents, 'Key') ?? '').slice(FOLDER.length)
      if (SHA256.test(sha256)) yield { sha256, size: Number(textIn(contents, 'Size')) }
    }
    token = unescaped(textIn(text, 'NextContinuationToken'))
  }
}

function textIn(xml: string, name: string): string | null {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? null
}

function unescaped(text: string | null): string | null {
  return (
    text
      ?.replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&') ?? null
  )
}

async function textOf(pieces: Pieces): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.byteLength
    if (size > LONGEST_LIST) throw new ShelfTrouble({ kind: 'unavailable', reason: 'tooLarge' })
    parts.push(piece)
  }
  return Buffer.concat(parts).toString('utf8')
}
