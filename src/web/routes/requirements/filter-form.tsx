import { REQUIREMENT_KINDS, type RequirementFilter } from '#src/modules/catalogue/contract.ts'
import type { Choice } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

type Props = { readonly filter: RequirementFilter; readonly themes: readonly Choice[] }

/** What the list is narrowed by; an ordinary form, so that the address can be shared. */
export function FilterForm({ filter, themes }: Props) {
  const { t } = useMessages()
  return (
    <search>
      <form className="bank-filter" action={useAddress('requirements')}>
        <div className="bank-words">
          <label className="ds-label" htmlFor="q">
            {t('knowledge.asked.search')}
          </label>
          <input className="ds-input" id="q" name="q" type="search" defaultValue={filter.q} maxLength={300} />
        </div>
        <div>
          <label className="ds-label" htmlFor="kind">
            {t('knowledge.asked.kind')}
          </label>
          <select className="ds-input" id="kind" name="kind" defaultValue={filter.kind ?? ''}>
            <option value="">{t('knowledge.asked.allKinds')}</option>
            {REQUIREMENT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`knowledge.asked.kind.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label className="ds-label" htmlFor="theme">
            {t('knowledge.asked.theme')}
          </label>
          <select className="ds-input" id="theme" name="theme" defaultValue={filter.theme ?? ''}>
            <option value="">{t('knowledge.asked.allThemes')}</option>
            {themes.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </div>
        <button className="ds-button" type="submit">
          {t('knowledge.asked.show')}
        </button>
      </form>
    </search>
  )
}
