import { FactList, Unknown } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { FoundView } from './draft-view.ts'

/** Who and what a notice names, beside those who take part. */
export function Found({ found }: { found: FoundView }) {
  const { t } = useMessages()
  const { buyers, all, estimate, maximum, isFramework } = found
  return (
    <>
      <FactList
        facts={[
          { name: t('gate.draft.value'), value: estimate ?? <Unknown /> },
          {
            name: t('gate.draft.framework'),
            value: t('gate.draft.framework.is', { is: isFramework ? 'yes' : 'no' }),
          },
          isFramework ? { name: t('gate.draft.maximum'), value: maximum ?? <Unknown /> } : null,
        ]}
      />
      <div className="scrolls">
        <table className="ds-table cards">
          <caption>{t('gate.draft.buyers')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('gate.draft.buyer')}</th>
              <th scope="col">{t('gate.draft.number')}</th>
              <th scope="col">{t('gate.draft.is')}</th>
            </tr>
          </thead>
          <tbody>
            {buyers.map(({ name, number, written, lead, is }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a notice can name the same buyer twice
              <tr key={place}>
                <th scope="row">
                  {name} {lead && <span className="quiet">({t('gate.draft.is.lead')})</span>}
                </th>
                <td data-label={t('gate.draft.number')}>
                  {number ??
                    (written ? t('gate.draft.number.invalid', { written }) : t('gate.draft.number.none'))}
                </td>
                <td data-label={t('gate.draft.is')}>{is ?? t('gate.draft.is.nobody')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all > buyers.length && <p className="small">{t('gate.draft.many', { shown: buyers.length, all })}</p>}
    </>
  )
}
