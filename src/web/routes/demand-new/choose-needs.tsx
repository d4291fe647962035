import type { NeedChoice } from '#src/web/present/demand-choices.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'

/** Which of one's own needs it begins with. */
export function ChooseNeed({ free }: { free: readonly NeedChoice[] }) {
  const { t } = useMessages()
  if (free.length === 0) return <p className="box">{t('demand.own.none')}</p>
  return (
    <section aria-labelledby="hvilket">
      <h2 id="hvilket">{t('demand.own')}</h2>
      <ul className="members plain-list">
        {free.map(({ need, name, title }) => (
          <li key={need}>
            <To page="demandNew" query={`behov=${need}`}>
              {title}
            </To>
            <p className="small quiet">{name}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Others = { readonly alike: readonly NeedChoice[]; readonly ticked: readonly string[] }

/** Needs that are put forward because they are alike, each with why; none is ticked beforehand. */
export function ChooseOthers({ alike, ticked }: Others) {
  const { t } = useMessages()
  if (alike.length === 0) return <p>{t('demand.others.none')}</p>
  return (
    <fieldset className="form-field choices-field">
      <legend className="ds-label">{t('demand.others')}</legend>
      <p className="small quiet">{t('demand.others.help')}</p>
      {alike.map(({ need, name, title, why, href }) => (
        <div className="option" key={need}>
          <input
            className="ds-input"
            type="checkbox"
            id={`other-${need}`}
            name="others"
            value={need}
            defaultChecked={ticked.includes(need)}
            aria-describedby={`why-${need}`}
          />
          <label htmlFor={`other-${need}`}>
            {name}: {title}
          </label>
          <p className="small quiet" id={`why-${need}`}>
            {why.join(' · ')} <a href={href}>{t('demand.others.read')}</a>
          </p>
        </div>
      ))}
    </fieldset>
  )
}
