import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import { draftAsAdviser, textAt, typedAnswers } from '#src/modules/sharing/index.ts'
import { programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { draftTitle } from '#src/web/present/draft-title.ts'
import { answerText, label } from '#src/web/present/form-words.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { FactList, Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

/** One draft as it stands, for an adviser to read; that it was read is noted where the organisation sees it. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const program = context.get(programContext)
  const actor = requireActor({ request, context })
  const id = DraftId.safeParse(params.draft)
  const draft = id.success ? await draftAsAdviser(program, actor, id.data) : null
  if (!draft || draft.organisation !== params.organisation) throw data(null, { status: 404 })
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const answers = typedAnswers(draft.content, (answer) => answerText(answer, messages))
  return {
    title: draftTitle(draft, messages),
    language: textAt(draft.content, 'language') || messages.language,
    organisation: (await findOrganisationById(program.db, draft.organisation))?.name ?? '',
    savedAt: draft.savedAt,
    steps: [...Map.groupBy(answers, ({ step }) => step)].map(([step, told]) => ({
      step,
      answers: told.map(({ words, text }) => ({ name: label(words, draft.size, messages), text })),
    })),
  }
}

export default function AdviserDraftPage({ loaderData }: Route.ComponentProps) {
  const { t, date } = useMessages()
  const { title, language, organisation, savedAt, steps } = loaderData
  const crumbs = [{ text: t('people.adviser.title'), href: useAddress('adviser') }]
  return (
    <>
      <PageHead title={title} unlisted />
      <PageTop
        crumbs={crumbs}
        kind={organisation}
        facts={[t('people.adviser.draft.saved', { day: date(savedAt) })]}
        title={title}
        language={language}
        lead={null}
      />
      <div className="wide section">
        {steps.length === 0 && <p>{t('people.adviser.draft.empty')}</p>}
        {steps.map(({ step, answers }) => (
          <Section key={step} title={t(`sharing.step.${step}`)} id={step}>
            <FactList
              facts={answers.map(({ name, text }) => ({
                name,
                value: <span className="as-written">{text}</span>,
                language,
              }))}
            />
          </Section>
        ))}
        <p className="small quiet">{t('people.adviser.logged')}</p>
      </div>
    </>
  )
}
