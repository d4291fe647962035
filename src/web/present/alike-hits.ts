import type { Messages } from '#src/messages/index.ts'
import type { SearchHit, SimilarHit } from '#src/modules/search/contract.ts'
import { conceptLabel, cpvLabel } from '#src/modules/vocabulary/index.ts'
import type { Memory } from '#src/platform/remember-answers.ts'
import type { WebProgram } from '#src/web/context.ts'
import { address } from '#src/web/paths.ts'
import type { AlikeView } from '#src/web/ui/alike-list.tsx'
import { searchHits } from './search-hits.ts'

type Alike = {
  readonly type: 'case' | 'notice'
  readonly limit: number
  readonly messages: Messages
  readonly remember: Memory
}

/** The cases, or the notices, that are like a record, each with why; only those of which it can be told. */
export async function alikeHits(
  { db, search, now }: Pick<WebProgram, 'db' | 'search' | 'now'>,
  id: string,
  { type, limit, messages, remember }: Alike,
): Promise<readonly AlikeView[]> {
  const found = await search.similar(id, { limit, types: [type], onlyExplained: true })
  const byHref = new Map(found.map((hit) => [hrefOf(hit, messages), hit]))
  const shown = await searchHits(db, found, { messages, now: now(), remember })
  return shown.flatMap((hit) => {
    const similar = byHref.get(hit.href)
    return similar ? [{ hit, why: whyOf(similar, messages) }] : []
  })
}

function hrefOf({ type, id }: SearchHit, { language }: Messages): string {
  return type === 'notice' ? address(language, 'notice', { id }) : address(language, 'case', { id })
}

function whyOf({ alike: { concepts, codes, words } }: SimilarHit, { language }: Messages): AlikeView['why'] {
  return {
    themes: concepts.map((id) => ({
      text: conceptLabel(id, language),
      href: address(language, 'theme', { id }),
    })),
    codes: codes.map((code) => `${code} ${cpvLabel(code, language)}`),
    words,
  }
}
