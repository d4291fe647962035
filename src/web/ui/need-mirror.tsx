import type { BUYER_QUESTIONS } from '#src/modules/needs/contract.ts'
import { useMessages } from './messages.ts'

type Props = { readonly questions: readonly (typeof BUYER_QUESTIONS)[number][] }

/** What to do about each question that its own people did not answer with yes; only they see it. */
export function MirrorAdvice({ questions }: Props) {
  const { t } = useMessages()
  if (questions.length === 0) return null
  return (
    <section className="box" data-color="mose" aria-labelledby="raad">
      <h2 id="raad" className="box-title">
        {t('needs.mirror.advice')}
      </h2>
      <p className="small quiet">{t('needs.mirror.advice.only')}</p>
      <dl className="facts">
        {questions.map((one) => (
          <div key={one}>
            <dt>{t(`needs.mirror.${one}`)}</dt>
            <dd>{t(`needs.mirror.${one}.advice`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
