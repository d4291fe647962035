import { Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

/** What comes of the competition is noted where it is used, and not here too: one fact has one form. */
export function Competition({ id }: { id: string }) {
  const { t } = useMessages()
  return (
    <Section title={t('joint.part.competition')} id="konkurranse">
      <p>{t('joint.competition.where')}</p>
      <ul>
        <li>
          <a href={`${useAddress('jointGate', { id })}#kunngjort`}>{t('joint.competition.notice')}</a>
        </li>
        <li>
          <a href={`${useAddress('jointContract', { id })}#karens-og-klage`}>
            {t('joint.competition.standstill')}
          </a>
        </li>
      </ul>
    </Section>
  )
}
