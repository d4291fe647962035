import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { ClaimDecision } from '#src/modules/adoptions/contract.ts'
import { claimsOf, decideClaim } from '#src/modules/adoptions/index.ts'
import { findSolution } from '#src/modules/catalogue/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { textIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Done, FormErrors, TextAreaField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const claims = await claimsOf(db, { status: 'asked' })
  const suppliers = await organisationsByIds(
    db,
    claims.map(({ organisation }) => organisation),
  )
  const waiting = await Promise.all(
    claims.map(async ({ id, solution, organisation, words, link, askedAt }) => {
      const lookup = await findSolution(db, solution)
      const found = lookup?.status === 'found' ? lookup.solution : null
      return {
        id,
        words,
        link,
        askedAt,
        supplier: suppliers.get(organisation)?.name ?? '–',
        solution: { id: solution, name: found?.content.name ?? solution },
        isNamed: found?.suppliers.some((one) => one.organisation?.id === organisation) ?? false,
      }
    }),
  )
  return { waiting, isDone: new URL(request.url).searchParams.has('besvart') }
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const { language, t } = messagesIn(languageOf(new URL(request.url).pathname))
  const form = await request.formData()
  const id = textIn(form, 'id')
  const typed = { id, answer: textIn(form, 'answer'), reason: textIn(form, `reason-${id}`) }
  const read = ClaimDecision.safeParse(typed)
  if (!read.success) {
    const { reason = t('adoptions.editorial.gone') } = fieldErrors(read.error, t, 'adoptions.editorial.gone')
    return data({ id, error: reason, reason: typed.reason }, { status: 422 })
  }
  const decided = await decideClaim(context.get(programContext), actor, read.data)
  if (decided.ok) return redirect(`${address(language, 'supplierWords')}?besvart`)
  if (decided.failure.kind === 'notAllowed') throw data(null, { status: 403 })
  return data({ id, error: t('adoptions.editorial.gone'), reason: '' }, { status: 409 })
}

export default function SupplierWordsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { waiting, isDone } = loaderData
  const field = waiting.some(({ id }) => id === actionData?.id) ? `reason-${actionData?.id}` : 'main'
  return (
    <>
      <PageHead title={t('adoptions.editorial.title')} unlisted />
      <PageTop
        crumbs={[{ text: t('sharing.editorial.title'), href: address(language, 'editorial') }]}
        title={t('adoptions.editorial.title')}
        lead={t('adoptions.editorial.lead')}
      />
      <div className="wide section stack">
        {isDone && !actionData && <Done>{t('adoptions.editorial.done')}</Done>}
        {actionData && (
          <FormErrors errors={{ [field]: actionData.error }} title={t('adoptions.wrong.title')} />
        )}
        {waiting.length === 0 && <p>{t('adoptions.editorial.none')}</p>}
        <ul className="draft-list plain-list">
          {waiting.map((claim) => (
            <Waiting key={claim.id} claim={claim} answer={actionData?.id === claim.id ? actionData : null} />
          ))}
        </ul>
      </div>
    </>
  )
}

type Claim = Route.ComponentProps['loaderData']['waiting'][number]
type Answer = { readonly error: string; readonly reason: string }

function Waiting({ claim, answer }: { claim: Claim; answer: Answer | null }) {
  const { t, dateTime } = useMessages()
  const { id, words, link, askedAt, supplier, solution, isNamed } = claim
  return (
    <li>
      <p className="hit-facts">{dateTime(askedAt)}</p>
      <h2>
        <To page="solution" params={{ id: solution.id }}>
          {t('adoptions.editorial.from', { name: supplier, solution: solution.name })}
        </To>
      </h2>
      <p className="small" data-color={isNamed ? undefined : 'korn'}>
        {t(isNamed ? 'adoptions.editorial.isNamed' : 'adoptions.editorial.notNamed')}
      </p>
      <blockquote className="as-written">{words}</blockquote>
      {link && (
        <p>
          <a href={link} rel="external nofollow">
            {link}
          </a>
        </p>
      )}
      <DecideForm id={id} name={supplier} answer={answer} />
    </li>
  )
}

function DecideForm({ id, name, answer }: { id: string; name: string; answer: Answer | null }) {
  const { t } = useMessages()
  return (
    <form method="post" className="form-stack" aria-label={name}>
      <input type="hidden" name="id" value={id} />
      <TextAreaField
        name={`reason-${id}`}
        label={t('adoptions.editorial.reason')}
        value={answer?.reason}
        error={answer?.error}
        rows={2}
        maxLength={1000}
        optional
      />
      <p className="jump">
        <button className="ds-button" type="submit" name="answer" value="accept">
          {t('adoptions.editorial.accept')}
        </button>
        <button className="ds-button" type="submit" name="answer" value="refuse" data-variant="secondary">
          {t('adoptions.editorial.refuse')}
        </button>
      </p>
    </form>
  )
}
