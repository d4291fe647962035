import { messagesIn } from '#src/messages/index.ts'
import { dayOf } from '#src/modules/identity/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { atomFeed } from '#src/web/present/atom-feed.ts'
import { windowText } from '#src/web/present/need-view.ts'
import { publicFile } from '#src/web/public-file.ts'
import type { Route } from './+types/feed.ts'
import { BoardQuery, readBoard } from './board-view.ts'

const MOST_ENTRIES = 100

/** The needs that everybody may read, narrowed like the board, for a feed reader. */
export async function loader(args: Route.LoaderArgs) {
  const program = args.context.get(programContext)
  const url = new URL(args.request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const { t, language } = messages
  const query = BoardQuery.parse(Object.fromEntries(url.searchParams))
  const { needs } = await readBoard(program, { query, actor: null, today: dayOf(program.now()) })
  const shown = needs
    .toSorted((one, other) => other.changedAt.getTime() - one.changedAt.getTime())
    .slice(0, MOST_ENTRIES)
  const bodies = await organisationsByIds(
    program.db,
    shown.map(({ organisation }) => organisation),
  )
  const updated = shown[0]?.changedAt ?? new Date(0)
  return publicFile(args, { type: 'application/atom+xml', name: 'behov.atom' }, (origin) =>
    atomFeed({
      self: origin + url.pathname + url.search,
      page: origin + address(language, 'needs') + url.search,
      title: t('needs.board.title'),
      language,
      updated,
      entries: shown.map((need) => ({
        id: `urn:uuid:${need.id}`,
        title: need.content.title,
        updated: need.changedAt,
        href: origin + address(language, 'need', { id: need.id }),
        text: [
          bodies.get(need.organisation)?.name,
          `${t('needs.one.when')} ${windowText(need, messages) ?? t('site.unknown')}`,
          need.content.outcome,
        ]
          .filter((line) => line)
          .join('\n'),
      })),
    }),
  )
}
