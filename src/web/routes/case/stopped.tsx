import { FactList, Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { CaseView } from './case-view.ts'

/** Why it stopped, told first: it is what one came for. */
export function Stopped({ view: { content, stopReasons } }: { view: CaseView }) {
  const { t } = useMessages()
  const { stopped, language } = content
  if (!stopped) return null
  return (
    <Section title={t('case.stopped')} id="stoppet">
      {stopped.text && (
        <p className="story-text" lang={language}>
          {stopped.text}
        </p>
      )}
      <FactList
        facts={[
          { name: t('case.stopped.reasons'), value: stopReasons.join(' · ') },
          stopped.phase ? { name: t('case.stopped.phase'), value: t(`case.phase.${stopped.phase}`) } : null,
          stopped.wouldHaveHelped
            ? { name: t('case.stopped.wouldHaveHelped'), value: stopped.wouldHaveHelped, language }
            : null,
        ]}
      />
      <p>
        <To page="stops">{t('case.stopped.others')}</To>
      </p>
    </Section>
  )
}
