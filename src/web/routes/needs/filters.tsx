import { type Choice, SelectField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'
import { HEIGHTS, WINDOWS } from './board-view.ts'
import type { BoardPage } from './page.tsx'

/** «Finnes det noe som ligner?», and what one may narrow it down by. */
export function Filters({ page }: { page: BoardPage }) {
  const { t } = useMessages()
  const { query } = page
  const all: Choice = { value: '', text: t('needs.filter.all') }
  return (
    <search>
      <form className="form-stack" action={useAddress('needs')}>
        <TextField
          name="q"
          type="search"
          label={t('needs.search')}
          help={t('needs.search.help')}
          value={query.q}
          maxLength={500}
        />
        <details open={Object.entries(query).some(([name, value]) => name !== 'q' && value !== '')}>
          <summary>{t('needs.filter')}</summary>
          <div className="need-filters">
            <SelectField
              name="theme"
              label={t('needs.field.themes')}
              value={query.theme}
              choices={[all, ...page.themes]}
            />
            <SelectField
              name="county"
              label={t('needs.filter.county')}
              value={query.county}
              choices={[all, ...page.counties]}
            />
            <SelectField
              name="municipality"
              label={t('needs.filter.municipality')}
              value={query.municipality}
              choices={[all, ...page.municipalities]}
            />
            <SelectField
              name="height"
              label={t('needs.one.height')}
              value={query.height}
              choices={[all, ...HEIGHTS.map((value) => ({ value, text: t(`needs.height.${value}`) }))]}
            />
            <SelectField
              name="window"
              label={t('needs.filter.window')}
              value={query.window}
              choices={[all, ...WINDOWS.map((value) => ({ value, text: t(`needs.filter.window.${value}`) }))]}
            />
          </div>
        </details>
        <p>
          <button className="ds-button" type="submit">
            {t('needs.search.button')}
          </button>
        </p>
      </form>
    </search>
  )
}
