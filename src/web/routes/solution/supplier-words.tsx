import type { Typed } from '#src/web/read-form.ts'
import { Done, type FieldErrors, FormErrors, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { SupplierWordsView } from './supplier-words-view.ts'

/** What suppliers say themselves, told apart from what is known of the solution. */
export function SupplierWords({ words }: { words: SupplierWordsView['accepted'] }) {
  const { t } = useMessages()
  return words.map(({ id, supplier, words: text, link }) => (
    <section className="box supplier-words" key={id} aria-labelledby={`ord-${id}`}>
      <h2 id={`ord-${id}`} className="box-title">
        {t('adoptions.claim.by', { name: supplier })}
      </h2>
      <blockquote className="as-written">{text}</blockquote>
      {link && (
        <p>
          <a href={link} rel="external nofollow">
            {t('adoptions.claim.by.link')}
          </a>
        </p>
      )}
      <p className="small quiet">{t('adoptions.claim.by.text')}</p>
    </section>
  ))
}

type Answer = { readonly typed: Typed; readonly errors: FieldErrors }

/** For suppliers: that it is theirs, and what it is. */
export function ClaimSolution({ own, answer }: { own: SupplierWordsView['own']; answer: Answer | null }) {
  const { t } = useMessages()
  if (own === null) return null
  if (own !== 'none') return <Done>{t(`adoptions.claim.${own}`)}</Done>
  const { typed = {}, errors = {} } = answer ?? {}
  return (
    <section className="part" aria-labelledby="var-losning">
      <h2 id="var-losning">{t('adoptions.claim.title')}</h2>
      <p>{t('adoptions.claim.lead')}</p>
      <form method="post" className="form-stack">
        <FormErrors errors={errors} title={t('adoptions.wrong.title')} />
        <TextAreaField
          name="words"
          label={t('adoptions.claim.words')}
          help={t('adoptions.claim.words.help')}
          value={typed.words}
          error={errors.words}
          maxLength={2000}
          rows={6}
        />
        <TextField
          name="link"
          label={t('adoptions.claim.linkLabel')}
          value={typed.link}
          error={errors.link}
          maxLength={500}
          optional
        />
        <p>
          <button className="ds-button" type="submit">
            {t('adoptions.claim.button')}
          </button>
        </p>
      </form>
    </section>
  )
}
