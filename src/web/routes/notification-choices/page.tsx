import { data, redirect } from 'react-router'
import { findPerson } from '#src/modules/identity/index.ts'
import { Choices, TOPICS, WAYS } from '#src/modules/notifications/contract.ts'
import { choicesOf, saveChoices } from '#src/modules/notifications/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Done, FormErrors, RadioGroup } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, config } = context.get(programContext)
  const { personId } = requireActor({ request, context })
  return {
    choices: await choicesOf(db, personId),
    email: (await findPerson(db, personId))?.email ?? null,
    sendsMail: config.SMTP_URL !== undefined,
    saved: new URL(request.url).searchParams.has('lagret'),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { db } = context.get(programContext)
  const { personId } = requireActor({ request, context })
  const choices = Choices.safeParse(Object.fromEntries(await request.formData()))
  if (!choices.success) {
    const wrong = choices.error.issues.map(({ path }) => String(path[0]))
    return data({ wrong }, { status: 422 })
  }
  await saveChoices(db, personId, choices.data)
  const language = languageOf(new URL(request.url).pathname)
  throw redirect(`${address(language, 'notificationChoices')}?lagret`, { status: 303 })
}

export default function NotificationChoicesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { choices, email, sendsMail, saved } = loaderData
  const errors = Object.fromEntries(
    (actionData?.wrong ?? []).map((topic) => [topic, t('notifications.choices.wrong')]),
  )
  const where = email ? t('notifications.choices.address', { email }) : t('notifications.choices.noAddress')
  return (
    <>
      <PageHead title={t('notifications.choices.title')} unlisted />
      <PageTop title={t('notifications.choices.title')} lead={t('notifications.choices.lead')} />
      <div className="wide section stack">
        {saved && <Done>{t('notifications.choices.saved')}</Done>}
        <FormErrors errors={errors} />
        <p>{sendsMail ? where : t('notifications.choices.off')}</p>
        <form method="post" className="stack ways">
          {TOPICS.map((topic) => (
            <RadioGroup
              key={topic}
              name={topic}
              label={t(`notifications.topic.${topic}`)}
              help={t(`notifications.topic.${topic}.help`)}
              value={choices[topic]}
              error={errors[topic]}
              choices={WAYS.map((way) => ({ value: way, text: t(`notifications.way.${way}`) }))}
            />
          ))}
          <p>
            <button type="submit" className="ds-button">
              {t('notifications.choices.save')}
            </button>
          </p>
        </form>
      </div>
    </>
  )
}
