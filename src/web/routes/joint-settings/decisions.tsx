import { Section } from '#src/web/ui/facts.tsx'
import { RadioGroup, SelectField, TextAreaField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { Answer } from './settings-action.ts'
import type { SettingsView } from './settings-view.ts'

type Props = { readonly view: SettingsView; readonly answer: Answer | null }

/** The way they buy: what is proposed and why, and every other. */
export function ChoosePath({ view: { path }, answer }: Props) {
  const { t } = useMessages()
  if (!path) return null
  return (
    <Section title={t('joint.path.choose')} id="vei">
      <form method="post" className="form-stack">
        <input type="hidden" name="do" value="path" />
        <RadioGroup
          name="path"
          label={t('joint.path.title')}
          help={t('joint.path.choose.help')}
          value={path.now}
          choices={path.choices}
          error={answer?.errors.path}
        />
        <div>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('joint.path.choose.button')}
          </button>
        </div>
      </form>
    </Section>
  )
}

/** Another leads from when it has said yes. */
export function HandOver({ view: { handOver }, answer }: Props) {
  const { t } = useMessages()
  if (!handOver) return null
  const { asked, choices } = handOver
  return (
    <Section title={t('joint.lead.handOver')} id="leder">
      {asked && (
        <form method="post">
          <input type="hidden" name="do" value="lead" />
          <p>{t('joint.lead.handOver.waiting', { organisation: asked })}</p>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('joint.lead.handOver.takeBack')}
          </button>
        </form>
      )}
      {!asked && choices.length === 0 && <p className="quiet">{t('joint.lead.handOver.none')}</p>}
      {!asked && choices.length > 0 && (
        <form method="post" className="form-stack">
          <input type="hidden" name="do" value="lead" />
          <SelectField
            name="to"
            label={t('joint.lead.handOver.to')}
            choices={choices}
            value={answer?.typed.to}
            error={answer?.errors.to}
          />
          <div>
            <button type="submit" className="ds-button" data-variant="secondary">
              {t('joint.lead.handOver.button')}
            </button>
          </div>
        </form>
      )}
    </Section>
  )
}

/** Stopping before it is published, or calling the competition off; with the reason. */
export function End({ view: { end }, answer }: Props) {
  const { t } = useMessages()
  if (!end) return null
  const title = t(end.isPublished ? 'joint.end.cancel' : 'joint.end')
  return (
    <Section title={title} id="stopp">
      <details className="folded-task" open={answer?.errors.endReason !== undefined}>
        <summary>{title}</summary>
        <form method="post" className="form-stack">
          <input type="hidden" name="do" value="end" />
          <TextAreaField
            name="endReason"
            label={t('joint.end.reason')}
            help={t('joint.end.help')}
            value={answer?.typed.endReason}
            error={answer?.errors.endReason}
            maxLength={5000}
          />
          <div>
            <button type="submit" className="ds-button" data-color="danger">
              {title}
            </button>
          </div>
        </form>
      </details>
    </Section>
  )
}
