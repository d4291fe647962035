import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { mayRead, procurementsOfDemand } from '#src/modules/joint-procurement/index.ts'
import { isJoint, readDemand } from '#src/modules/needs/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { neverKept } from '#src/web/never-kept.ts'
import { newsOf } from '#src/web/news-of.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { choicesForDemand, freeNeeds } from '#src/web/present/demand-choices.ts'
import { demandView } from '#src/web/present/demand-view.ts'
import { marketOf, notThere } from '#src/web/present/read-market.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Section } from '#src/web/ui/facts.tsx'
import { Done, FormErrors } from '#src/web/ui/fields.tsx'
import { MarketSection } from '#src/web/ui/market-section.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { DemandAside } from './aside.tsx'
import { BuyTogether } from './buy-together.tsx'
import { doWithDemand, NEWS } from './do-with-demand.ts'
import { AskedNeeds, Members } from './members.tsx'
import { JoinPanel, LeadPanel } from './panels.tsx'
import { StatementView, SumUp } from './sum-up.tsx'

export const headers = neverKept

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const reader = context.get(actorContext)
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const demand = await readDemand(db, reader, params.id)
  if (!demand) return notThere(db, reader, { of: { kind: 'demand', id: params.id }, messages })
  const view = await demandView(db, demand, { reader, messages })
  const bought = await procurementsOfDemand(db, demand.id)
  const gathers = demand.status === 'gathering'
  const asks = reader && gathers && view.mayKeep
  const joins = reader && gathers && reader.isPublicBody
  return {
    ...view,
    isJoint: isJoint(demand),
    procurement: bought.find((one) => !one.ended && mayRead(reader, one))?.id ?? null,
    mayAsk: asks ? await choicesForDemand(db, demand, { actor: reader, messages }) : [],
    mayJoin: joins ? await freeNeeds(db, { actor: reader, messages }) : [],
    market: await marketOf(db, reader, { of: { kind: 'demand', id: demand.id }, messages }),
    news: newsOf(NEWS, url.searchParams.get('varsel')),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const { db, now } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const demand = await readDemand(db, actor, params.id)
  if (!demand) throw data(null, { status: 404 })
  const done = await doWithDemand({ db, now }, actor, {
    demand,
    form: await request.formData(),
    messages,
  })
  if (!done.ok) return data(done.failure, { status: done.failure.status })
  const here = address(messages.language, 'demand', { id: demand.id })
  return redirect(`${here}?varsel=${done.value}`)
}

export default function DemandPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const demands = useAddress('demands')
  return (
    <>
      <PageHead title={page.title} unlisted={page.audience !== 'all'} />
      <PageTop
        crumbs={[{ text: t('demand.list.title'), href: demands }]}
        kind={t('demand.kind')}
        facts={[t(`demand.status.${page.status}`), t(`demand.audience.${page.audience}`)]}
        title={page.title}
        language={page.language}
        lead={page.status === 'dissolved' ? null : t('demand.lead', { name: page.lead })}
      />
      <div className="wide section with-aside">
        <div className="stack">
          {page.news && !actionData && <Done>{t(page.news)}</Done>}
          <FormErrors errors={actionData?.errors ?? {}} />
          <AskedNeeds page={page} />
          <BuyTogether page={page} />
          <JoinPanel page={page} />
          {page.members.length > 0 && <SumUp page={page} />}
          <Section title={t('demand.statement')} id="beskrivelse">
            <StatementView page={page} />
          </Section>
          <Section title={t('demand.members')} id="med">
            <Members page={page} />
          </Section>
          {page.market && <MarketSection market={page.market} />}
          <LeadPanel page={page} />
        </div>
        <DemandAside page={page} />
      </div>
    </>
  )
}

export type DemandPageData = Route.ComponentProps['loaderData']
