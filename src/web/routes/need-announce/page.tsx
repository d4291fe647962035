import { data, redirect } from 'react-router'
import { z } from 'zod'
import { messagesIn } from '#src/messages/index.ts'
import { BUYER_QUESTIONS, NEED_AUDIENCES, NeedAudience } from '#src/modules/needs/contract.ts'
import {
  type AnnounceNeedFailure,
  announceNeed,
  mayAnnounce,
  missingInNeed,
  stepAsking,
} from '#src/modules/needs/index.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { needView } from '#src/web/present/need-view.ts'
import { readOwnNeed } from '#src/web/present/read-own-need.ts'
import { textsIn } from '#src/web/read-form.ts'
import { FormErrors, RadioGroup, TextField } from '#src/web/ui/fields.tsx'
import { Tags } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { MirrorAdvice } from '#src/web/ui/need-mirror.tsx'
import { NeedFacts, NeedTold, NotANotice } from '#src/web/ui/need-told.tsx'
import { NeedWay, STEP_SLUGS, useStepNumber } from '#src/web/ui/need-way.tsx'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

const AnnounceForm = z.object({
  version: z.coerce.number().int().catch(0),
  audience: z.enum(NEED_AUDIENCES, 'needs.audience.wrong'),
  mailbox: z
    .string()
    .trim()
    .transform((typed) => typed || null)
    .pipe(z.email('needs.mailbox.wrong').nullable()),
})

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { actor, need } = await readOwnNeed({ params, request, context })
  const { db } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const { id, content, organisation } = need
  if (need.status !== 'draft') throw redirect(address(messages.language, 'need', { id }))
  const owner = await findOrganisationById(db, organisation)
  return {
    version: need.version,
    need: needView(need, owner, messages),
    missing: missingInNeed(content).map((field) => ({ field, step: stepAsking(field) ?? 'what' })),
    advice: BUYER_QUESTIONS.filter((one) => content.mirror[one] === 'no' || content.mirror[one] === 'partly'),
    mayOpen: mayAnnounce(actor, organisation, 'all'),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { actor, need } = await readOwnNeed({ params, request, context })
  const { db, now } = context.get(programContext)
  const { t, language } = messagesIn(languageOf(new URL(request.url).pathname))
  const typed = textsIn(await request.formData(), ['version', 'audience', 'mailbox'])
  const read = AnnounceForm.safeParse(typed)
  if (!read.success)
    return data({ typed, errors: fieldErrors(read.error, t, 'needs.audience.wrong') }, { status: 422 })
  const announced = await announceNeed({ db, now }, actor, { id: need.id, ...read.data })
  if (announced.ok) return redirect(`${address(language, 'need', { id: need.id })}?varsel=meldt`)
  const { errors, status } = refused(announced.failure, t)
  return data({ typed, errors }, { status })
}

type Text = ReturnType<typeof messagesIn>['t']

function refused(failure: AnnounceNeedFailure, t: Text) {
  const wrong = (errors: Readonly<Record<string, string>>, status = 422) => ({ errors, status })
  switch (failure.kind) {
    case 'needNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'changedMeanwhile':
      return wrong({ audience: t('needs.conflict.changed') }, 409)
    case 'wrongStatus':
      return wrong({ audience: t('needs.announce.already') }, 409)
    case 'missing':
      return wrong({ mangler: t('needs.announce.missing') })
    case 'coordinatorAnnounces':
      return wrong({ audience: t('needs.audience.coordinator') })
    case 'personsMailbox':
      return wrong({ mailbox: t('needs.mailbox.person') })
  }
}

export default function NeedAnnouncePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { need } = page
  const step = useStepNumber('announce')
  return (
    <>
      <PageHead title={`${t('needs.step.announce')} – ${need.title}`} unlisted />
      <PageTop
        crumbs={[{ text: t('needs.mine.title'), href: address(language, 'myNeeds') }]}
        kind={step}
        title={t('needs.step.announce')}
        lead={t('needs.announce.lead')}
      >
        <NeedWay id={need.id} here="announce" />
      </PageTop>
      <div className="wide section with-aside">
        <div className="stack">
          <Missing page={page} />
          <Form page={page} answer={actionData ?? null} />
          <section aria-labelledby="slik">
            <p className="preview-mark" id="slik">
              {t('needs.announce.preview')}
            </p>
            <h2 className="preview-title" lang={need.language}>
              {need.title}
            </h2>
            <p className="quiet">{need.who.name}</p>
            <Tags tags={need.themes.map((theme) => ({ ...theme, color: 'mose' as const }))} />
            <NeedTold need={need} />
          </section>
        </div>
        <div className="stack">
          <NeedFacts need={need} />
          <MirrorAdvice questions={page.advice} />
          <NotANotice />
        </div>
      </div>
    </>
  )
}

type AnnouncePage = Route.ComponentProps['loaderData']

function Missing({ page: { need, missing } }: { page: AnnouncePage }) {
  const { t } = useMessages()
  if (missing.length === 0) return null
  return (
    <section className="box" data-color="korn" aria-labelledby="mangler">
      <h2 id="mangler" className="box-title">
        {t('needs.announce.missing')}
      </h2>
      <ul>
        {missing.map(({ field, step }) => (
          <li key={field}>
            <To page="needStep" params={{ id: need.id, step: STEP_SLUGS[step] }}>
              {field === 'from' || field === 'until'
                ? `${t('needs.field.when')} ${t(`needs.field.${field}`)}`
                : t(`needs.field.${field}`)}
            </To>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Answer = {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Partial<Record<string, string>>>
}

function Form({ page, answer }: { page: AnnouncePage; answer: Answer | null }) {
  const { t } = useMessages()
  const { typed, errors } = answer ?? { typed: {} as Answer['typed'], errors: {} as Answer['errors'] }
  const shown = page.mayOpen ? NEED_AUDIENCES : NEED_AUDIENCES.filter((one) => one === NeedAudience.enum.own)
  if (page.missing.length > 0) return null
  return (
    <form method="post" className="form-stack" noValidate>
      <FormErrors errors={errors} title={t('needs.form.wrong')} />
      <input type="hidden" name="version" value={page.version} />
      {!page.mayOpen && <p>{t('needs.announce.coordinator')}</p>}
      <RadioGroup
        name="audience"
        label={t('needs.field.audience')}
        choices={shown.map((value) => ({
          value,
          text: t(`needs.audience.${value}`),
          help: t(`needs.audience.${value}.help`),
        }))}
        value={typed.audience}
        error={errors.audience}
      />
      <TextField
        name="mailbox"
        type="email"
        label={t('needs.field.mailbox')}
        help={t('needs.field.mailbox.help')}
        value={typed.mailbox ?? page.need.mailbox ?? ''}
        error={errors.mailbox}
        maxLength={254}
        optional
      />
      <p>
        <button className="ds-button" type="submit" data-color="kobber">
          {t('needs.announce.button')}
        </button>
      </p>
    </form>
  )
}
