import { useMessages } from '#src/web/ui/messages.ts'
import type { OverviewView } from './overview-view.ts'

/** For those who have been asked: to take part, or to lead. */
export function Questions({ view: { invited, askedToLead } }: { view: OverviewView }) {
  const { t } = useMessages()
  return (
    <>
      {invited.map(({ id, name, role, mayAnswer }) => (
        <section className="box" data-color="lyng" key={id} aria-labelledby={`invitert-${id}`}>
          <h2 className="box-title" id={`invitert-${id}`}>
            {t('joint.invited.title', { organisation: name })}
          </h2>
          <p>
            {t('joint.participants.role')}: {t(`joint.role.${role}`)}. {t('joint.invited.text')}
          </p>
          {mayAnswer && (
            <Answer kind="answer" organisation={id} yes={t('joint.invited.yes')} no={t('joint.invited.no')} />
          )}
        </section>
      ))}
      {askedToLead && (
        <section className="box" data-color="lyng" aria-labelledby="lede">
          <h2 className="box-title" id="lede">
            {t('joint.lead.asked', { organisation: askedToLead.name })}
          </h2>
          <p>{t('joint.lead.asked.text')}</p>
          {askedToLead.mayAnswer && <Answer kind="lead" yes={t('joint.lead.yes')} no={t('joint.lead.no')} />}
        </section>
      )}
    </>
  )
}

type AnswerProps = {
  readonly kind: 'answer' | 'lead'
  readonly organisation?: string
  readonly yes: string
  readonly no: string
}

function Answer({ kind, organisation, yes, no }: AnswerProps) {
  return (
    <form method="post" className="button-line">
      <input type="hidden" name="do" value={kind} />
      {organisation && <input type="hidden" name="organisation" value={organisation} />}
      <button type="submit" name="answer" value="ja" className="ds-button">
        {yes}
      </button>
      <button type="submit" name="answer" value="nei" className="ds-button" data-variant="secondary">
        {no}
      </button>
    </form>
  )
}
