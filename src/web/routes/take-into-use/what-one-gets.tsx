import { Box } from '#src/web/ui/box.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { TakeView } from './take-view.ts'

/** What the draft is filled in with, and what it is not. */
export function WhatOneGets({ view: { gets, tellsLittle } }: { view: TakeView }) {
  const { t } = useMessages()
  return (
    <div className="stack">
      <Box id="far" title={t('adoptions.take.get')} color="mose">
        <ul>
          {gets.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {tellsLittle && <p className="small">{t('adoptions.take.get.little')}</p>}
      </Box>
      <Box id="far-ikke" title={t('adoptions.take.getNot')}>
        <ul>
          <li>{t('adoptions.take.getNot.supplier')}</li>
          <li>{t('adoptions.take.getNot.results')}</li>
        </ul>
      </Box>
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
