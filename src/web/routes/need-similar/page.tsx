import { messagesIn } from '#src/messages/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { readOwnNeed } from '#src/web/present/read-own-need.ts'
import { similarToNeed } from '#src/web/present/similar-to-need.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { SimilarLists } from '#src/web/ui/need-similar.tsx'
import { NeedWay, STEP_SLUGS, useStepNumber } from '#src/web/ui/need-way.tsx'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { actor, need } = await readOwnNeed({ params, request, context })
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  return {
    id: need.id,
    title: need.content.title,
    language: need.content.language,
    isDraft: need.status === 'draft',
    similar: await similarToNeed(context.get(programContext), need, { actor, messages }),
  }
}

export default function NeedSimilarPage({ loaderData: page }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { id, title, isDraft, similar } = page
  const step = useStepNumber('similar')
  return (
    <>
      <PageHead title={t('needs.step.similar')} unlisted />
      <PageTop
        crumbs={[
          { text: t('needs.mine.title'), href: address(language, 'myNeeds') },
          { text: title, href: address(language, 'need', { id }) },
        ]}
        kind={step}
        title={t('needs.board.title')}
        lead={t('needs.similar.lead')}
      >
        {isDraft && <NeedWay id={id} here="similar" />}
      </PageTop>
      <div className="wide section">
        <SimilarLists similar={similar} />
        <p className="section">
          <To page="needStep" params={{ id, step: STEP_SLUGS.extent }} className="ds-button">
            {t('needs.similar.go')}
          </To>
        </p>
      </div>
    </>
  )
}
