import { Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { VersionView } from './document-view.ts'

/** The one thing most have come for. */
export function Download({ version }: { version: VersionView }) {
  const { t } = useMessages()
  if (version.href === null) return null
  return (
    <p className="after-lead download">
      <a className="ds-button" data-color="kobber" href={version.href}>
        {t(version.isPicture ? 'document.open' : 'document.download')}
      </a>
      <span className="breaks">
        {version.name} <span className="quiet">({version.facts})</span>
      </span>
    </p>
  )
}

export function Versions({ versions }: { versions: readonly VersionView[] }) {
  const { t } = useMessages()
  return (
    <Section title={t('document.versions')} id="versjoner">
      <ol className="document-versions plain-list" reversed>
        {versions.map((version) => (
          <li key={version.number}>
            <Version version={version} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Version({ version }: { version: VersionView }) {
  const { t } = useMessages()
  return (
    <>
      <h3>
        {t('document.versions.number', { version: version.number })}
        {version.isNewest && <span className="quiet"> · {t('document.versions.now')}</span>}
      </h3>
      <p className="small quiet">
        {version.on} · {version.facts}
      </p>
      {version.note && <p className="as-written">{version.note}</p>}
      {version.sentAs && (
        <p className="small quiet">{t('document.versions.sentAs', { name: version.sentAs })}</p>
      )}
      {version.href && (
        <p className="breaks">
          <a href={version.href}>{t('document.download.file', { name: version.name })}</a>
        </p>
      )}
      {version.isErased && <p>{t('document.versions.erased')}</p>}
    </>
  )
}
