import type { AskedRadar } from '#src/web/present/radar-address.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'
import type { RadarField } from './radar-form-view.ts'

const VIEW_WORDS = { wheel: 'hjul', theme: 'tema' } as const

/** Whose radar it is and what it shows; an ordinary form, so that the address keeps it. */
export function RadarForm({ fields, asked }: { fields: readonly RadarField[]; asked: AskedRadar }) {
  const { t } = useMessages()
  const onlyCounty = asked.kommunenummer === null && asked.circle === 'county' ? asked.fylkesnummer : null
  return (
    <search>
      <form className="radar-form" action={useAddress('radar')}>
        {asked.view !== 'list' && <input type="hidden" name="visning" value={VIEW_WORDS[asked.view]} />}
        {onlyCounty && <input type="hidden" name="fylke" value={onlyCounty} />}
        {fields.map(({ name, label, value, choices }) => (
          <div key={name} className={`radar-${name}`}>
            <label className="ds-label" htmlFor={name}>
              {label}
            </label>
            <select className="ds-input" id={name} name={name} defaultValue={value}>
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.text}
                </option>
              ))}
            </select>
          </div>
        ))}
        <button className="ds-button" type="submit">
          {t('radar.form.show')}
        </button>
      </form>
    </search>
  )
}
