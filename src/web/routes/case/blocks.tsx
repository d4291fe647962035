import type { CaseContent } from '#src/modules/catalogue/contract.ts'
import { type Fact, FactList, Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { CaseView } from './case-view.ts'
import { NoticeLinks } from './notice-links.tsx'
import { TakenFromLine, type TakenTitles } from './taken-from.tsx'

type Block = { readonly content: CaseContent; readonly sources?: TakenTitles }

const NEED_DETAILS = ['forWhom', 'volume', 'costToday', 'rootCause', 'outcome', 'triedBefore'] as const

/** The need itself stands at the top of the page; here is what more is known of it. */
export function Need({ need, language }: { need: CaseContent['need']; language: string }) {
  const { t } = useMessages()
  const facts = NEED_DETAILS.map((name) => fact(t(`case.need.${name}`), need?.[name], language))
  if (facts.every((one) => one === null)) return null
  return (
    <Section title={t('case.need')} id="behov">
      <FactList facts={facts} />
    </Section>
  )
}

export function Requirements({ content: { requirements = [], language }, sources = {} }: Block) {
  const { t } = useMessages()
  if (requirements.length === 0) return null
  return (
    <Section title={t('case.requirements')} id="krav">
      <ul className="effects plain-list">
        {requirements.map(({ text, strength, measuredBy, takenFrom }) => (
          <li key={text}>
            <span lang={language}>{text}</span>
            {strength && <span className="grade">{t(`case.requirement.${strength}`)}</span>}
            {measuredBy && (
              <span className="grade" lang={language}>
                {measuredBy}
              </span>
            )}
            <TakenFromLine from={takenFrom} sources={sources} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function MarketDialogue({ content: { marketDialogue: dialogue, language }, sources = {} }: Block) {
  const { t, date, number, list } = useMessages()
  if (!dialogue) return null
  return (
    <Section title={t('case.phase.marketDialogue')} id="markedsdialog">
      {dialogue.text && <p lang={language}>{dialogue.text}</p>}
      <FactList
        facts={[
          fact(t('case.marketDialogue.form'), dialogue.form, language),
          fact(t('case.marketDialogue.heldOn'), dialogue.heldOn && list(dialogue.heldOn.map(date))),
          fact(t('case.marketDialogue.participants'), dialogue.participants && number(dialogue.participants)),
          fact(t('case.marketDialogue.learned'), dialogue.learned, language),
          fact(t('case.marketDialogue.equalTreatment'), dialogue.equalTreatment, language),
        ]}
      />
      {dialogue.questions && <h3>{t('case.marketDialogue.questions')}</h3>}
      <ul className="lessons plain-list">
        {dialogue.questions?.map(({ text, takenFrom }) => (
          <li key={text}>
            <span lang={language}>{text}</span>
            <TakenFromLine from={takenFrom} sources={sources} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Competition({ content, sources = {} }: Block) {
  const { t, number } = useMessages()
  const { competition, language } = content
  if (!competition) return null
  const { text, phases, offers, notices } = competition
  const facts = [
    competition.criteria
      ? { name: t('case.competition.criteria'), value: <Criteria content={content} sources={sources} /> }
      : null,
    fact(t('case.competition.phases'), phases, language),
    fact(t('case.competition.offers'), offers === undefined ? null : number(offers)),
    notices ? { name: t('case.competition.notices'), value: <NoticeLinks notices={notices} /> } : null,
  ]
  if (!text && facts.every((one) => one === null)) return null
  return (
    <Section title={t('case.phase.competition')} id="konkurranse">
      {text && <p lang={language}>{text}</p>}
      <FactList facts={facts} />
    </Section>
  )
}

function Criteria({ content: { competition, language }, sources = {} }: Block) {
  return (
    <ul className="plain-list">
      {competition?.criteria?.map(({ name, weight, takenFrom }) => (
        <li key={name}>
          <span lang={language}>{weight ? `${name} (${weight})` : name}</span>
          <TakenFromLine from={takenFrom} sources={sources} />
        </li>
      ))}
    </ul>
  )
}

const CONTRACT_DETAILS = ['form', 'valueBand', 'stopPoints', 'rights', 'options'] as const

export function Contract({ content: { contract, language } }: { content: CaseContent }) {
  const { t } = useMessages()
  if (!contract) return null
  return (
    <Section title={t('case.phase.contract')} id="kontrakt">
      {contract.text && <p lang={language}>{contract.text}</p>}
      <FactList
        facts={CONTRACT_DETAILS.map((name) => fact(t(`case.contract.${name}`), contract[name], language))}
      />
    </Section>
  )
}

/** What is worth knowing about the case itself, and has no part of its own. */
export function AboutCase({ view }: { view: CaseView }) {
  const { t } = useMessages()
  const { identity, provenance, language } = view.content
  const facts = [
    fact(t('case.competition.procedure'), view.procedure),
    fact(t('notice.cpv'), view.cpv.join(', ')),
    fact(t('case.funding'), identity.funding, language),
    fact(t('case.award'), identity.award, language),
    fact(t('case.statusToday'), identity.statusToday, language),
    fact(t('case.note'), provenance.note, language),
  ]
  if (facts.every((one) => one === null)) return null
  return (
    <Section title={t('case.about')} id="om-saken">
      <FactList facts={facts} />
    </Section>
  )
}

function fact(name: string, value: string | number | undefined | null, language?: string): Fact | null {
  if (!value) return null
  return language ? { name, value, language } : { name, value }
}
