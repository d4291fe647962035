import { NEED_STEPS, type NeedStep } from '#src/modules/needs/contract.ts'
import { useMessages } from './messages.ts'
import { To } from './to.tsx'

/** The pages of the form by the words in their addresses. */
export const STEP_SLUGS = {
  what: 'hva',
  extent: 'omfang',
  progress: 'hvor-langt',
  goal: 'mal',
} as const satisfies Record<NeedStep, string>

const WAY = ['what', 'similar', ...NEED_STEPS.slice(1), 'announce'] as const
export type WayStep = (typeof WAY)[number]

/** Where one is on the way to announcing a need, and the way to the other steps. */
export function NeedWay({ id, here }: { id: string; here: WayStep }) {
  const { t } = useMessages()
  return (
    <nav className="need-way no-print" aria-label={t('needs.step.way')}>
      <ol>
        {WAY.map((step) => (
          <li key={step} aria-current={step === here ? 'step' : undefined}>
            {step === here ? <strong>{t(`needs.step.${step}`)}</strong> : <StepLink id={id} step={step} />}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function StepLink({ id, step }: { id: string; step: WayStep }) {
  const { t } = useMessages()
  const text = t(`needs.step.${step}`)
  if (step === 'similar')
    return (
      <To page="needSimilar" params={{ id }}>
        {text}
      </To>
    )
  if (step === 'announce')
    return (
      <To page="needAnnounce" params={{ id }}>
        {text}
      </To>
    )
  return (
    <To page="needStep" params={{ id, step: STEP_SLUGS[step] }}>
      {text}
    </To>
  )
}

/** «Steg 3 av 6». */
export function useStepNumber(step: WayStep): string {
  const { t } = useMessages()
  return t('needs.step.number', { step: WAY.indexOf(step) + 1, of: WAY.length })
}
