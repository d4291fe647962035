import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { DemandForm, LONGEST_DEMAND_TITLE, NeedId } from '#src/modules/needs/contract.ts'
import { beginDemand, findNeed, mayDecideFor } from '#src/modules/needs/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { alikeChoices, freeNeeds } from '#src/web/present/demand-choices.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { textIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { type FieldErrors, FormErrors, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { ChooseNeed, ChooseOthers } from './choose-needs.tsx'

const MOST_ASKED = 50

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  const { db } = context.get(programContext)
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const free = await freeNeeds(db, { actor, messages })
  // The first is one's own; the others are those of a group that was proposed.
  const [own, ...group] = url.searchParams.getAll('behov').slice(0, MOST_ASKED)
  const proposed = group.flatMap((id) => NeedId.safeParse(id).data ?? [])
  const chosen = free.find(({ need }) => need === own) ?? null
  const need = chosen && (await findNeed(db, chosen.need))
  return {
    free,
    chosen,
    mayBegin: [...actor.actsFor].some((one) => mayDecideFor(actor, one)),
    proposed,
    alike: need ? await alikeChoices(db, need, { actor, messages, proposed }) : [],
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const { db, now } = context.get(programContext)
  const { language, t } = messagesIn(languageOf(new URL(request.url).pathname))
  const form = await request.formData()
  const others = form.getAll('others').filter((value) => typeof value === 'string')
  const typed = { title: textIn(form, 'title'), others }
  const read = DemandForm.safeParse(typed)
  const own = NeedId.safeParse(textIn(form, 'own'))
  if (!own.success) {
    const errors: FieldErrors = { own: t('demand.own.missing') }
    return data({ typed, errors }, { status: 422 })
  }
  if (!read.success)
    return data({ typed, errors: fieldErrors(read.error, t, 'demand.wrong') }, { status: 422 })
  const asked = others.flatMap((id) => NeedId.safeParse(id).data ?? [])
  const begun = await beginDemand({ db, now }, actor, { own: own.data, asked, title: read.data.title })
  if (begun.ok) return redirect(`${address(language, 'demand', { id: begun.value.id })}?varsel=begynt`)
  switch (begun.failure.kind) {
    case 'needNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'notAnnounced':
      return data({ typed, errors: { title: t('demand.notAnnounced') } as FieldErrors }, { status: 409 })
    case 'inAnother':
      return redirect(address(language, 'demand', { id: begun.failure.demand }))
  }
}

export default function NewDemandPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const demands = useAddress('demands')
  return (
    <>
      <PageHead title={t('demand.new.title')} unlisted />
      <PageTop
        crumbs={[{ text: t('demand.list.title'), href: demands }]}
        title={t('demand.new.title')}
        lead={t('demand.new.lead')}
      />
      <div className="wide section stack">
        {!page.mayBegin && <p className="box">{t('demand.new.coordinator')}</p>}
        {page.mayBegin && !page.chosen && <ChooseNeed free={page.free} />}
        {page.mayBegin && page.chosen && (
          <form method="post" className="form-stack">
            <FormErrors errors={actionData?.errors ?? {}} />
            <input type="hidden" name="own" value={page.chosen.need} />
            <p>
              <strong>{page.chosen.name}:</strong> <a href={page.chosen.href}>{page.chosen.title}</a>
            </p>
            <TextField
              name="title"
              label={t('demand.field.title')}
              help={t('demand.field.title.help')}
              value={actionData?.typed.title ?? page.chosen.title}
              error={actionData?.errors.title}
              maxLength={LONGEST_DEMAND_TITLE}
            />
            <ChooseOthers alike={page.alike} ticked={actionData?.typed.others ?? page.proposed} />
            <p className="small quiet">{t('demand.new.binds')}</p>
            <p>
              <button className="ds-button" type="submit" data-color="kobber">
                {t('demand.new.button')}
              </button>
            </p>
          </form>
        )}
      </div>
    </>
  )
}
