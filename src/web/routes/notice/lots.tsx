import { FactList, Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { CriterionView, LotView } from './lot-view.ts'
import { Value } from './notice-facts.tsx'

const OPEN_UP_TO = 3

type Props = {
  readonly lots: readonly LotView[]
  readonly heading: 'notice.lots' | 'notice.parts'
  readonly language: string
}

/** The lots, or the parts of a planning notice; many of them are folded, so that one can find the right one. */
export function Lots({ lots, heading, language }: Props) {
  const { t } = useMessages()
  const [only] = lots
  if (!only) return null
  return (
    <Section
      title={t(heading, { count: lots.length })}
      id={heading === 'notice.lots' ? 'delkontrakter' : 'deler'}
    >
      {lots.length === 1 ? (
        <LotBody lot={only} language={language} />
      ) : (
        lots.map((lot) => (
          <details key={lot.id} className="lot" open={lots.length <= OPEN_UP_TO}>
            <summary lang={language}>{lot.title || lot.id}</summary>
            {lot.description && (
              <p className="as-written" lang={language}>
                {lot.description}
              </p>
            )}
            <LotBody lot={lot} language={language} />
          </details>
        ))
      )}
    </Section>
  )
}

function LotBody({ lot, language }: { lot: LotView; language: string }) {
  const { t } = useMessages()
  return (
    <>
      <FactList
        facts={[
          lot.winners.length > 0
            ? {
                name: t('notice.winners', { count: lot.winners.length }),
                value: <Winners winners={lot.winners} />,
              }
            : null,
          lot.result ? { name: t('notice.result'), value: <Result result={lot.result} /> } : null,
          lot.value ? { name: t('notice.value'), value: <Value value={lot.value} kind={null} /> } : null,
          lot.frameworkMaximum
            ? { name: t('notice.value.maximum'), value: <Value value={lot.frameworkMaximum} kind={null} /> }
            : null,
          lot.framework ? { name: t('notice.framework'), value: lot.framework } : null,
          lot.duration ? { name: t('notice.duration'), value: lot.duration } : null,
          lot.renewals ? { name: t('notice.renewals'), value: lot.renewals, language } : null,
          lot.options ? { name: t('notice.options'), value: lot.options, language } : null,
          lot.variants ? { name: t('notice.variants'), value: lot.variants } : null,
          lot.documentsUrl
            ? {
                name: t('notice.documents'),
                value: (
                  <a href={lot.documentsUrl} rel="external nofollow">
                    {t('notice.documents.link')}
                  </a>
                ),
              }
            : null,
        ]}
      />
      <Criteria criteria={lot.criteria} language={language} />
    </>
  )
}

function Winners({ winners }: { winners: LotView['winners'] }) {
  const { money } = useMessages()
  return (
    <ul className="plain-list">
      {winners.map(({ name, value }) => (
        <li key={name}>
          {name}
          {value && <span className="quiet"> ({money(value.amount, value.currency)})</span>}
        </li>
      ))}
    </ul>
  )
}

function Result({ result: { status, reason, tenders } }: { result: NonNullable<LotView['result']> }) {
  const { t } = useMessages()
  const received = tenders === null ? null : t('notice.winners.tenders', { count: tenders })
  return [status, reason, received].filter((part) => part !== null).join('. ')
}

function Criteria({ criteria, language }: { criteria: readonly CriterionView[]; language: string }) {
  const { t } = useMessages()
  if (criteria.length === 0) return null
  return (
    <table className="ds-table criteria">
      <caption>{t('notice.criteria')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('notice.criteria.name')}</th>
          <th scope="col" className="number">
            {t('notice.criteria.weight')}
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map(({ name, description, weight }) => (
          <tr key={`${name} ${weight} ${description}`}>
            <td lang={language}>
              {name}
              {description && <span className="grade as-written">{description}</span>}
            </td>
            <td className="number">{weight ?? <span className="unknown">{t('site.unknown')}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
