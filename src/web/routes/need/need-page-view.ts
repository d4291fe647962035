import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { BUYER_QUESTIONS } from '#src/modules/needs/contract.ts'
import {
  type KeptVersion,
  mayAnnounce,
  mayWriteNeed,
  type Need,
  needHistory,
} from '#src/modules/needs/index.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import type { WebProgram } from '#src/web/context.ts'
import { mayTakeNeed } from '#src/web/present/may-take-need.ts'
import { needView } from '#src/web/present/need-view.ts'
import { similarToNeed } from '#src/web/present/similar-to-need.ts'

type Asked = { readonly reader: Actor | null; readonly messages: Messages }

/** Everything the page of a need shows this reader. */
export async function needPageView(
  program: Pick<WebProgram, 'db' | 'search' | 'now'>,
  need: Need,
  asked: Asked,
) {
  const { reader, messages } = asked
  const owner = await findOrganisationById(program.db, need.organisation)
  const isTheirs = reader !== null && mayWriteNeed(reader, need.organisation)
  const { mirror } = need.content
  return {
    need: needView(need, owner, messages),
    status: need.status,
    audience: need.audience,
    closed: need.closed,
    isTheirs,
    mayMove: isTheirs && mayAnnounce(reader, need.organisation, need.audience),
    mayTake: mayTakeNeed(reader, need),
    advice: isTheirs ? BUYER_QUESTIONS.filter((one) => mirror[one] === 'no' || mirror[one] === 'partly') : [],
    history: historyLines(await needHistory(program.db, reader, need), messages),
    similar: await similarToNeed(program, need, { actor: reader, messages }),
  }
}

export type HistoryLine = {
  readonly version: number
  readonly at: Date
  readonly what: string
  readonly reason: string | null
}

/** What was done in each version, told by what differs from the one before. */
function historyLines(versions: readonly KeptVersion[], { t }: Messages): readonly HistoryLine[] {
  return versions.map(({ version, at, reason, ...now }, place) => {
    const before = versions[place + 1]
    return { version, at, reason, what: whatWasDone(now, before, t) }
  })
}

type State = Pick<KeptVersion, 'status' | 'audience'>

function whatWasDone(now: State, before: State | undefined, t: Messages['t']): string {
  if (!before) return t('needs.one.history.first')
  if (now.status !== before.status)
    return t(now.status === 'closed' ? 'needs.status.closed' : 'needs.one.history.reopened')
  if (now.audience !== before.audience)
    return t('needs.one.history.audience', { audience: t(`needs.audience.${now.audience}`) })
  return t('needs.one.history.revised')
}
