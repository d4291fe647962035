import { z } from 'zod'
import { type Actor, readerOf } from '#src/modules/identity/index.ts'
import { INNOVATION_HEIGHTS, InnovationHeight } from '#src/modules/needs/contract.ts'
import { type Need, readableNeeds } from '#src/modules/needs/index.ts'
import { type Organisation, organisationsByIds } from '#src/modules/organisations/index.ts'
import { SearchQuery } from '#src/modules/search/contract.ts'
import { withAncestors } from '#src/modules/vocabulary/index.ts'
import type { WebProgram } from '#src/web/context.ts'

export const WINDOWS = ['6', '12', '24'] as const
export const HEIGHTS = INNOVATION_HEIGHTS

/** What the board is asked for; links are shared and old, so what means nothing falls away. */
export const BoardQuery = z.object({
  q: z.string().trim().max(500).catch(''),
  theme: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .catch(''),
  county: z
    .string()
    .regex(/^\d{2}$/)
    .catch(''),
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .catch(''),
  height: InnovationHeight.or(z.literal('')).catch(''),
  window: z.enum(WINDOWS).or(z.literal('')).catch(''),
})
export type BoardQuery = z.infer<typeof BoardQuery>

export type Board = {
  readonly needs: readonly Need[]
  /** How many there are for this reader before anything is chosen. */
  readonly of: number
  readonly organisations: readonly Organisation[]
}

type Asked = { readonly query: BoardQuery; readonly actor: Actor | null; readonly today: string }

/** The needs that this reader may see and has asked for: the likest first where words were typed, else the newest. */
export async function readBoard(
  { db, search }: Pick<WebProgram, 'db' | 'search'>,
  { query, actor, today }: Asked,
): Promise<Board> {
  const all = await readableNeeds(db, actor)
  const bodies = await organisationsByIds(
    db,
    all.map(({ organisation }) => organisation),
  )
  const fits = all.filter((need) =>
    passes(need, { query, today, who: bodies.get(need.organisation) ?? null }),
  )
  const needs = query.q === '' ? fits : await byWords(search, fits, { q: query.q, actor })
  return { needs, of: all.length, organisations: [...bodies.values()] }
}

type Passing = { readonly query: BoardQuery; readonly today: string; readonly who: Organisation | null }

function passes({ content }: Need, { query, today, who }: Passing): boolean {
  const themes = content.themes.flatMap(withAncestors)
  const last =
    query.window &&
    Temporal.PlainDate.from(today)
      .add({ months: Number(query.window) })
      .toString()
  return (
    (query.theme === '' || themes.includes(query.theme)) &&
    (query.county === '' || who?.fylkesnummer === query.county) &&
    (query.municipality === '' || who?.kommunenummer === query.municipality) &&
    (query.height === '' || content.innovationHeight === query.height) &&
    (last === '' || (content.until !== null && content.until <= last))
  )
}

async function byWords(
  search: WebProgram['search'],
  needs: readonly Need[],
  { q, actor }: { readonly q: string; readonly actor: Actor | null },
): Promise<readonly Need[]> {
  const query = { ...SearchQuery.parse({ q, limit: 100 }), type: ['need' as const] }
  const { hits } = await search.search(query, readerOf(actor))
  return hits.flatMap(({ id }) => needs.find((need) => need.id === id) ?? [])
}
