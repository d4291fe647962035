import { Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { AboutCase, Competition, Contract, MarketDialogue, Need, Requirements } from './blocks.tsx'
import type { CaseView } from './case-view.ts'
import { Results } from './results.tsx'
import { Steps } from './steps.tsx'
import { Stopped } from './stopped.tsx'
import { Who } from './who.tsx'

/** What a case tells, from what came of it to what is not known; an experience tells what it tells. */
export function CaseStory({ view }: { view: CaseView }) {
  const { content } = view
  return (
    <>
      <NotProcurement view={view} />
      <Stopped view={view} />
      <Results view={view} />
      <Need need={content.need} language={content.language} />
      <UserInvolvement content={content} />
      <Requirements content={content} sources={view.takenFrom} />
      <Steps view={view} />
      <MarketDialogue content={content} sources={view.takenFrom} />
      <Competition content={content} sources={view.takenFrom} />
      <Contract content={content} />
      <Lessons content={content} />
      <Solutions view={view} />
      <Who view={view} />
      <AboutCase view={view} />
      {content.identity.level !== 'experience' && <Missing view={view} />}
    </>
  )
}

/** A grant or a ruling is worth knowing, and is not called an innovative procurement. */
function NotProcurement({ view }: { view: CaseView }) {
  const { t } = useMessages()
  const { kind } = view.content.identity
  if (kind === 'procurement') return null
  return (
    <p className="box" data-color="korn">
      {t(`case.notProcurement.${kind}`)}
    </p>
  )
}

function UserInvolvement({ content }: { content: CaseView['content'] }) {
  const { t } = useMessages()
  if (!content.userInvolvement) return null
  return (
    <Section title={t('case.userInvolvement')} id="brukere">
      <p lang={content.language}>{content.userInvolvement.text}</p>
    </Section>
  )
}

function Lessons({ content }: { content: CaseView['content'] }) {
  const { t } = useMessages()
  if (content.lessons.length === 0) return null
  return (
    <Section title={t('case.lessons')} id="laerdommer">
      <ul className="lessons plain-list" lang={content.language}>
        {content.lessons.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Section>
  )
}

function Solutions({ view }: { view: CaseView }) {
  const { t } = useMessages()
  if (view.solutions.length === 0) return null
  return (
    <Section title={t('case.solutions')} id="losninger">
      <ul className="effects plain-list">
        {view.solutions.map(({ href, name, description, language }) => (
          <li key={href} lang={language}>
            <h3>
              <a href={href}>{name}</a>
            </h3>
            <p>{description}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Missing({ view }: { view: CaseView }) {
  const { t } = useMessages()
  if (view.missing.length === 0) return null
  return (
    <Section title={t('case.missing')} id="mangler">
      <p>{t('case.missing.lead')}</p>
      <ul className="columns">
        {view.missing.map((block) => (
          <li key={block}>{t(`case.block.${block}`)}</li>
        ))}
      </ul>
    </Section>
  )
}
