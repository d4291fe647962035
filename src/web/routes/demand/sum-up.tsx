import { KeyFigures } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { DemandPageData } from './page.tsx'

/** How much it is together, when, and where they are not the same. */
export function SumUp({ page: { sum } }: { page: DemandPageData }) {
  const { t, list } = useMessages()
  return (
    <section aria-labelledby="samlet">
      <h2 id="samlet">{t('demand.sum')}</h2>
      <KeyFigures figures={sum.figures} />
      {sum.withoutVolume.length > 0 && (
        <p className="small quiet">{t('demand.sum.without', { names: list(sum.withoutVolume) })}</p>
      )}
      <p>
        {sum.window ? t('demand.sum.window', { window: sum.window }) : t('demand.sum.noWindow')}{' '}
        {sum.outside.length > 0 && sum.window && t('demand.sum.outside', { names: list(sum.outside) })}
      </p>
      {sum.differs.length > 0 && (
        <details>
          <summary>{t('demand.sum.differs')}</summary>
          <dl className="facts">
            {sum.differs.map(({ what, values }) => (
              <div key={what}>
                <dt>{t(`demand.differs.${what}`)}</dt>
                <dd>
                  {values.map(({ text, names }) => (
                    <p key={text}>
                      {text}: {list(names)}
                    </p>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}

/** What they say together, section by section; what is not told is said. */
export function StatementView({ page }: { page: DemandPageData }) {
  const { t } = useMessages()
  return (
    <div className="statement">
      {page.sections.map(({ section, text }) => (
        <section key={section} aria-labelledby={`del-${section}`}>
          <h3 id={`del-${section}`}>{t(`demand.section.${section}`)}</h3>
          {text ? (
            <p className="as-written" lang={page.language}>
              {text}
            </p>
          ) : (
            <p className="unknown">{t('demand.section.empty')}</p>
          )}
        </section>
      ))}
      {page.mayKeep && (
        <p className="no-print">
          <To page="demandStatement" params={{ id: page.id }} className="ds-button">
            {t('demand.statement.edit')}
          </To>
        </p>
      )}
    </div>
  )
}
