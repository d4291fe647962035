import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'
import { answerDraft, failureText } from './answer-draft.ts'
import { DraftForm } from './draft-form.tsx'
import { DraftResult } from './draft-result.tsx'
import { readDraft, typedText } from './read-draft.ts'

/** Reads what was sent, answers, and forgets it: nothing is written anywhere. */
export async function action({ request, context }: Route.ActionArgs) {
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const form = await request.formData()
  const typed = typedText(form)
  const draft = await readDraft(form)
  if (!draft.ok) {
    const error = {
      field: draft.failure.kind === 'empty' || draft.failure.kind === 'short' ? 'text' : fieldOf(form),
      text: failureText(draft.failure, messages),
    } as const
    return data({ typed, error, answer: null }, { status: 422 })
  }
  const answer = await answerDraft(context.get(programContext), draft.value, messages)
  return data({ typed, error: null, answer })
}

function fieldOf(form: FormData): 'text' | 'file' {
  const file = form.get('file')
  return file instanceof File && file.size > 0 ? 'file' : 'text'
}

export default function InnovationCheckPage({ actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const error = actionData?.error ?? null
  return (
    <>
      <PageHead title={t('innovation.check.title')} description={t('innovation.check.lead')} />
      <PageTop title={t('innovation.check.title')} lead={t('innovation.check.lead')} />
      {error && (
        <div className="wide section">
          <div className="box error-box" data-color="danger" role="alert">
            <h2>{t('innovation.check.error.title')}</h2>
            <p>
              <a href={`#${error.field}`}>{error.text}</a>
            </p>
          </div>
        </div>
      )}
      {actionData?.answer && <DraftResult answer={actionData.answer} />}
      <div className="wide section">
        <DraftForm typed={actionData?.typed ?? ''} error={error} />
      </div>
    </>
  )
}
