import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { LONGEST_DEMAND_TITLE, STATEMENT_SECTIONS, StatementForm } from '#src/modules/needs/contract.ts'
import {
  mayKeepDemand,
  membersWithNeeds,
  prefillStatement,
  readDemand,
  saveStatement,
} from '#src/modules/needs/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { textsIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { type FieldErrors, FormErrors, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

const FIELDS = ['title', 'version', ...STATEMENT_SECTIONS] as const

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  const { db } = context.get(programContext)
  const demand = await readDemand(db, actor, params.id)
  if (!demand) throw data(null, { status: 404 })
  if (!mayKeepDemand(actor, demand) || demand.status === 'dissolved') throw data(null, { status: 403 })
  const { id, title, statement, version } = demand
  const messages = messagesIn(statement.language)
  const said = prefillStatement(await membersWithNeeds(db, demand), messages)
  return { id, title, statement, version, said }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const { db, now } = context.get(programContext)
  const { language, t } = messagesIn(languageOf(new URL(request.url).pathname))
  const demand = await readDemand(db, actor, params.id)
  if (!demand) throw data(null, { status: 404 })
  const typed = textsIn(await request.formData(), FIELDS)
  const read = StatementForm.safeParse(typed)
  if (!read.success)
    return data({ typed, errors: fieldErrors(read.error, t, 'demand.wrong'), theirs: null }, { status: 422 })
  const from = Number(typed.version)
  const saved = await saveStatement({ db, now }, actor, { id: demand.id, from, form: read.data })
  if (saved.ok) return redirect(`${address(language, 'demand', { id: demand.id })}?varsel=beskrivelse`)
  switch (saved.failure.kind) {
    case 'demandNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'over':
      return data(
        { typed, errors: { title: t('demand.over') } as FieldErrors, theirs: null },
        { status: 409 },
      )
    case 'changedMeanwhile': {
      const { title, statement, version } = saved.failure.demand
      const errors: FieldErrors = { title: t('demand.statement.meanwhile') }
      const theirs = { ...statement, title, version: String(version) }
      return data({ typed, errors, theirs }, { status: 409 })
    }
  }
}

export default function StatementPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const href = useAddress('demand', { id: page.id })
  const { typed, errors, theirs } = actionData ?? { typed: null, errors: {} as FieldErrors, theirs: null }
  return (
    <>
      <PageHead title={`${t('demand.statement.edit')} – ${page.title}`} unlisted />
      <PageTop
        crumbs={[{ text: page.title, href }]}
        title={t('demand.statement.edit')}
        lead={t('demand.statement.lead')}
      />
      <div className="wide section stack">
        <form method="post" className="form-stack">
          <FormErrors errors={errors} />
          {/* What somebody else has saved stands beside what was typed, and saving again is saving after having seen it. */}
          <input type="hidden" name="version" value={theirs?.version ?? page.version} />
          <TextField
            name="title"
            label={t('demand.field.title')}
            value={typed?.title ?? page.title}
            error={errors.title}
            maxLength={LONGEST_DEMAND_TITLE}
          />
          {STATEMENT_SECTIONS.map((section) => (
            <div key={section} className="stack">
              <TextAreaField
                name={section}
                label={t(`demand.section.${section}`)}
                help={t(`demand.section.${section}.help`)}
                value={typed?.[section] ?? page.statement[section]}
                error={errors[section]}
                maxLength={5000}
              />
              {section !== 'ask' && page.said[section] !== page.statement[section] && (
                <details>
                  <summary>{t('demand.statement.said')}</summary>
                  <p className="as-written" lang={page.statement.language}>
                    {page.said[section] || t('demand.section.empty')}
                  </p>
                </details>
              )}
              {theirs && theirs[section] !== typed?.[section] && (
                <blockquote className="as-written small">
                  {t('demand.statement.theirs')} {theirs[section]}
                </blockquote>
              )}
            </div>
          ))}
          <p className="form-actions">
            <button className="ds-button" type="submit">
              {t('demand.statement.save')}
            </button>
            <a href={href}>{t('demand.statement.cancel')}</a>
          </p>
        </form>
      </div>
    </>
  )
}
