import { useMessages } from '#src/web/ui/messages.ts'
import type { TakeView } from './take-view.ts'

/** What the draft is filled in with, and what it is not. */
export function WhatOneGets({ view: { gets, tellsLittle } }: { view: TakeView }) {
  const { t } = useMessages()
  return (
    <div className="stack">
      <section className="box" data-color="mose" aria-labelledby="far">
        <h2 id="far" className="box-title">
          {t('adoptions.take.get')}
        </h2>
        <ul>
          {gets.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {tellsLittle && <p className="small">{t('adoptions.take.get.little')}</p>}
      </section>
      <section className="box" aria-labelledby="far-ikke">
        <h2 id="far-ikke" className="box-title">
          {t('adoptions.take.getNot')}
        </h2>
        <ul>
          <li>{t('adoptions.take.getNot.supplier')}</li>
          <li>{t('adoptions.take.getNot.results')}</li>
        </ul>
      </section>
    </div>
  )
}

/** That a copy is no right to buy; for those named in an option, what that may mean instead. */
export function Fair({ view: { option, language } }: { view: TakeView }) {
  const { t, list } = useMessages()
  if (!option)
    return (
      <div className="box" data-color="korn">
        <h2 className="box-title">{t('adoptions.fair')}</h2>
        <p>{t('adoptions.fair.text')}</p>
      </div>
    )
  return (
    <div className="box" data-color="korn">
      <h2 className="box-title">{t('adoptions.option', { organisation: list(option.names) })}</h2>
      <p>{t('adoptions.option.text')}</p>
      {option.says && (
        <p className="small" lang={language}>
          {t('adoptions.option.says', { text: option.says })}
        </p>
      )}
    </div>
  )
}
