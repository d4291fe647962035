import { data, redirect } from 'react-router'
import { describeDocument } from '#src/modules/documents/index.ts'
import { address } from '#src/web/paths.ts'
import { typedIn } from '#src/web/read-form.ts'
import { DescriptionFields } from '#src/web/routes/documents/description-fields.tsx'
import { ownDocument, ownStandingDocument } from '#src/web/routes/documents/own-document.ts'
import { readDescription } from '#src/web/routes/documents/read-document-form.ts'
import { themeChoices } from '#src/web/routes/documents/theme-choices.ts'
import { FactList } from '#src/web/ui/facts.tsx'
import { FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { descriptionFacts, typedFrom } from './typed-description.ts'
import { whyNotDescribed } from './why-not-described.ts'

export async function loader(visit: Route.LoaderArgs) {
  const { found, messages } = await ownStandingDocument(visit, 'change')
  const themes = themeChoices(messages.language)
  return { id: found.id, title: found.title, saved: typedFrom(found), themes }
}

export async function action(visit: Route.ActionArgs) {
  const { actor, program, messages, found } = await ownDocument(visit, 'change')
  const { id } = found
  const typed = typedIn(await visit.request.formData())
  const { description, errors } = readDescription(typed, messages)
  if (!description) return data({ typed, errors, theirs: null }, { status: 422 })
  const described = await describeDocument(program, actor, {
    id,
    revision: Number(typed.revision),
    description,
  })
  if (described.ok)
    return redirect(`${address(messages.language, 'document', { id })}?gjort=lagret`, { status: 303 })
  if (described.failure.kind === 'changedMeanwhile') {
    const theirs = described.failure.now
    const again = { ...typed, revision: String(theirs.revision) }
    return data({ typed: again, errors: {}, theirs: descriptionFacts(theirs, messages) }, { status: 409 })
  }
  return data({ typed, errors: whyNotDescribed(described.failure, messages), theirs: null }, { status: 422 })
}

export default function EditDocumentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { id, title, saved, themes } = loaderData
  const [errors, typed] = [actionData?.errors ?? {}, actionData?.typed ?? saved]
  const crumbs = [
    { text: t('document.crumb'), href: useAddress('documents') },
    { text: title, href: useAddress('document', { id }) },
  ]
  return (
    <>
      <PageHead title={`${t('document.edit.title')}: ${title}`} unlisted />
      <PageTop crumbs={crumbs} title={t('document.edit.title')} />
      <div className="wide section stack">
        <FormErrors errors={errors} title={t('document.new.wrong')} />
        {actionData?.theirs && (
          <div className="box" data-color="korn" role="alert">
            <p>{t('document.edit.changed')}</p>
            <FactList facts={actionData.theirs} />
            <p>{t('document.edit.changed.again')}</p>
          </div>
        )}
        <form method="post" action={useAddress('documentEdit', { id })} className="document-form">
          <input type="hidden" name="revision" value={typed.revision} />
          <DescriptionFields themes={themes} typed={typed} errors={errors} />
          <p>
            <button className="ds-button" type="submit" data-color="kobber">
              {t('document.edit.submit')}
            </button>
          </p>
        </form>
      </div>
    </>
  )
}
