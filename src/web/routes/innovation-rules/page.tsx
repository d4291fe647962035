import { CONDITIONS } from '#src/modules/notices/contract.ts'
import { INNOVATION_RULES_VERSION, innovationRules, MET } from '#src/modules/notices/index.ts'
import { languageOf } from '#src/web/paths.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { CodeRules, FalseFriends, TextRules, WordLists } from './rule-tables.tsx'
import { toRulesView } from './rules-view.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const language = languageOf(new URL(request.url).pathname)
  return { version: INNOVATION_RULES_VERSION, met: MET, view: toRulesView(innovationRules(), language) }
}

const SUMMARIES = ['declared', 'likely', 'possible', 'none'] as const

export default function InnovationRulesPage({ loaderData: { version, met, view } }: Route.ComponentProps) {
  const { t } = useMessages()
  const lead = t('innovation.rules.lead', { version })
  return (
    <>
      <PageHead title={t('innovation.rules.title')} description={lead} />
      <PageTop title={t('innovation.rules.title')} lead={lead} />
      <div className="wide section prose">
        <h2>{t('innovation.rules.definition')}</h2>
        <p>{t('innovation.rules.definition.text', { met })}</p>
        <h2>{t('innovation.rules.summary')}</h2>
        <ul>
          {SUMMARIES.map((one) => (
            <li key={one}>{t(`innovation.rules.summary.${one}`)}</li>
          ))}
        </ul>
        <p>{t('innovation.rules.cannot')}</p>
        <p>{t('innovation.rules.languages')}</p>
        <p>{t('innovation.rules.source')}</p>
        <p>
          <To page="innovationCheck">{t('innovation.rules.check')}</To>
        </p>
      </div>
      <div className="wide section">
        {([...CONDITIONS, 'general'] as const).map((condition) => (
          <TextRules
            key={condition}
            title={t(`innovation.condition.${condition}`)}
            rules={view.text.filter((rule) => rule.condition === condition)}
          />
        ))}
        <CodeRules rules={view.codes} />
        <FalseFriends rows={view.falseFriends} />
        <WordLists lists={view.words} />
      </div>
    </>
  )
}
