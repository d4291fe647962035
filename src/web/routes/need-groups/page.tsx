import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { type Actor, hasOneOf, isPublicEmployee } from '#src/modules/identity/index.ts'
import {
  type GroupForNeed,
  groupFor,
  mayDecideFor,
  type Need,
  readNeed,
  whyNotWith,
} from '#src/modules/needs/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { neverKept } from '#src/web/never-kept.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { groupView, namesOf, ofHundred } from '#src/web/present/group-view.ts'
import { mayTakeNeed } from '#src/web/present/may-take-need.ts'
import { togetherViews } from '#src/web/present/together-view.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { NOTHING_ASKED, readAsked } from './asked-of-group.ts'
import { Alone, Group } from './group.tsx'
import { Invite } from './invite.tsx'
import { Leaders } from './leaders.tsx'
import { Nearest } from './nearest.tsx'

export const headers = neverKept

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const program = context.get(programContext)
  const reader = context.get(actorContext)
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const need = await readNeed(program.db, reader, params.id)
  if (!need) throw data(null, { status: 404 })
  const mayAsk =
    reader !== null && isPublicEmployee(reader) && hasOneOf(reader, ['coordinator', 'network-leader'])
  const asked = mayAsk ? readAsked(url.searchParams, need.id) : NOTHING_ASKED
  const found = await groupFor(program, reader, { need, ...asked })
  const spoken = [
    need.id,
    ...[found.group, found.asked].flatMap((group) => group?.members.map(({ id }) => id) ?? []),
    ...found.together.flatMap(({ members }) => members),
    ...found.nearest.map(({ id }) => id),
  ]
  const names = await namesOf(
    program.db,
    [...new Set<string>(spoken)].flatMap((id) => found.needs.get(id) ?? []),
    { reader, messages },
  )
  return {
    need: { id: need.id, title: need.content.title, language: need.content.language },
    isPublic: need.audience === 'all' && need.status !== 'draft',
    isAnnounced: need.status === 'announced',
    mayTake: mayTakeNeed(reader, need),
    inviteFrom: reader && needToInviteFrom(reader, found, need),
    together: togetherViews(found.together, names, messages),
    mayAsk,
    asked,
    group: found.group && groupView(found.group, names, messages),
    supposed: found.asked && groupView(found.asked, names, messages),
    aloneBecause: found.aloneBecause,
    nearest: found.nearest.flatMap((near) => {
      const named = names.needOf(near.id)
      const why = whyNotWith(near, messages)
      return named ? [{ ...named, why, figure: ofHundred(near.likeness.figure) }] : []
    }),
  }
}

/** The need in the group that the reader decides for, that of the page before another; none that is being bought. */
function needToInviteFrom(reader: Actor, { group, needs, together }: GroupForNeed, own: Need): string | null {
  const members = group?.members.flatMap(({ id }) => needs.get(id) ?? []) ?? []
  const bought = together.flatMap((one) => (one.demand.status === 'gathering' ? [] : one.members))
  const theirs = [own, ...members].find(
    (one) => one.status === 'announced' && !bought.includes(one.id) && mayDecideFor(reader, one.organisation),
  )
  return theirs?.id ?? null
}

export type NeedGroupsData = Route.ComponentProps['loaderData']

export default function NeedGroupsPage({ loaderData: page }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { need, group, aloneBecause } = page
  const crumbs = [
    { text: t('needs.nav'), href: address(language, 'needs') },
    { text: need.title, href: address(language, 'need', { id: need.id }) },
  ]
  return (
    <>
      <PageHead title={`${t('matching.title')} – ${need.title}`} unlisted />
      <PageTop
        crumbs={crumbs}
        kind={t('matching.group')}
        facts={[need.title]}
        title={t('matching.title')}
        lead={t('matching.lead')}
      />
      <div className="wide section with-aside">
        <div>
          {page.asked.hasOtherWeights && (
            <p className="box" data-color="korn" role="status">
              {t('matching.weights.changed')}
            </p>
          )}
          {group ? (
            <Group group={group} together={page.together} />
          ) : (
            <Alone because={aloneBecause ?? 'noneAlike'} together={page.together} />
          )}
          <Nearest nearest={page.nearest} />
          {page.mayAsk && <Leaders page={page} />}
        </div>
        <div className="stack">
          <Invite page={page} />
          <p className="small quiet">{t('matching.small')}</p>
        </div>
      </div>
    </>
  )
}
