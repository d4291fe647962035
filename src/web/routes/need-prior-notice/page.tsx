import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { priorNotice, readNeed } from '#src/modules/needs/index.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { FactList } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const need = await readNeed(db, context.get(actorContext), params.id)
  if (!need) throw data(null, { status: 404 })
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const organisation = await findOrganisationById(db, need.organisation)
  return {
    id: need.id,
    title: need.content.title,
    language: need.content.language,
    fields: priorNotice({ need, organisation, messages }),
  }
}

const PAPERS = [
  { format: 'docx', language: 'nb' },
  { format: 'pdf', language: 'nb' },
  { format: 'docx', language: 'nn' },
  { format: 'pdf', language: 'nn' },
] as const

export default function NeedPriorNoticePage({ loaderData: page }: Route.ComponentProps) {
  const { t, language } = useMessages()
  const { id, title, fields } = page
  const missing = t('needs.prior.missing')
  const whole = fields.map(({ name, code, value }) => `${name} (${code})\n${value ?? missing}`).join('\n\n')
  return (
    <>
      <PageHead title={`${t('needs.prior.title')} – ${title}`} unlisted />
      <PageTop
        crumbs={[
          { text: t('needs.nav'), href: address(language, 'needs') },
          { text: title, href: address(language, 'need', { id }) },
        ]}
        title={t('needs.prior.title')}
        lead={t('needs.prior.lead', { title })}
      />
      <div className="wide section with-aside">
        <div className="stack">
          <FactList
            facts={fields.map(({ name, code, value }) => ({
              name: `${name} (${code})`,
              value: <span className="as-written">{value ?? <em>{missing}</em>}</span>,
            }))}
          />
          <div className="ds-field form-field">
            <label className="ds-label" htmlFor="hele-teksten">
              {t('needs.prior.copy')}
            </label>
            <textarea className="ds-input" id="hele-teksten" rows={14} readOnly defaultValue={whole} />
          </div>
          <p className="small quiet">{t('needs.prior.source')}</p>
        </div>
        <div className="stack">
          <section className="box" data-color="korn" aria-labelledby="ikke-kunngjort">
            <h2 id="ikke-kunngjort" className="box-title">
              {t('needs.notNotice')}
            </h2>
            <p className="small">{t('needs.prior.note')}</p>
          </section>
          <section className="box" aria-labelledby="last-ned">
            <h2 id="last-ned" className="box-title">
              {t('needs.prior.take')}
            </h2>
            <ul className="plain-list">
              {PAPERS.map((paper) => (
                <li key={`${paper.format} ${paper.language}`}>
                  <PaperLink id={id} {...paper} />
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </>
  )
}

const NAMES = { nb: 'bokmål', nn: 'nynorsk' } as const

function PaperLink({ id, format, language }: { id: string; format: 'docx' | 'pdf'; language: 'nb' | 'nn' }) {
  const { t } = useMessages()
  return (
    <a href={`${address(language, 'needPriorNoticeFile', { id })}?format=${format}`} hrefLang={language}>
      {t(`needs.prior.${format}`)}, {NAMES[language]}
    </a>
  )
}
