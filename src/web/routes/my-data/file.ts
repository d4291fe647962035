import { messagesIn } from '#src/messages/index.ts'
import { gatherMyData } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { requireActor } from '#src/web/require-actor.ts'
import type { Route } from './+types/file.ts'

/** Everything that is tied to the one who asks, as a file. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  const language = languageOf(new URL(request.url).pathname)
  const gathered = await gatherMyData(context.get(programContext), actor, language)
  return new Response(`${JSON.stringify(gathered, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${messagesIn(language).t('people.data.file.name')}.json"`,
      'cache-control': 'private, no-store',
    },
  })
}
