import { data, type RouterContextProvider, redirect } from 'react-router'
import { type Messages, messagesIn } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  findMatter,
  type Matter,
  type MatterRef,
  matterRef,
  readMatter,
  viewMarket,
  viewOwnAnswers,
} from '#src/modules/needs/index.ts'
import type { Database } from '#src/platform/database.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { marketAddress, matterKindOf } from '#src/web/market-address.ts'
import { languageOf } from '#src/web/paths.ts'
import { type AnswerView, answerViews, type MarketPageView, marketPageView } from './market-view.ts'

type Asked = {
  readonly request: Request
  readonly params: { readonly id: string }
  readonly context: Readonly<RouterContextProvider>
}

type Sought = {
  readonly db: Database
  readonly now: () => Date
  readonly reader: Actor | null
  /** Null for an address that names nothing there could be. */
  readonly ref: MatterRef | null
  /** Null for one that the reader may not know of. */
  readonly matter: Matter | null
  readonly messages: Messages
  readonly url: URL
}

type Found = Omit<Sought, 'matter'> & { readonly matter: Matter }

/** The need or demand that a page of the market is about. */
export async function seekMatter({ request, params, context }: Asked): Promise<Sought> {
  const { db, now } = context.get(programContext)
  const reader = context.get(actorContext)
  const url = new URL(request.url)
  const ref = matterRef(matterKindOf(url.pathname), params.id)
  const matter = ref && (await readMatter(db, reader, ref))
  return { db, now, reader, ref, matter, messages: messagesIn(languageOf(url.pathname)), url }
}

/** The same where it must be there; one that the reader may not know of is not. */
export async function requireMatter(asked: Asked): Promise<Found> {
  const { matter, ...sought } = await seekMatter(asked)
  if (!matter) throw data(null, { status: 404 })
  return { ...sought, matter }
}

/** The market of it as this reader may see it. */
export async function readMarket({
  db,
  reader,
  matter,
  messages,
}: Pick<Found, 'db' | 'reader' | 'matter' | 'messages'>) {
  return marketPageView(db, await viewMarket(db, reader, matter), {
    messages,
    isSignedIn: reader !== null,
  })
}

type Of = Pick<MatterRef, 'kind'> & { readonly id: string }

/** The same for the page of a need or demand, which shows it as a section; null where there is no market yet. */
export async function marketOf(
  db: Database,
  reader: Actor | null,
  { of, messages }: { readonly of: Of; readonly messages: Messages },
): Promise<MarketPageView | null> {
  const ref = matterRef(of.kind, of.id)
  const matter = ref && (await readMatter(db, reader, ref))
  return matter && readMarket({ db, reader, matter, messages })
}

/** What the reader's organisation has answered to something it may no longer read, and the language of that. */
export async function readOwnAnswers({
  db,
  reader,
  ref,
  messages,
}: Pick<Sought, 'db' | 'reader' | 'ref' | 'messages'>): Promise<{
  readonly own: readonly AnswerView[]
  readonly language: string
}> {
  const matter = ref && (await findMatter(db, ref))
  const own = matter ? await viewOwnAnswers(db, reader, matter) : []
  return { own: await answerViews(db, own, messages), language: matter?.language ?? messages.language }
}

/** For a page the reader may not see: leads to what they have answered to it, where they have, and else is not there. */
export async function notThere(
  db: Database,
  reader: Actor | null,
  { of, messages }: { readonly of: Of; readonly messages: Messages },
): Promise<never> {
  const { own } = await readOwnAnswers({ db, reader, ref: matterRef(of.kind, of.id), messages })
  if (own.length > 0) throw redirect(marketAddress(messages.language, of, 'answer'))
  throw data(null, { status: 404 })
}
