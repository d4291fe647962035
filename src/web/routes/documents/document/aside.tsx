import { FactList } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { DocumentView } from './document-view.ts'

const CC_BY = 'https://creativecommons.org/licenses/by/4.0/deed.no'

export function DocumentAside({ view }: { view: DocumentView }) {
  const { t } = useMessages()
  return (
    <aside className="stack">
      <Actions view={view} />
      <section className="box" aria-labelledby="om-dokumentet">
        <h2 className="box-title" id="om-dokumentet">
          {t('document.facts')}
        </h2>
        <FactList
          facts={[
            { name: t('document.facts.organisation'), value: view.organisation },
            fact(t('document.facts.subject'), view.subject && <Linked {...view.subject} />),
            fact(t('document.field.step'), view.step),
            fact(t('document.field.theme'), view.theme && <Linked {...view.theme} />),
            { name: t('document.field.language'), value: view.documentLanguage },
            { name: t('document.facts.rights'), value: <Owner view={view} /> },
            fact(t('document.facts.permission'), view.permission || null),
            { name: t('document.facts.licence'), value: <Licence view={view} /> },
            { name: t('document.facts.visibility'), value: view.visibility },
            { name: t('document.facts.added'), value: view.added },
          ]}
        />
      </section>
    </aside>
  )
}

function fact(name: string, value: React.ReactNode) {
  return value ? { name, value } : null
}

function Linked({ text, href }: { text: string; href: string | null }) {
  return href ? <a href={href}>{text}</a> : text
}

function Owner({ view }: { view: DocumentView }) {
  const { t } = useMessages()
  if (view.rightsOwner === 'own') return view.organisation
  return view.rightsHolder || t(`document.owner.${view.rightsOwner}`)
}

function Licence({ view }: { view: DocumentView }) {
  const { t } = useMessages()
  const text = t(`document.facts.licence.${view.licence}`)
  if (view.licence === 'none') return text
  return (
    <a href={CC_BY} rel="license external">
      {text}
    </a>
  )
}

function Actions({ view: { id, may } }: { view: DocumentView }) {
  const { t } = useMessages()
  if (!may.change && !may.withdraw) return null
  return (
    <section className="box" data-color="fjord" aria-labelledby="for-dere">
      <h2 className="box-title" id="for-dere">
        {t('document.actions')}
      </h2>
      <ul className="plain-list action-list">
        {may.change && (
          <>
            <li>
              <To page="documentVersion" params={{ id }}>
                {t('document.actions.version')}
              </To>
            </li>
            <li>
              <To page="documentEdit" params={{ id }}>
                {t('document.actions.edit')}
              </To>
            </li>
          </>
        )}
        {may.withdraw && (
          <li>
            <To page="documentWithdraw" params={{ id }}>
              {t('document.actions.withdraw')}
            </To>
          </li>
        )}
      </ul>
    </section>
  )
}
