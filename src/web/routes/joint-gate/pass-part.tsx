import { CheckField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { GateView } from './gate-view.ts'
import type { GateAnswer } from './page.tsx'

type Props = { readonly view: GateView; readonly answer: GateAnswer }

/** The form to pass for one's own organisation, or why there is none. */
export function PassPart({ view, answer }: Props) {
  const { t } = useMessages()
  const { own, status, isOpen } = view
  if (status !== 'open') return null
  if (!own)
    return (
      <p className="box" id="godkjenn">
        {t('gate.pass.notYou')}
      </p>
    )
  if (own.passed) return <TakeBack />
  return (
    <section className="box" data-color="kobber" aria-labelledby="godkjenn">
      <h2 className="box-title" id="godkjenn">
        {t('gate.pass', { organisation: own.name })}
      </h2>
      {isOpen ? <PassForm view={view} answer={answer} name={own.name} /> : <p>{t('gate.pass.missing')}</p>}
    </section>
  )
}

function PassForm({ view, answer: { typed, errors }, name }: Props & { name: string }) {
  const { t } = useMessages()
  return (
    <form method="post" className="form-stack">
      <input type="hidden" name="do" value="pass" />
      <input type="hidden" name="digest" value={view.digest} />
      <p className="small">{t('gate.pass.lead', { organisation: name })}</p>
      <TextField
        name="title"
        label={t('gate.pass.title')}
        help={t('gate.pass.title.help')}
        value={typed.title}
        error={errors.title}
        maxLength={300}
        autoComplete="organization-title"
      />
      <TextField
        name="authority"
        label={t('gate.pass.authority')}
        help={t('gate.pass.authority.help')}
        value={typed.authority}
        error={errors.authority}
        maxLength={300}
      />
      {view.counts.judge > 0 && (
        <CheckField
          name="judged"
          label={t('gate.pass.judged')}
          checked={typed.judged === 'ja'}
          error={errors.judged}
        />
      )}
      <p>
        <button className="ds-button" type="submit" data-color="kobber">
          {t('gate.pass.button')}
        </button>
      </p>
    </form>
  )
}

function TakeBack() {
  const { t } = useMessages()
  return (
    <form method="post" className="box" data-color="mose">
      <p>{t('gate.pass.done')}</p>
      <button className="ds-button" type="submit" name="do" value="take-back" data-variant="secondary">
        {t('gate.pass.takeBack')}
      </button>
    </form>
  )
}

/** Who has passed, by office and not by name. */
export function Passes({ view: { passes } }: { view: GateView }) {
  const { t } = useMessages()
  return (
    <section className="box" aria-labelledby="gatt-god-for">
      <h2 className="box-title" id="gatt-god-for">
        {t('gate.passes')}
      </h2>
      <ul className="plain-list gate-passes">
        {passes.map(({ name, title, authority, on }) => (
          <li key={name}>
            <strong>{name}</strong>
            {on ? (
              <>
                <span className="small">
                  {title}, {on}
                </span>
                <span className="small quiet">{authority}</span>
              </>
            ) : (
              <span className="small quiet">{t('gate.passes.waiting')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
