import type { ContractEndView, SimilarToNeed } from '#src/web/present/similar-to-need.ts'
import { Section } from './facts.tsx'
import { HitList } from './hit.tsx'
import { useMessages } from './messages.ts'

/** Who else needs it, who has done it, and whose contract ends; what is not known is said. */
export function SimilarLists({ similar }: { similar: SimilarToNeed }) {
  const { t } = useMessages()
  const { needs, cases, ends } = similar
  return (
    <>
      <Section title={t('needs.similar.needs')} id="behov-som-ligner">
        {needs.length > 0 ? <HitList hits={needs} /> : <p>{t('needs.similar.needs.none')}</p>}
      </Section>
      <Section title={t('needs.similar.cases')} id="eksempler">
        {cases.length > 0 ? <HitList hits={cases} /> : <p>{t('needs.similar.cases.none')}</p>}
      </Section>
      <Section title={t('needs.similar.ends')} id="avtaler">
        {ends.length > 0 ? <Ends ends={ends} /> : <p>{t('needs.similar.ends.none')}</p>}
      </Section>
    </>
  )
}

function Ends({ ends }: { ends: readonly ContractEndView[] }) {
  const { t, date } = useMessages()
  return (
    <ul className="draft-list plain-list">
      {ends.map(({ href, title, language, buyers, endsOn }) => (
        <li key={href}>
          <p className="hit-facts">
            <span>{buyers}</span>
            <span>{t('needs.new.contract.ends', { date: date(endsOn) })}</span>
          </p>
          <h3 lang={language}>
            <a href={href}>{title}</a>
          </h3>
        </li>
      ))}
    </ul>
  )
}
