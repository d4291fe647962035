import { MATCH_PARTS, MOST_MONTHS_MOVED } from '#src/modules/needs/contract.ts'
import { CheckGroup, SelectField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To, useAddress } from '#src/web/ui/to.tsx'
import type { NeedGroupsData } from './page.tsx'
import { Supposed } from './supposed.tsx'

/** Folded away for those who lead: what counts how much, and what it would be if; all of it in the address. */
export function Leaders({ page }: { page: NeedGroupsData }) {
  const { t } = useMessages()
  const { need, asked } = page
  const address = useAddress('needGroups', { id: need.id })
  const isOpen = asked.hasOtherWeights || asked.whatIf !== null
  return (
    <details className="leaders" id="hva-om" open={isOpen}>
      <summary>{t('matching.leaders')}</summary>
      <div>
        <p className="small">{t('matching.leaders.text')}</p>
        {asked.whatIf && <Supposed page={page} />}
        <form action={`${address}#hva-om`} className="form-stack">
          <WhatIfFields page={page} />
          <Weights page={page} />
          <p className="button-line">
            <button className="ds-button" type="submit">
              {t('matching.whatIf.button')}
            </button>
            {asked.hasOtherWeights && (
              <To page="needGroups" params={{ id: need.id }}>
                {t('matching.weights.reset')}
              </To>
            )}
          </p>
        </form>
      </div>
    </details>
  )
}

function WhatIfFields({ page: { need, group, supposed, nearest, asked } }: { page: NeedGroupsData }) {
  const { t } = useMessages()
  const others = group?.members.filter(({ id }) => id !== need.id) ?? []
  const choice = ({ id, name, title }: { id: string; name: string; title: string }) => ({
    value: id,
    text: `${name}: ${title}`,
  })
  const isIn = new Set(group?.members.map(({ id }) => id))
  const isNear = new Set(nearest.map(({ id }) => id))
  const added = supposed?.members.filter(({ id }) => id !== need.id && !isIn.has(id) && !isNear.has(id)) ?? []
  const more = [...nearest, ...added]
  const leads = [...(group?.members ?? []), ...more]
  return (
    <>
      <h3>{t('matching.whatIf')}</h3>
      {others.length > 0 && (
        <CheckGroup
          name="uten"
          label={t('matching.whatIf.without')}
          values={asked.remove}
          choices={others.map(choice)}
        />
      )}
      {more.length > 0 && (
        <CheckGroup
          name="med"
          label={t('matching.whatIf.with')}
          values={asked.add}
          choices={more.map(choice)}
        />
      )}
      <div className="ds-field form-field short-field">
        <label className="ds-label" htmlFor="flytt">
          {t('matching.whatIf.months')}
        </label>
        <p className="small quiet" id="flytt-help">
          {t('matching.whatIf.months.help')}
        </p>
        <input
          className="ds-input"
          type="number"
          id="flytt"
          name="flytt"
          min={-MOST_MONTHS_MOVED}
          max={MOST_MONTHS_MOVED}
          defaultValue={asked.months}
          aria-describedby="flytt-help"
        />
      </div>
      <SelectField
        name="leder"
        label={t('matching.whatIf.lead')}
        value={asked.lead}
        choices={[
          { value: '', text: t('matching.whatIf.lead.proposed') },
          ...leads.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
    </>
  )
}

function Weights({ page: { asked } }: { page: NeedGroupsData }) {
  const { t } = useMessages()
  return (
    <fieldset className="form-field">
      <legend className="ds-label">{t('matching.weights')}</legend>
      <p className="small quiet" id="weights-help">
        {t('matching.weights.help')}
      </p>
      <div className="weights">
        {MATCH_PARTS.map((part) => (
          <div className="ds-field" key={part}>
            <label className="ds-label" htmlFor={`vekt-${part}`}>
              {t(`matching.part.${part}`)}
            </label>
            <input
              className="ds-input"
              type="number"
              id={`vekt-${part}`}
              name={`vekt-${part}`}
              min={0}
              max={100}
              defaultValue={asked.weights[part]}
              aria-describedby="weights-help"
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
