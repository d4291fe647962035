import { data, redirect } from 'react-router'
import type { messagesIn } from '#src/messages/index.ts'
import {
  type BeContactFailure,
  beContact,
  caseOwnership,
  contactsOf,
  endContact,
  LONGEST_CONTACT_YEARS,
  organisationFor,
  ownershipIds,
} from '#src/modules/catalogue/index.ts'
import { findPerson } from '#src/modules/identity/index.ts'
import { address } from '#src/web/paths.ts'
import { openPublishedCase } from '#src/web/present/read-published-case.ts'
import { readDay, textIn, typedIn } from '#src/web/read-form.ts'
import { useCaseCrumbs } from '#src/web/ui/case-crumbs.ts'
import { CheckField, type FieldErrors, FormErrors, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

type Asked = Pick<Route.LoaderArgs, 'params' | 'request' | 'context'>

/** The case, for one who may be asked about it: it is theirs, or they took part. */
async function readTheirs(asked: Asked) {
  const opened = await openPublishedCase(asked)
  const theirs = ownershipIds(await caseOwnership(opened.program.db, opened.found.id))
  if (!organisationFor(opened.actor, theirs)) throw data(null, { status: 403 })
  return opened
}

export async function loader(asked: Route.LoaderArgs) {
  const { actor, program, found } = await readTheirs(asked)
  const own = (await contactsOf(program, found.id)).find(({ person }) => person === actor.personId)
  return {
    id: found.id,
    title: found.content.identity.title,
    name: actor.name,
    email: (await findPerson(program.db, actor.personId))?.email ?? null,
    own: own ? { until: own.until.toString(), showsEmail: own.email !== null } : null,
  }
}

export async function action(asked: Route.ActionArgs) {
  const { actor, program, found, messages } = await readTheirs(asked)
  const form = await asked.request.formData()
  const there = address(messages.language, 'case', { id: found.id })
  if (form.get('do') === 'end') {
    await endContact(program, actor, found.id)
    return redirect(there)
  }
  const again = (until: string) => data({ errors: { until }, typed: typedIn(form) }, { status: 422 })
  const until = readDay(textIn(form, 'until', 40))
  if (!until) return again(messages.t('sharing.contact.error.until'))
  const chosen = { id: found.id, showsEmail: form.get('showsEmail') === 'ja', until }
  const given = await beContact(program, actor, chosen)
  if (given.ok) return redirect(`${there}#kontakt`)
  return again(wrongDay(given.failure, messages.t))
}

function wrongDay({ kind }: BeContactFailure, t: ReturnType<typeof messagesIn>['t']): string {
  switch (kind) {
    case 'caseNotFound':
      throw data(null, { status: 404 })
    case 'notTheirs':
      throw data(null, { status: 403 })
    case 'endPassed':
    case 'endTooFar':
      return t(`sharing.contact.error.${kind}`, { years: LONGEST_CONTACT_YEARS })
  }
}

export default function CaseContactPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { id, title, name, email, own } = page
  const errors: FieldErrors = actionData?.errors ?? {}
  const stored = { until: own?.until ?? '', showsEmail: own?.showsEmail ? 'ja' : '' }
  const typed: Readonly<Record<string, string>> = actionData?.typed ?? stored
  const here = useAddress('caseContact', { id })
  return (
    <>
      <PageHead title={`${t('sharing.contact.title')} – ${title}`} unlisted />
      <PageTop
        crumbs={useCaseCrumbs(page)}
        title={t('sharing.contact.title')}
        lead={t('sharing.contact.lead', { name })}
      />
      <div className="wide section stack">
        <FormErrors errors={errors} />
        <form method="post" className="form" noValidate action={here}>
          <TextField
            name="until"
            label={t('sharing.contact.until')}
            help={t('sharing.contact.until.help', { years: LONGEST_CONTACT_YEARS })}
            value={typed.until}
            error={errors.until}
            type="date"
            short
          />
          {email && (
            <CheckField
              name="showsEmail"
              label={t('sharing.contact.email', { email })}
              help={t('sharing.contact.email.help')}
              checked={typed.showsEmail === 'ja'}
            />
          )}
          <div className="form-actions">
            <button className="ds-button" type="submit">
              {t(own ? 'sharing.contact.change' : 'sharing.contact.button')}
            </button>
            <a href={address(language, 'case', { id })}>{t('sharing.confirm.back')}</a>
          </div>
        </form>
        {own && (
          <form method="post" action={here}>
            <button className="ds-button" type="submit" name="do" value="end" data-variant="secondary">
              {t('sharing.contact.end')}
            </button>
          </form>
        )}
        <p className="small quiet">{t('sharing.contact.where')}</p>
      </div>
    </>
  )
}
