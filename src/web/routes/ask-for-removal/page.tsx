import { data, redirect } from 'react-router'
import { z } from 'zod'
import { messagesIn } from '#src/messages/index.ts'
import { askForRemoval, LONGEST_PAGE, LONGEST_WISH } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { textIn, typedIn } from '#src/web/read-form.ts'
import { FormErrors, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

const LONGEST_EMAIL = 200

/** The page on which something stands may send its own address along. */
export function loader({ request }: Route.LoaderArgs) {
  return { page: (new URL(request.url).searchParams.get('side') ?? '').slice(0, LONGEST_PAGE) }
}

/** Takes the wish, and sends the one who asked to where the answer will stand. */
export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname)
  const { t } = messagesIn(language)
  const form = await request.formData()
  const email = textIn(form, 'email', LONGEST_EMAIL)
  const page = textIn(form, 'page', LONGEST_PAGE)
  const wish = textIn(form, 'wish', LONGEST_WISH)
  const errors = {
    ...(page === '' && { page: t('privacy.remove.error.pageMissing') }),
    ...(wish === '' && { wish: t('privacy.remove.error.wishMissing') }),
    ...(email !== '' && !z.email().safeParse(email).success && { email: t('privacy.remove.error.email') }),
  }
  if (Object.keys(errors).length > 0) return data({ typed: typedIn(form), errors }, { status: 422 })
  const asked = await askForRemoval(context.get(programContext), { page, wish, email, language })
  if (asked.ok) {
    const follow = address(language, 'followRemoval', { secret: asked.value.secret })
    throw redirect(`${follow}?sendt`, { status: 303 })
  }
  return data(
    { typed: typedIn(form), errors: { wish: t('privacy.remove.error.wishMissing') } },
    { status: 422 },
  )
}

export default function AskForRemovalPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const crumbs = [{ text: t('privacy.title'), href: useAddress('privacy') }]
  const typed: Readonly<Record<string, string>> = actionData?.typed ?? {}
  const errors: Readonly<Partial<Record<string, string>>> = actionData?.errors ?? {}
  return (
    <>
      <PageHead title={t('privacy.remove.title')} description={t('privacy.remove.lead')} />
      <PageTop crumbs={crumbs} title={t('privacy.remove.title')} lead={t('privacy.remove.lead')} />
      <div className="wide section stack">
        <FormErrors errors={errors} />
        <form method="post" action={useAddress('askForRemoval')} className="form-stack">
          <TextField
            name="page"
            label={t('privacy.remove.page')}
            help={t('privacy.remove.page.help')}
            value={typed.page ?? loaderData.page}
            error={errors.page}
            maxLength={LONGEST_PAGE}
          />
          <TextAreaField
            name="wish"
            label={t('privacy.remove.wish')}
            help={t('privacy.remove.wish.help')}
            value={typed.wish}
            error={errors.wish}
            rows={6}
            maxLength={LONGEST_WISH}
          />
          <TextField
            name="email"
            type="email"
            label={t('privacy.remove.email')}
            help={t('privacy.remove.email.help')}
            value={typed.email}
            error={errors.email}
            maxLength={LONGEST_EMAIL}
            autoComplete="email"
            short
            optional
          />
          <p className="small quiet">{t('privacy.remove.kept')}</p>
          <p>
            <button className="ds-button" type="submit" data-color="kobber">
              {t('privacy.remove.send')}
            </button>
          </p>
        </form>
      </div>
    </>
  )
}
