import { data, type RouterContextProvider } from 'react-router'
import { type Messages, messagesIn } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { type Matter, matterRef, readMatter, viewMarket } from '#src/modules/needs/index.ts'
import type { Database } from '#src/platform/database.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { matterKindOf } from '#src/web/market-address.ts'
import { languageOf } from '#src/web/paths.ts'
import { type MarketPageView, marketPageView } from './market-view.ts'

type Asked = {
  readonly request: Request
  readonly params: { readonly id: string }
  readonly context: Readonly<RouterContextProvider>
}

type Found = {
  readonly db: Database
  readonly now: () => Date
  readonly reader: Actor | null
  readonly matter: Matter
  readonly messages: Messages
  readonly url: URL
}

/** The need or demand that a page of the market is about; one that the reader may not know of is not there. */
export async function requireMatter({ request, params, context }: Asked): Promise<Found> {
  const { db, now } = context.get(programContext)
  const reader = context.get(actorContext)
  const url = new URL(request.url)
  const ref = matterRef(matterKindOf(url.pathname), params.id)
  const matter = ref && (await readMatter(db, reader, ref))
  if (!matter) throw data(null, { status: 404 })
  return { db, now, reader, matter, messages: messagesIn(languageOf(url.pathname)), url }
}

/** The market of it as this reader may see it. */
export async function readMarket({ db, reader, matter, messages }: Omit<Found, 'url' | 'now'>) {
  return marketPageView(db, await viewMarket(db, reader, matter), {
    messages,
    isSignedIn: reader !== null,
  })
}

/** The same for the page of a need or demand, which shows it as a section; null where there is no market yet. */
export async function marketOf(
  db: Database,
  reader: Actor | null,
  {
    of,
    messages,
  }: { readonly of: { readonly kind: 'need' | 'demand'; readonly id: string }; readonly messages: Messages },
): Promise<MarketPageView | null> {
  const ref = matterRef(of.kind, of.id)
  const matter = ref && (await readMatter(db, reader, ref))
  return matter && readMarket({ db, reader, matter, messages })
}
