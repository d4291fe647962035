import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { ApiTokenId, TOKEN_SCOPES } from '#src/modules/identity/contract.ts'
import {
  coordinates,
  LONGEST_TOKEN_DAYS,
  MOST_TOKENS,
  makeApiToken,
  revokeApiToken,
  tokensFor,
  tokensOf,
} from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { toTokenView } from '#src/web/present/token-view.ts'
import { textIn, typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Done, FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { MadeToken, TokenForm, TokenList } from './tokens.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const actor = requireActor({ request, context })
  const at = now()
  const own = await tokensOf(db, actor.personId)
  const { organisation } = actor
  const leads = organisation !== null && coordinates(actor, organisation)
  const all = leads ? await tokensFor(db, { organisation, at }) : []
  return {
    organisation: actor.organisationName,
    own: own.map((token) => toTokenView(token, at)),
    others: all.filter(({ person }) => person !== actor.personId).map((token) => toTokenView(token, at)),
    revoked: new URL(request.url).searchParams.has('tilbakekalt'),
  }
}

/** Makes a key, and shows its secret in the answer itself: it is not kept, so there is nowhere else to show it. */
export async function action({ request, context }: Route.ActionArgs) {
  const program = context.get(programContext)
  const actor = requireActor({ request, context })
  const language = languageOf(new URL(request.url).pathname)
  const { t } = messagesIn(language)
  const form = await request.formData()
  if (form.has('revoke')) {
    const token = ApiTokenId.safeParse(textIn(form, 'revoke'))
    const revoked = token.success && (await revokeApiToken(program, actor, { token: token.data }))
    if (revoked && (revoked.ok || revoked.failure.kind === 'alreadyRevoked'))
      throw redirect(`${address(language, 'apiTokens')}?tilbakekalt`, { status: 303 })
    throw data(null, { status: 404 })
  }
  const name = textIn(form, 'name', 100)
  const scopes = TOKEN_SCOPES.filter((scope) => form.getAll('scopes').includes(scope))
  const made = await makeApiToken(program, actor, {
    name,
    scopes,
    days: Number(textIn(form, 'days') || Number.NaN),
  })
  if (made.ok)
    return data(
      {
        made: { name, secret: made.value.secret, expiresAt: made.value.expiresAt },
        typed: null,
        errors: null,
      },
      { headers: { 'cache-control': 'no-store' } },
    )
  const { kind } = made.failure
  const field = {
    nameMissing: 'name',
    scopesMissing: 'scopes',
    daysNotPossible: 'days',
    noOrganisation: 'innhold',
    tooMany: 'innhold',
  }[kind]
  const text = t(`people.tokens.error.${kind}`, { days: LONGEST_TOKEN_DAYS, most: MOST_TOKENS })
  return data({ made: null, typed: typedIn(form), errors: { [field]: text } }, { status: 422 })
}

export default function ApiTokensPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { organisation, own, others, revoked } = loaderData
  const errors = actionData?.errors ?? {}
  return (
    <>
      <PageHead title={t('people.tokens.title')} unlisted />
      <PageTop title={t('people.tokens.title')} lead={t('people.tokens.lead')} />
      <div className="wide section stack">
        {revoked && <Done>{t('people.tokens.revoked')}</Done>}
        <FormErrors errors={errors} />
        {actionData?.made && <MadeToken {...actionData.made} />}
        <TokenList title={t('people.tokens.own')} tokens={own} />
        {others.length > 0 && <TokenList title={t('people.tokens.others')} tokens={others} />}
        {organisation ? (
          <TokenForm organisation={organisation} typed={actionData?.typed ?? {}} errors={errors} />
        ) : (
          <p>
            {t('people.tokens.error.noOrganisation')} <To page="join">{t('people.join.title')}</To>
          </p>
        )}
        <p>
          <a href="/api/v1/docs">{t('people.tokens.docs')}</a>
        </p>
      </div>
    </>
  )
}
