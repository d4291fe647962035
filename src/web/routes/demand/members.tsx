import type { DemandNeedView } from '#src/web/present/demand-view.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import type { DemandPageData } from './page.tsx'
import { ReasonField } from './reason-field.tsx'

type Props = { readonly page: DemandPageData }

/** Those that are in it, with what each needs. */
export function Members({ page }: Props) {
  const { t } = useMessages()
  if (page.members.length === 0) return <p>{t('demand.members.none')}</p>
  return (
    <ul className="members plain-list">
      {page.members.map((member) => (
        <li key={member.need}>
          <p className="market-who">
            <strong>{member.name}</strong>
            {member.isLead && (
              <span className="ds-tag" data-color="fjord">
                {t('demand.isLead')}
              </span>
            )}
            <span className="quiet">{t('demand.joinedOn', { on: member.on })}</span>
          </p>
          <NeedLine need={member} />
          {member.mayDecide && page.status !== 'dissolved' && !member.isLead && <Leave need={member} />}
        </li>
      ))}
    </ul>
  )
}

function NeedLine({
  need: { href, title, outcome, language, volume, window, wish },
}: {
  need: DemandNeedView
}) {
  return (
    <>
      <p lang={language}>{href ? <a href={href}>{title}</a> : title}</p>
      <p className="as-written" lang={language}>
        {outcome}
      </p>
      <p className="small quiet">{[volume, window, wish].filter(Boolean).join(' · ')}</p>
    </>
  )
}

function Leave({ need: { need, name } }: { need: DemandNeedView }) {
  const { t } = useMessages()
  return (
    <details className="no-print">
      <summary>{t('demand.leave', { name })}</summary>
      <form method="post" className="form-stack">
        <input type="hidden" name="do" value="leave" />
        <input type="hidden" name="need" value={need} />
        <p>{t('demand.leave.text')}</p>
        <ReasonField id={`reason-${need}`} label={t('demand.field.reason')} />
        <p>
          <button className="ds-button" data-variant="secondary" type="submit">
            {t('demand.leave.button')}
          </button>
        </p>
      </form>
    </details>
  )
}

/** Those that are asked and have not answered; whose it is may answer here. */
export function AskedNeeds({ page }: Props) {
  const { t } = useMessages()
  const [own, others] = [
    page.asked.filter(({ mayDecide }) => mayDecide),
    page.asked.filter(({ mayDecide }) => !mayDecide),
  ]
  return (
    <>
      {own.map((asked) => (
        <section className="box" data-color="kobber" key={asked.need} aria-labelledby={`spurt-${asked.need}`}>
          <h2 id={`spurt-${asked.need}`} className="box-title">
            {t('demand.asked.own', { name: asked.name })}
          </h2>
          <NeedLine need={asked} />
          <p>{t('demand.asked.text')}</p>
          <form method="post" className="form-stack no-print">
            <input type="hidden" name="need" value={asked.need} />
            <ReasonField id={`reason-${asked.need}`} label={t('demand.field.reasonNo')} />
            <p className="form-actions">
              <button className="ds-button" type="submit" name="do" value="join">
                {t('demand.join.button')}
              </button>
              <button className="ds-button" data-variant="secondary" type="submit" name="do" value="decline">
                {t('demand.decline.button')}
              </button>
            </p>
          </form>
        </section>
      ))}
      {others.length > 0 && (
        <p>{t('demand.asked.others', { names: others.map(({ name }) => name).join(', ') })}</p>
      )}
    </>
  )
}
