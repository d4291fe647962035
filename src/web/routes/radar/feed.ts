import { radarFeed } from '#src/web/present/radar-feed.ts'
import { publicFile } from '#src/web/public-file.ts'
import type { Route } from './+types/feed.ts'
import { readPublicRadar } from './read-radar-page.ts'

/** What has come onto the radar, the newest first; for a feed reader. */
export async function loader(args: Route.LoaderArgs) {
  const page = await readPublicRadar(args)
  return publicFile(args, { type: 'application/atom+xml', name: 'radar.atom' }, (origin) =>
    radarFeed(page, origin),
  )
}
