import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

export type MandateView = {
  readonly id: string
  readonly bodyName: string
  readonly principalName: string
  readonly startsOn: string
  readonly endsOn: string | null
  readonly decision: string
  readonly state: 'holds' | 'coming' | 'over' | 'withdrawn'
}

type Props = {
  readonly title: string
  readonly mandates: readonly MandateView[]
  /** Who stands as the other part. */
  readonly shows: 'body' | 'principal'
  readonly mayWithdraw: boolean
}

const COLOURS = { holds: 'mose', coming: 'fjord', over: 'neutral', withdrawn: 'neutral' } as const

export function MandateList({ title, mandates, shows, mayWithdraw }: Props) {
  const { t } = useMessages()
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {mandates.length === 0 ? (
        <p>{t('people.mandates.none')}</p>
      ) : (
        <ul className="plain-list lines">
          {mandates.map((mandate) => (
            <li key={mandate.id} className="session">
              <MandateFacts mandate={mandate} shows={shows} />
              {mayWithdraw && (mandate.state === 'holds' || mandate.state === 'coming') && (
                <Withdraw mandate={mandate} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function MandateFacts({ mandate, shows }: { mandate: MandateView; shows: Props['shows'] }) {
  const { t, date } = useMessages()
  const { startsOn, endsOn, decision, state } = mandate
  const name = shows === 'body' ? mandate.bodyName : mandate.principalName
  const paper = useAddress('mandatePaper', { id: mandate.id })
  return (
    <div>
      <strong>{name}</strong>{' '}
      <span className="ds-tag" data-color={COLOURS[state]}>
        {t(`people.mandates.state.${state}`)}
      </span>
      <p className="small quiet">
        {endsOn
          ? t('people.mandates.period', { from: date(startsOn), to: date(endsOn) })
          : t('people.mandates.open', { from: date(startsOn) })}
      </p>
      <p className="small">{decision}</p>
      <p className="small no-print">
        <a href={`${paper}?format=pdf`} aria-label={t('people.mandates.paper.pdf', { name })}>
          {t('papers.case.download.pdf')}
        </a>{' '}
        ·{' '}
        <a href={`${paper}?format=docx`} aria-label={t('people.mandates.paper.docx', { name })}>
          {t('papers.case.download.docx')}
        </a>
      </p>
    </div>
  )
}

function Withdraw({ mandate }: { mandate: MandateView }) {
  const { t } = useMessages()
  return (
    <form method="post" action={useAddress('mandates')}>
      <button
        className="ds-button"
        data-variant="secondary"
        type="submit"
        name="withdraw"
        value={mandate.id}
        aria-label={t('people.mandates.withdraw.named', { name: mandate.bodyName })}
      >
        {t('people.mandates.withdraw')}
      </button>
    </form>
  )
}
