import type { AskedView } from '#src/web/present/asked-view.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { Shelf } from './pick.ts'

type Props = { readonly one: AskedView; readonly shelf: Shelf; readonly search: string }

/** One thing somebody asked the market for: what, who, from which case, and what one can do with it. */
export function Asked({ one, shelf, search }: Props) {
  const { t } = useMessages()
  return (
    <li className="asked">
      <p className="hit-facts">
        <strong>{one.kind}</strong>
        <span>{one.who}</span>
        <span>{one.year}</span>
        {one.strength && <span>{t(`case.requirement.${one.strength}`)}</span>}
      </p>
      <p className="asked-text" lang={one.language}>
        {one.text}
      </p>
      <AskedDetails one={one} />
      <label className="choice" htmlFor={`id-${one.id}`}>
        <input
          className="ds-input"
          type="checkbox"
          id={`id-${one.id}`}
          name="id"
          value={one.id}
          form="sammenlign"
          aria-describedby={`what-${one.id}`}
        />
        <span className="choice-label">{t('knowledge.asked.choose')}</span>
      </label>
      <span className="ds-sr-only" id={`what-${one.id}`} lang={one.language}>
        {one.text}
      </span>
      {shelf && <Pick one={one} shelf={shelf} search={search} />}
    </li>
  )
}

function AskedDetails({ one }: { one: AskedView }) {
  const { t, parts } = useMessages()
  return (
    <>
      {one.measuredBy && (
        <p className="grade" lang={one.language}>
          {t('knowledge.asked.measuredBy', { text: one.measuredBy })}
        </p>
      )}
      {one.weight && <p className="grade">{t('knowledge.asked.weight', { text: one.weight })}</p>}
      {one.remarks.map((remark) => (
        <p key={remark} className="box small" data-color="korn">
          {remark}
        </p>
      ))}
      <p className="small">
        {parts(
          'knowledge.asked.from',
          {
            link: (text) => (
              <a key="case" href={one.caseHref} lang={one.language}>
                {text}
              </a>
            ),
          },
          { title: one.caseTitle },
        )}
      </p>
      <details>
        <summary>{t('knowledge.asked.cite')}</summary>
        <p className="citation">{one.citation}</p>
      </details>
    </>
  )
}

function Pick({ one, shelf, search }: { one: AskedView; shelf: NonNullable<Shelf>; search: string }) {
  const { t } = useMessages()
  const base = useAddress('requirements')
  const field = `draft-${one.id}`
  return (
    <details>
      <summary>{t('knowledge.asked.pick')}</summary>
      <p className="small quiet">{t('knowledge.asked.pick.help')}</p>
      {shelf.drafts.length === 0 ? (
        <p>
          {t('knowledge.asked.pick.none')} <To page="share">{t('knowledge.asked.pick.begin')}</To>
        </p>
      ) : (
        <form method="post" action={`${base}${search}`} className="asked-bar">
          <input type="hidden" name="requirement" value={one.id} />
          <label className="ds-label" htmlFor={field}>
            {t('knowledge.asked.pick.draft')}
          </label>
          <select className="ds-input" id={field} name="draft">
            {shelf.drafts.map((draft) => (
              <option key={draft.id} value={draft.id}>
                {draft.title}
              </option>
            ))}
          </select>
          <button className="ds-button" type="submit" data-variant="secondary">
            {t('knowledge.asked.pick.button')}
          </button>
        </form>
      )}
    </details>
  )
}
