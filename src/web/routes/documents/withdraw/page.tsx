import { data, redirect } from 'react-router'
import { erases, LONGEST, WITHDRAWAL_CAUSES, WithdrawalForm } from '#src/modules/documents/contract.ts'
import { withdrawDocument } from '#src/modules/documents/index.ts'
import { address } from '#src/web/paths.ts'
import { typedIn } from '#src/web/read-form.ts'
import { ownDocument, ownStandingDocument } from '#src/web/routes/documents/own-document.ts'
import { issueErrors } from '#src/web/routes/documents/read-document-form.ts'
import { FormErrors, RadioGroup, TextAreaField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader(visit: Route.LoaderArgs) {
  const { id, title } = (await ownStandingDocument(visit, 'withdraw')).found
  return { id, title }
}

export async function action(visit: Route.ActionArgs) {
  const { actor, program, messages, found } = await ownDocument(visit, 'withdraw')
  const { id } = found
  const typed = typedIn(await visit.request.formData())
  const read = WithdrawalForm.safeParse(typed)
  if (!read.success) return data({ typed, errors: issueErrors(read.error.issues, messages) }, { status: 422 })
  const withdrawn = await withdrawDocument(program, actor, { id, ...read.data })
  const there = `${address(messages.language, 'document', { id })}?gjort=trukket`
  if (withdrawn.ok) return redirect(there, { status: 303 })
  switch (withdrawn.failure.kind) {
    case 'documentNotFound':
      throw data(null, { status: 404 })
    case 'mayNotWithdraw':
      throw data(null, { status: 403 })
    // Sent twice, or by two: it is as they wanted it.
    case 'alreadyWithdrawn':
      return redirect(there, { status: 303 })
  }
}

export default function WithdrawDocumentPage({
  loaderData: { id, title },
  actionData,
}: Route.ComponentProps) {
  const { t } = useMessages()
  const [errors, typed] = [actionData?.errors ?? {}, actionData?.typed ?? {}]
  const crumbs = [
    { text: t('document.crumb'), href: useAddress('documents') },
    { text: title, href: useAddress('document', { id }) },
  ]
  return (
    <>
      <PageHead title={`${t('document.withdraw.title')}: ${title}`} unlisted />
      <PageTop crumbs={crumbs} title={t('document.withdraw.title')} lead={t('document.withdraw.lead')} />
      <div className="wide section stack">
        <FormErrors errors={errors} title={t('document.new.wrong')} />
        <form method="post" action={useAddress('documentWithdraw', { id })} className="document-form">
          <RadioGroup
            name="cause"
            label={t('document.field.cause')}
            value={typed.cause}
            choices={WITHDRAWAL_CAUSES.map((cause) => ({
              value: cause,
              text: t(`document.cause.${cause}`),
              ...(erases(cause) ? { help: t('document.cause.erases') } : {}),
            }))}
            error={errors.cause}
          />
          <TextAreaField
            name="reason"
            label={t('document.field.reason')}
            help={t('document.field.reason.help')}
            value={typed.reason}
            maxLength={LONGEST.reason}
            error={errors.reason}
          />
          <p className="small quiet">{t('document.withdraw.erased')}</p>
          <p>
            <button className="ds-button" type="submit" data-color="danger">
              {t('document.withdraw.submit')}
            </button>
          </p>
        </form>
      </div>
    </>
  )
}
