import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { SavedSearchForm } from '#src/modules/notifications/contract.ts'
import { saveSearch } from '#src/modules/notifications/index.ts'
import { findHitsWith } from '#src/telling/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { type FieldErrors, FormErrors, RadioGroup, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

const WAYS = ['list', 'digest', 'immediate'] as const

export function loader({ request }: Route.LoaderArgs) {
  const question = new URL(request.url).searchParams
  return { question: question.toString(), name: question.get('q') ?? '' }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { db, now, search } = context.get(programContext)
  const actor = requireActor({ request, context })
  const language = languageOf(new URL(request.url).pathname)
  const { t } = messagesIn(language)
  const typed = Object.fromEntries(await request.formData())
  const form = SavedSearchForm.safeParse(typed)
  if (!form.success) return data({ typed, errors: toErrors(form.error.issues, t) }, { status: 422 })
  const saved = await saveSearch({ db, now, findHits: findHitsWith(search) }, actor, form.data)
  if (saved.ok) throw redirect(`${address(language, 'savedSearches')}?gjort=lagret`, { status: 303 })
  const errors: FieldErrors = { name: t('notifications.search.tooMany', { most: saved.failure.most }) }
  return data({ typed, errors }, { status: 409 })
}

const TEXT_OF = {
  'notifications.search.name.missing': true,
  'notifications.search.name.long': true,
  'notifications.search.way.missing': true,
} as const

type Translate = ReturnType<typeof messagesIn>['t']

function toErrors(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  t: Translate,
): FieldErrors {
  return Object.fromEntries(
    issues.map(({ path, message }) => [
      String(path[0]),
      t(message in TEXT_OF ? (message as keyof typeof TEXT_OF) : 'notifications.search.name.missing'),
    ]),
  )
}

export default function SaveSearchPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const errors = actionData?.errors ?? {}
  const typed = (name: string) => {
    const value = actionData?.typed[name]
    return typeof value === 'string' ? value : undefined
  }
  return (
    <>
      <PageHead title={t('notifications.search.new.title')} unlisted />
      <PageTop title={t('notifications.search.new.title')} lead={t('notifications.search.new.lead')} />
      <div className="wide section stack">
        <FormErrors errors={errors} />
        <form method="post" className="stack">
          <input type="hidden" name="question" value={typed('question') ?? loaderData.question} />
          <TextField
            name="name"
            label={t('notifications.search.name')}
            help={t('notifications.search.name.help')}
            value={typed('name') ?? loaderData.name}
            error={errors.name}
            maxLength={120}
          />
          <RadioGroup
            name="way"
            label={t('notifications.search.way')}
            value={typed('way') ?? 'digest'}
            error={errors.way}
            choices={WAYS.map((way) => ({ value: way, text: t(`notifications.way.${way}`) }))}
          />
          <p>
            <button type="submit" className="ds-button">
              {t('notifications.search.save')}
            </button>
          </p>
        </form>
      </div>
    </>
  )
}
