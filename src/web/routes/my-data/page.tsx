import { data, redirect } from 'react-router'
import {
  coordinatedAlone,
  correctName,
  findPerson,
  LONGEST_NAME,
  leavePlatform,
} from '#src/modules/identity/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { programContext } from '#src/web/context.ts'
import { cookiesOf } from '#src/web/cookies.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { textIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { FactList } from '#src/web/ui/facts.tsx'
import { Done, FormErrors, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { LeaveForm } from './leave-form.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const actor = requireActor({ request, context })
  const person = await findPerson(db, actor.personId)
  const alone = await coordinatedAlone(db, actor, now())
  const names = await organisationsByIds(db, alone)
  return {
    corrected: new URL(request.url).searchParams.has('rettet'),
    name: actor.name,
    email: person?.email ?? null,
    alone: alone.flatMap((id) => names.get(id)?.name ?? []),
  }
}

/** Puts the name right, or leaves for good: only when it is said twice, and the browser forgets the session too. */
export async function action({ request, context }: Route.ActionArgs) {
  const program = context.get(programContext)
  const actor = requireActor({ request, context })
  const form = await request.formData()
  const language = languageOf(new URL(request.url).pathname)
  if (textIn(form, 'do') === 'name') {
    const corrected = await correctName(program, actor, textIn(form, 'name', 200))
    if (!corrected.ok) return data({ error: corrected.failure.kind }, { status: 422 })
    throw redirect(`${address(language, 'myData')}?rettet`, { status: 303 })
  }
  if (textIn(form, 'sure') !== 'ja') return data({ error: 'notSure' as const }, { status: 422 })
  const left = await leavePlatform(program, actor, { alone: textIn(form, 'alone') === 'ja' })
  if (!left.ok) return data({ error: left.failure.kind }, { status: 422 })
  const headers = { 'set-cookie': cookiesOf(program.config).session.clear(), 'cache-control': 'no-store' }
  throw redirect(`${address(language, 'privacy')}?forlatt`, { status: 303, headers })
}

const FIELD_OF_ERROR = {
  nameMissing: 'name',
  notSure: 'sure',
  lastCoordinator: 'alone',
  lastAdministrator: 'innhold',
} as const

export default function MyDataPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { name, email, alone, corrected } = loaderData
  const error = actionData?.error
  const text =
    error &&
    (error === 'nameMissing'
      ? t('people.data.name.missing', { max: LONGEST_NAME })
      : t(`people.data.error.${error}`))
  const errors = error && text ? { [FIELD_OF_ERROR[error]]: text } : {}
  return (
    <>
      <PageHead title={t('people.data.title')} unlisted />
      <PageTop title={t('people.data.title')} lead={t('people.data.lead')} />
      <div className="wide section stack">
        {corrected && <Done>{t('people.data.name.done')}</Done>}
        <FormErrors errors={errors} />
        <FactList facts={[{ name: t('people.ask.email'), value: email ?? t('people.ask.email.none') }]} />
        <form method="post" action={useAddress('myData')} className="form-stack">
          <TextField
            name="name"
            label={t('people.data.name')}
            value={name}
            error={errors.name}
            maxLength={200}
            autoComplete="name"
            short
          />
          <p>
            <button className="ds-button" data-variant="secondary" type="submit" name="do" value="name">
              {t('people.data.name.button')}
            </button>
          </p>
        </form>
        <section aria-labelledby="fil">
          <h2 id="fil">{t('people.data.file')}</h2>
          <p>{t('people.data.file.about')}</p>
          <p>
            <To page="myDataFile" className="ds-button">
              {t('people.data.file.button')}
            </To>
          </p>
        </section>
        <p>
          <To page="privacy">{t('privacy.title')}</To>
        </p>
        <LeaveForm alone={alone} errors={errors} />
      </div>
    </>
  )
}
