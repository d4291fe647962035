import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { CLOSED_CAUSES, ClosedCause, NEED_AUDIENCES, NeedAudience } from '#src/modules/needs/contract.ts'
import {
  changeAudience,
  closeNeed,
  type MoveNeedFailure,
  mayAnnounce,
  reopenNeed,
} from '#src/modules/needs/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { readOwnNeed } from '#src/web/present/read-own-need.ts'
import { type Typed, textsIn } from '#src/web/read-form.ts'
import { type FieldErrors, FormErrors, RadioGroup, TextAreaField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { actor, need } = await readOwnNeed({ params, request, context })
  if (!mayAnnounce(actor, need.organisation, need.audience)) throw data(null, { status: 403 })
  return {
    id: need.id,
    version: need.version,
    title: need.content.title,
    status: need.status,
    audience: need.audience,
    mayOpen: mayAnnounce(actor, need.organisation, 'all'),
  }
}

const FIELDS = ['do', 'version', 'audience', 'cause', 'reason'] as const

export async function action({ params, request, context }: Route.ActionArgs) {
  const { actor, need } = await readOwnNeed({ params, request, context })
  if (!mayAnnounce(actor, need.organisation, need.audience)) throw data(null, { status: 403 })
  const { db, now } = context.get(programContext)
  const { t, language } = messagesIn(languageOf(new URL(request.url).pathname))
  const typed = textsIn(await request.formData(), FIELDS)
  const again = (errors: FieldErrors, status = 422) => data({ typed, errors }, { status })
  const of = { id: need.id, version: Number(typed.version) }
  const audience = NeedAudience.safeParse(typed.audience)
  const cause = ClosedCause.safeParse(typed.cause)
  if (typed.do === 'audience' && !audience.success) return again({ audience: t('needs.audience.wrong') })
  if (typed.do === 'close' && !cause.success) return again({ cause: t('needs.cause.wrong') })
  const move = () => {
    if (typed.do === 'audience' && audience.success)
      return changeAudience({ db, now }, actor, { ...of, audience: audience.data })
    if (typed.do === 'close' && cause.success)
      return closeNeed({ db, now }, actor, { ...of, cause: cause.data, reason: typed.reason })
    return typed.do === 'reopen' ? reopenNeed({ db, now }, actor, of) : null
  }
  const moved = await move()
  if (!moved) return again({ cause: t('needs.cause.wrong') })
  if (moved.ok) return redirect(`${address(language, 'need', { id: need.id })}?varsel=lagret`)
  const { errors, status } = refused(moved.failure, t)
  return again(errors, status)
}

function refused(failure: MoveNeedFailure, t: ReturnType<typeof messagesIn>['t']) {
  switch (failure.kind) {
    case 'needNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'coordinatorAnnounces':
      return { errors: { audience: t('needs.audience.coordinator') }, status: 422 }
    case 'reasonMissing':
      return { errors: { reason: t('needs.reason.missing') }, status: 422 }
    case 'wrongStatus':
    case 'changedMeanwhile':
      return { errors: { audience: t('needs.status.moved') }, status: 409 }
  }
}

type ManagePage = Route.ComponentProps['loaderData']
type Answer = { readonly typed: Typed; readonly errors: FieldErrors }

export default function NeedManagePage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const answer: Answer = actionData ?? { typed: {}, errors: {} }
  return (
    <>
      <PageHead title={`${t('needs.manage.title')} – ${page.title}`} unlisted />
      <PageTop
        crumbs={[
          { text: t('needs.mine.title'), href: address(language, 'myNeeds') },
          { text: page.title, href: address(language, 'need', { id: page.id }) },
        ]}
        title={t('needs.manage.title')}
      />
      <div className="wide section stack">
        <FormErrors errors={answer.errors} title={t('needs.form.wrong')} />
        {page.status === 'announced' && <AudienceForm page={page} answer={answer} />}
        {page.status === 'closed' ? <ReopenForm page={page} /> : <CloseForm page={page} answer={answer} />}
      </div>
    </>
  )
}

function AudienceForm({ page, answer: { typed, errors } }: { page: ManagePage; answer: Answer }) {
  const { t } = useMessages()
  const shown = page.mayOpen ? NEED_AUDIENCES : (['own'] as const)
  return (
    <form method="post" className="form-stack" noValidate>
      <input type="hidden" name="version" value={page.version} />
      <RadioGroup
        name="audience"
        label={t('needs.field.audience')}
        choices={shown.map((value) => ({
          value,
          text: t(`needs.audience.${value}`),
          help: t(`needs.audience.${value}.help`),
        }))}
        value={typed.audience || page.audience}
        error={errors.audience}
      />
      <p className="small quiet">
        {t(page.mayOpen ? 'needs.manage.audience.note' : 'needs.announce.coordinator')}
      </p>
      <p>
        <button className="ds-button" type="submit" name="do" value="audience">
          {t('needs.manage.audience.button')}
        </button>
      </p>
    </form>
  )
}

function CloseForm({ page, answer: { typed, errors } }: { page: ManagePage; answer: Answer }) {
  const { t } = useMessages()
  return (
    <section className="part" aria-labelledby="lukk">
      <h2 id="lukk">{t('needs.manage.close')}</h2>
      <form method="post" className="form-stack" noValidate>
        <input type="hidden" name="version" value={page.version} />
        <RadioGroup
          name="cause"
          label={t('needs.manage.close.cause')}
          choices={CLOSED_CAUSES.map((value) => ({ value, text: t(`needs.closed.${value}`) }))}
          value={typed.cause}
          error={errors.cause}
        />
        <TextAreaField
          name="reason"
          label={t('needs.manage.close.reason')}
          help={t('needs.manage.close.reason.help')}
          value={typed.reason}
          error={errors.reason}
          maxLength={5000}
          rows={3}
          optional
        />
        <p>
          <button className="ds-button" type="submit" name="do" value="close" data-variant="secondary">
            {t('needs.manage.close')}
          </button>
        </p>
      </form>
    </section>
  )
}

function ReopenForm({ page }: { page: ManagePage }) {
  const { t } = useMessages()
  return (
    <form method="post" className="form-stack">
      <input type="hidden" name="version" value={page.version} />
      <p>{t('needs.manage.reopen.text')}</p>
      <p>
        <button className="ds-button" type="submit" name="do" value="reopen">
          {t('needs.manage.reopen')}
        </button>
      </p>
    </form>
  )
}
