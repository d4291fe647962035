import { CheckField, type FieldErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To, useAddress } from '#src/web/ui/to.tsx'

type Props = {
  /** The organisations that would have no coordinator. */
  readonly alone: readonly string[]
  readonly errors: FieldErrors
}

export function LeaveForm({ alone, errors }: Props) {
  const { t, list } = useMessages()
  const isWrong = Object.keys(errors).length > 0
  return (
    <section aria-labelledby="forlat">
      <h2 id="forlat">{t('people.leave.title')}</h2>
      <p>{t('people.leave.goes')}</p>
      <p>{t('people.leave.stays')}</p>
      <details open={isWrong ? true : undefined} className="folded-task">
        <summary>{t('people.leave.open')}</summary>
        <form method="post" action={useAddress('myData')} className="form-stack">
          {alone.length > 0 && (
            <div className="box" data-color="korn">
              <p>{t('people.leave.alone', { organisations: list(alone), count: alone.length })}</p>
              <p>
                <To page="organisation">{t('people.leave.handOver')}</To>
              </p>
              <CheckField name="alone" label={t('people.leave.alone.sure')} error={errors.alone} />
            </div>
          )}
          <CheckField name="sure" label={t('people.leave.sure')} error={errors.sure} />
          <p>
            <button className="ds-button" data-color="danger" type="submit">
              {t('people.leave.button')}
            </button>
          </p>
        </form>
      </details>
    </section>
  )
}
