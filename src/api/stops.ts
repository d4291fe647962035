import type { z } from 'zod'
import { STOP_REASONS } from '#src/modules/catalogue/contract.ts'
import { reasonLabel } from '#src/modules/catalogue/index.ts'
import { dayOf } from '#src/modules/identity/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { StopId } from '#src/modules/stops/contract.ts'
import { findStop, readableStops, type SeenStop } from '#src/modules/stops/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import type { Addresses } from './addresses.ts'
import { endpoint, listReply } from './endpoint.ts'
import { toReference } from './organisations.ts'
import { pageOfList, paging } from './paging.ts'
import { oneOf, repeated } from './parameters.ts'
import { theme } from './search-parameters.ts'
import { StopAnswer as answer, type StopAnswer, StopsAnswer } from './stop-answer.ts'

export const listStops = endpoint({
  id: 'stops',
  path: '/stops',
  tag: 'Stops',
  summary: 'What stopped others, newest first',
  description:
    'Stories of procurements that came to nothing, as far as they are open. With a key also those that the one who made it may read. Cases that stopped are among `/cases`.',
  query: {
    ...paging,
    reason: repeated(oneOf(STOP_REASONS)).describe('Only with one of these reasons.'),
    theme: theme.optional().describe('Only about this theme.'),
  },
  answer: StopsAnswer,
  reply: async ({ program, actor, query, lang, addresses, here, problem }) => {
    const { reason, theme } = query
    const stops = (await readableStops(program, actor)).filter(
      (stop) =>
        (reason.length === 0 || stop.reasons.some((one) => reason.includes(one))) &&
        (theme === undefined || stop.theme === theme),
    )
    const page = pageOfList(stops, { ...query, idOf: ({ id }) => id, here })
    if (!page.ok) return problem(page.failure)
    return listReply({
      ...page.value,
      items: await toStops(program.db, page.value.items, { lang, addresses }),
    })
  },
})

export const readStop = endpoint({
  id: 'stop',
  path: '/stops/{id}',
  tag: 'Stops',
  summary: 'What stopped somebody',
  description: 'One story.',
  pathParameters: {
    id: { description: 'The id of the story.', example: '01998f7e-6c1e-7d3a-9a5c-2b1f6d0e8a11' },
  },
  query: {},
  answer,
  outcomes: { 404: 'There is no such story, or it is not open to the one who asks.' },
  reply: async ({ program, actor, path, lang, addresses, problem }) => {
    const id = StopId.safeParse(path('id'))
    const found = id.success ? await findStop(program, actor, id.data) : null
    const [body] = found ? await toStops(program.db, [found], { lang, addresses }) : []
    if (!body) return problem({ kind: 'not-found', detail: `There is no story with the id ${path('id')}.` })
    return { body }
  },
})

type Presenting = { readonly lang: Language; readonly addresses: Addresses }

async function toStops(
  db: Database,
  stops: readonly SeenStop[],
  { lang, addresses }: Presenting,
): Promise<z.infer<typeof StopAnswer>[]> {
  const bodies = await organisationsByIds(
    db,
    stops.flatMap(({ organisation }) => organisation ?? []),
  )
  return stops.map((stop) => {
    const body = stop.organisation ? bodies.get(stop.organisation) : null
    return {
      id: stop.id,
      url: addresses.page('stop', stop.id),
      self: addresses.api('stops', stop.id),
      title: stop.title,
      language: stop.language,
      organisation: body ? toReference(body) : null,
      reasons: stop.reasons.map((code) => ({ code, label: reasonLabel(code, lang) })),
      happened: stop.happened,
      wouldHaveHelped: stop.wouldHaveHelped || null,
      phase: stop.phase,
      theme: stop.theme,
      year: stop.year,
      version: stop.version,
      correctedOn: stop.correctedAt && dayOf(stop.correctedAt),
    }
  })
}
