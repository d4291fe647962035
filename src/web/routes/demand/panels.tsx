import { NEED_AUDIENCES } from '#src/modules/needs/contract.ts'
import { RadioGroup, SelectField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { DemandPageData } from './page.tsx'
import { ReasonField } from './reason-field.tsx'

type Props = { readonly page: DemandPageData }

/** For those who have a need that is in no demand: to join without having been asked. */
export function JoinPanel({ page: { mayJoin, asked } }: Props) {
  const { t } = useMessages()
  const free = mayJoin.filter(({ need }) => asked.every((one) => one.need !== need))
  if (free.length === 0) return null
  return (
    <details className="folded-task no-print">
      <summary>{t('demand.join')}</summary>
      <form method="post" className="form-stack">
        <input type="hidden" name="do" value="join" />
        <p>{t('demand.join.text')}</p>
        <SelectField
          name="need"
          label={t('demand.join.which')}
          choices={free.map(({ need, name, title }) => ({ value: need, text: `${name}: ${title}` }))}
        />
        <p>
          <button className="ds-button" type="submit">
            {t('demand.join.button')}
          </button>
        </p>
      </form>
    </details>
  )
}

/** What the lead does: asks others in, chooses who may read it, hands over, and ends it. */
export function LeadPanel({ page }: Props) {
  const { t } = useMessages()
  if (!page.mayKeep) return null
  return (
    <section className="part no-print" aria-labelledby="leder">
      <h2 id="leder">{t('demand.leading')}</h2>
      <AskIn page={page} />
      {page.mayLead && (
        <>
          <Audience page={page} />
          {page.others.length > 0 && <HandOver page={page} />}
          {page.market && !page.isDialogueClosed && <EndDialogue />}
          {page.status === 'gathering' && <Dissolve />}
        </>
      )}
    </section>
  )
}

function AskIn({ page: { mayAsk } }: Props) {
  const { t } = useMessages()
  return (
    <details className="folded-task" open={mayAsk.length > 0}>
      <summary>{t('demand.ask')}</summary>
      {mayAsk.length === 0 && <p>{t('demand.others.none')}</p>}
      <ul className="members plain-list">
        {mayAsk.map(({ need, name, title, href, why }) => (
          <li key={need}>
            <p>
              <strong>{name}</strong>: <a href={href}>{title}</a>
            </p>
            <p className="small quiet">{why.join(' · ')}</p>
            <form method="post">
              <input type="hidden" name="do" value="ask" />
              <input type="hidden" name="need" value={need} />
              <button className="ds-button" data-variant="secondary" type="submit">
                {t('demand.ask.button')}
                <span className="ds-sr-only"> {name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Audience({ page }: Props) {
  const { t } = useMessages()
  return (
    <details className="folded-task">
      <summary>{t('demand.audience')}</summary>
      <form method="post" className="form-stack">
        <input type="hidden" name="do" value="audience" />
        <RadioGroup
          name="audience"
          label={t('demand.audience.who')}
          help={t('demand.audience.help')}
          choices={NEED_AUDIENCES.map((value) => ({ value, text: t(`demand.audience.${value}`) }))}
          value={page.audience}
        />
        <p>
          <button className="ds-button" data-variant="secondary" type="submit">
            {t('demand.audience.button')}
          </button>
        </p>
      </form>
    </details>
  )
}

function HandOver({ page }: Props) {
  const { t } = useMessages()
  return (
    <details className="folded-task">
      <summary>{t('demand.handOver')}</summary>
      <form method="post" className="form-stack">
        <input type="hidden" name="do" value="hand-over" />
        <p>{t('demand.handOver.text')}</p>
        <SelectField
          name="to"
          label={t('demand.handOver.to')}
          choices={page.others.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <p>
          <button className="ds-button" data-variant="secondary" type="submit">
            {t('demand.handOver.button')}
          </button>
        </p>
      </form>
    </details>
  )
}

function EndDialogue() {
  const { t } = useMessages()
  return (
    <details className="folded-task">
      <summary>{t('demand.closeDialogue')}</summary>
      <form method="post" className="form-stack">
        <input type="hidden" name="do" value="close-dialogue" />
        <p>{t('demand.closeDialogue.text')}</p>
        <p>
          <button className="ds-button" data-variant="secondary" type="submit">
            {t('demand.closeDialogue.button')}
          </button>
        </p>
      </form>
    </details>
  )
}

function Dissolve() {
  const { t } = useMessages()
  return (
    <details className="folded-task">
      <summary>{t('demand.dissolve')}</summary>
      <form method="post" className="form-stack">
        <input type="hidden" name="do" value="dissolve" />
        <p>{t('demand.dissolve.text')}</p>
        <ReasonField id="reason-dissolve" label={t('demand.field.reason')} />
        <p>
          <button className="ds-button" data-variant="secondary" type="submit">
            {t('demand.dissolve.button')}
          </button>
        </p>
      </form>
    </details>
  )
}
