import { useMessages } from '#src/web/ui/messages.ts'

/** What everybody sees, what a business secret is, and that the municipality itself decides when somebody asks for it. */
export function WhatIsOpen() {
  const { t } = useMessages()
  return (
    <div className="stack">
      <section className="box" aria-labelledby="likt">
        <h2 id="likt" className="box-title">
          {t('market.equal')}
        </h2>
        <ul>
          <li>{t('market.equal.told')}</li>
          <li>{t('market.equal.order')}</li>
          <li>{t('market.equal.price')}</li>
        </ul>
      </section>
      <section className="box" data-color="korn" aria-labelledby="hemmelig">
        <h2 id="hemmelig" className="box-title">
          {t('market.secrecy')}
        </h2>
        <p>{t('market.secrecy.who')}</p>
        <p>{t('market.secrecy.law')}</p>
      </section>
    </div>
  )
}
