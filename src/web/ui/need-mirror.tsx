import type { BUYER_QUESTIONS } from '#src/modules/needs/contract.ts'
import { Box } from './box.tsx'
import { useMessages } from './messages.ts'

type Props = { readonly questions: readonly (typeof BUYER_QUESTIONS)[number][] }

/** What to do about each question that its own people did not answer with yes; only they see it. */
export function MirrorAdvice({ questions }: Props) {
  const { t } = useMessages()
  if (questions.length === 0) return null
  return (
    <Box id="raad" title={t('needs.mirror.advice')} color="mose">
      <p className="small quiet">{t('needs.mirror.advice.only')}</p>
      <dl className="facts">
        {questions.map((one) => (
          <div key={one}>
            <dt>{t(`needs.mirror.${one}`)}</dt>
            <dd>{t(`needs.mirror.${one}.advice`)}</dd>
          </div>
        ))}
      </dl>
    </Box>
  )
}
