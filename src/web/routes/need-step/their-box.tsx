import { useMessages } from '#src/web/ui/messages.ts'
import type { TheirAnswer } from './their-answers.ts'

/** Told to the second of two who wrote at once: what the first saved, beside what was typed and is not lost. */
export function TheirBox({ theirs }: { theirs: readonly TheirAnswer[] }) {
  const { t } = useMessages()
  return (
    <section className="box" data-color="korn" role="alert" aria-labelledby="samtidig">
      <h2 id="samtidig" className="box-title">
        {t('needs.conflict.title')}
      </h2>
      <p>{t('needs.conflict.text')}</p>
      <dl className="facts need-theirs">
        {theirs.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="as-written">{text || '–'}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
