import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'

type Props = {
  readonly id: string
  readonly told: readonly { readonly id: string; readonly title: string; readonly language: string }[]
}

/** What the buyers have told of how it went, or the way to tell it. */
export function ToldCases({ id, told }: Props) {
  const { t } = useMessages()
  return (
    <section className="part no-print" aria-labelledby="fortalt">
      <h2 id="fortalt">{t('sharing.notice.cases')}</h2>
      {told.length > 0 && (
        <ul>
          {told.map((one) => (
            <li key={one.id} lang={one.language}>
              <To page="case" params={{ id: one.id }}>
                {one.title}
              </To>
            </li>
          ))}
        </ul>
      )}
      <p>
        <To page="share" query={`kunngjoring=${encodeURIComponent(id)}`}>
          {t('sharing.notice.share')}
        </To>
      </p>
    </section>
  )
}
