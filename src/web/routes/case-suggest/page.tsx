import { data, redirect } from 'react-router'
import { caseOwnership } from '#src/modules/catalogue/index.ts'
import { ChangeRequest } from '#src/modules/sharing/contract.ts'
import { commentsOfCase, stepsOf, suggestCorrection, suggestsFor } from '#src/modules/sharing/index.ts'
import { address } from '#src/web/paths.ts'
import { openPublishedCase } from '#src/web/present/read-published-case.ts'
import { textIn, typedIn } from '#src/web/read-form.ts'
import { useCaseCrumbs } from '#src/web/ui/case-crumbs.ts'
import { Done, type FieldErrors, FormErrors, SelectField, TextAreaField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

type Asked = Pick<Route.LoaderArgs, 'params' | 'request' | 'context'>

/** The case, for one who took part in it and does not answer for it. */
async function readShared(asked: Asked) {
  const opened = await openPublishedCase(asked)
  const ownership = await caseOwnership(opened.program.db, opened.found.id)
  const organisation = suggestsFor(opened.actor, ownership)
  if (!organisation) throw data(null, { status: 403 })
  return { ...opened, organisation, owner: ownership.owner?.name ?? '' }
}

export async function loader(asked: Route.LoaderArgs) {
  const { program, found, owner, organisation } = await readShared(asked)
  const comments = await commentsOfCase(program.db, found.id)
  return {
    id: found.id,
    title: found.content.identity.title,
    owner,
    blocks: stepsOf('full').map(({ name }) => name),
    before: comments
      .filter(({ askedFor }) => askedFor === organisation)
      .map(({ id, block, text, askedAt, resolvedAt }) => ({
        ...{ id, block, text, askedAt },
        isResolved: resolvedAt !== null,
      })),
    isSent: new URL(asked.request.url).searchParams.has('sendt'),
  }
}

export async function action(asked: Route.ActionArgs) {
  const { actor, program, found, messages } = await readShared(asked)
  const form = await asked.request.formData()
  const request = ChangeRequest.safeParse({ block: form.get('block'), text: textIn(form, 'text', 2000) })
  if (!request.success) {
    const errors = { text: messages.t('sharing.suggest.error') }
    return data({ errors, typed: typedIn(form) }, { status: 422 })
  }
  const given = await suggestCorrection(program, actor, { id: found.id, request: request.data })
  if (!given.ok) throw data(null, { status: given.failure.kind === 'notAllowed' ? 403 : 404 })
  return redirect(`${address(messages.language, 'caseSuggest', { id: found.id })}?sendt`)
}

export default function CaseSuggestPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t, date } = useMessages()
  const errors: FieldErrors = actionData?.errors ?? {}
  const blocks = page.blocks.map((value) => ({ value, text: t(`sharing.step.${value}`) }))
  return (
    <>
      <PageHead title={`${t('sharing.suggest.title')} – ${page.title}`} unlisted />
      <PageTop
        crumbs={useCaseCrumbs(page)}
        title={t('sharing.suggest.title')}
        lead={t('sharing.suggest.lead', { owner: page.owner })}
      />
      <div className="wide section stack">
        {page.isSent && !actionData && <Done>{t('sharing.suggest.sent', { owner: page.owner })}</Done>}
        <FormErrors errors={errors} />
        <form method="post" className="form" noValidate action={useAddress('caseSuggest', { id: page.id })}>
          <SelectField
            name="block"
            label={t('sharing.suggest.block')}
            choices={blocks}
            value={actionData?.typed.block}
          />
          <TextAreaField
            name="text"
            label={t('sharing.suggest.text')}
            help={t('sharing.suggest.text.help')}
            value={actionData?.typed.text}
            error={errors.text}
            rows={5}
            maxLength={2000}
          />
          <p>
            <button className="ds-button" type="submit">
              {t('sharing.suggest.button')}
            </button>
          </p>
        </form>
        {page.before.length > 0 && (
          <section aria-labelledby="foreslatt">
            <h2 id="foreslatt">{t('sharing.suggest.before')}</h2>
            <ul className="plain-list lines">
              {page.before.map(({ id, block, text, askedAt, isResolved }) => (
                <li key={id}>
                  <strong>{t(`sharing.step.${block}`)}</strong>
                  <p>{text}</p>
                  <p className="small quiet">
                    {date(askedAt)}
                    {isResolved && ` · ${t('sharing.ask.resolved')}`}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  )
}
