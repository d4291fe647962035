import type { CaseContent, StepPhase } from '#src/modules/catalogue/contract.ts'
import { Section, Unknown } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { CaseView } from './case-view.ts'

const ORDER = [
  'need',
  'marketDialogue',
  'competition',
  'contract',
  'development',
  'rollout',
  'benefit',
] as const

/** What every procurement goes through; that we do not know it is worth saying. */
const ALWAYS: ReadonlySet<StepPhase> = new Set(['marketDialogue', 'competition', 'contract'])

/** How they went about it, phase by phase; one sentence where the source does not tell the phases apart. */
export function Steps({ view }: { view: CaseView }) {
  const { t } = useMessages()
  const { content } = view
  if (content.steps.length === 0) return <Approach content={content} />
  return (
    <Section title={t('case.steps')} id="slik">
      {content.approach && !saysTheSame(content) && <p lang={content.language}>{content.approach}</p>}
      <ol className="steps">
        {shownPhases(view).map((phase) => (
          <Phase key={phase} phase={phase} content={content} />
        ))}
      </ol>
    </Section>
  )
}

/** In what we have gathered the steps are the sentence, taken apart. */
function saysTheSame({ approach = '', steps }: CaseContent): boolean {
  return steps.some(({ text }) => approach.toLowerCase().includes(text.toLowerCase()))
}

function shownPhases({ content, isProcurement }: CaseView): readonly StepPhase[] {
  const told = new Set(content.steps.map((step) => step.phase))
  return ORDER.filter((phase) => told.has(phase) || (isProcurement && ALWAYS.has(phase)))
}

function Phase({ phase, content }: { phase: StepPhase; content: CaseContent }) {
  const { t } = useMessages()
  const texts = content.steps.filter((step) => step.phase === phase)
  return (
    <li className={texts.length === 0 ? 'not-known' : undefined}>
      <h3>{t(`case.phase.${phase}`)}</h3>
      {texts.length === 0 && (
        <p>
          <Unknown />
        </p>
      )}
      {texts.map(({ text }) => (
        <p key={text} lang={content.language}>
          {text}
        </p>
      ))}
    </li>
  )
}

function Approach({ content }: { content: CaseContent }) {
  const { t } = useMessages()
  if (!content.approach) return null
  return (
    <Section title={t('case.steps')} id="slik">
      <p lang={content.language}>{content.approach}</p>
    </Section>
  )
}
