import type { Visibility } from '#src/modules/stops/contract.ts'
import type { Typed } from '#src/web/read-form.ts'
import { AudienceFields } from '#src/web/routes/stops/audience-fields.tsx'
import { Box } from '#src/web/ui/box.tsx'
import { Done, type FieldErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

type Shown = {
  readonly id: string
  readonly version: number
  readonly visibility: Visibility
  readonly opensOn: string | null
  readonly readers: readonly string[]
  readonly named: boolean
  readonly mayChange: boolean
  readonly mayOpen: boolean
  readonly isChanged: boolean
  readonly mayCorrect: boolean
  readonly isCorrected: boolean
}

type Props = { readonly stop: Shown; readonly typed: Typed | undefined; readonly errors: FieldErrors }

/** Who may read the story, that others can ask for access, and for its own people the way to change it. */
export function Audience({ stop, typed, errors }: Props) {
  const { t, date } = useMessages()
  const correct = useAddress('stopCorrect', { id: stop.id })
  return (
    <div className="stack">
      {stop.isCorrected && !typed && <Done>{t('knowledge.stop.correct.done')}</Done>}
      {stop.isChanged && !typed && <Done>{t('knowledge.stop.changed')}</Done>}
      <Box id="lesere" title={t('knowledge.stop.audience')}>
        <p>
          {stop.visibility === 'organisation' && !stop.mayChange
            ? t('knowledge.stop.chosen')
            : t(`knowledge.stop.visibility.${stop.visibility}`)}
        </p>
        {stop.readers.length > 0 && (
          <ul>
            {stop.readers.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
        {stop.opensOn && <p>{t('knowledge.stop.opensOn', { date: date(stop.opensOn) })}</p>}
        <p className="small quiet">{t('knowledge.stop.access')}</p>
      </Box>
      {stop.mayCorrect && (
        <p>
          <a className="ds-button" data-variant="secondary" href={correct}>
            {t('knowledge.stop.correct')}
          </a>
        </p>
      )}
      {stop.mayChange && <Change stop={stop} typed={typed} errors={errors} />}
      {stop.mayCorrect && <Withdraw id={stop.id} />}
    </div>
  )
}

function Change({ stop, typed, errors }: Props) {
  const { t } = useMessages()
  const here = useAddress('stop', { id: stop.id })
  const stored = {
    visibility: stop.visibility,
    readers: stop.readers.join(', '),
    opensOn: stop.opensOn ?? '',
    named: stop.named ? 'ja' : '',
  }
  if (!stop.mayOpen) return <p className="small">{t('knowledge.stop.coordinator')}</p>
  return (
    <details className="box" open={typed !== undefined}>
      <summary>{t('knowledge.stop.change')}</summary>
      <form method="post" action={here} noValidate>
        <input type="hidden" name="version" value={stop.version} />
        <AudienceFields typed={typed ?? stored} errors={errors} mayOpen />
        <button className="ds-button" type="submit">
          {t('knowledge.stop.change.button')}
        </button>
      </form>
    </details>
  )
}

function Withdraw({ id }: { id: string }) {
  const { t } = useMessages()
  const here = useAddress('stop', { id })
  return (
    <details className="box">
      <summary>{t('knowledge.stop.withdraw')}</summary>
      <form method="post" action={here}>
        <p>{t('knowledge.stop.withdraw.text')}</p>
        <button
          className="ds-button"
          type="submit"
          name="do"
          value="withdraw"
          data-variant="secondary"
          data-color="danger"
        >
          {t('knowledge.stop.withdraw.button')}
        </button>
      </form>
    </details>
  )
}
