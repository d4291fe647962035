import { Section } from '#src/web/ui/facts.tsx'
import { InnovationConditions } from '#src/web/ui/innovation-conditions.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { NoticeView } from './notice-view.ts'

/** What speaks for it being an innovative procurement, in its own words, and what it does not tell. */
export function Innovation({ view: { innovation, canBeDeclared, language } }: { view: NoticeView }) {
  const { t } = useMessages()
  return (
    <Section title={t('innovation.heading')} id="innovasjon">
      <p>
        <strong>{t(`innovation.assessment.${innovation.assessment}`)}.</strong> {t('innovation.intro')}
      </p>
      {!canBeDeclared && <p>{t('innovation.cannot')}</p>}
      {!innovation.textRead && <p>{t('innovation.codesOnly')}</p>}
      <InnovationConditions
        conditions={innovation.conditions}
        language={language}
        missing={(condition) => <p className="quiet">{t(`innovation.missing.${condition}`)}</p>}
      />
      <p className="small quiet">
        {t('innovation.score', { score: innovation.score })} {t('innovation.rulesOnly')}{' '}
        <To page="innovationRules">{t('innovation.how')}</To>
      </p>
    </Section>
  )
}
