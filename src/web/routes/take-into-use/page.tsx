import { data, redirect } from 'react-router'
import { TakeIntoUseForm } from '#src/modules/adoptions/contract.ts'
import { takeIntoUse } from '#src/modules/adoptions/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { address } from '#src/web/paths.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { openPublishedCase } from '#src/web/present/read-published-case.ts'
import { textsIn } from '#src/web/read-form.ts'
import { useCaseCrumbs } from '#src/web/ui/case-crumbs.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { TakeForm } from './take-form.tsx'
import { type TakeView, takeView } from './take-view.ts'
import { WhatOneGets } from './what-one-gets.tsx'

const FIELDS = ['organisation', 'volumeThere', 'volumeHere', 'differences', 'audience'] as const

export async function loader(visit: Route.LoaderArgs) {
  const { program, ...opened } = await openPublishedCase(visit)
  const view = await takeView(program.db, opened)
  const isForThem = view.organisations.length + view.underWay.length + view.tookPart.length > 0
  if (!isForThem) throw data(null, { status: 403 })
  return view
}

export async function action(visit: Route.ActionArgs) {
  const { actor, program, messages, found } = await openPublishedCase(visit)
  const { language, t } = messages
  const caseId = found.id
  const typed = textsIn(await visit.request.formData(), FIELDS)
  const read = TakeIntoUseForm.safeParse(typed)
  if (!read.success)
    return data({ typed, errors: fieldErrors(read.error, t, 'adoptions.volume.wrong') }, { status: 422 })
  const asked = OrganisationId.safeParse(typed.organisation || actor.organisation)
  if (!asked.success) throw data(null, { status: 403 })
  const taken = await takeIntoUse(program, actor, { caseId, organisation: asked.data, form: read.data })
  const there = (id: string, news = '') => redirect(address(language, 'adoption', { id }) + news)
  if (taken.ok) return there(taken.value.id, '?varsel=begynt')
  switch (taken.failure.kind) {
    case 'underWay':
      return there(taken.failure.adoption)
    case 'tookPart':
      return redirect(address(language, 'takeIntoUse', { id: caseId }))
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'caseNotFound':
      throw data(null, { status: 404 })
  }
}

export default function TakeIntoUsePage({ loaderData: view, actionData }: Route.ComponentProps) {
  const { t, list } = useMessages()
  const crumbs = useCaseCrumbs(view)
  const names = view.organisations.map(({ name }) => name)
  return (
    <>
      <PageHead title={`${t('adoptions.take.title')} – ${view.title}`} unlisted />
      <PageTop
        crumbs={crumbs}
        title={t('adoptions.take.title')}
        lead={names.length > 0 ? t('adoptions.take.lead', { organisation: names[0] ?? list(names) }) : null}
      />
      <div className="wide section with-aside">
        <div className="stack">
          <UnderWay view={view} />
          {view.organisations.length > 0 && <TakeForm view={view} answer={actionData ?? null} />}
          <p>
            <To page="case" params={{ id: view.id }}>
              {t('adoptions.take.back')}
            </To>
          </p>
        </div>
        <WhatOneGets view={view} />
      </div>
    </>
  )
}

/** Those who have begun are led to where they stand; those who took part have nothing to copy. */
function UnderWay({ view: { underWay, tookPart } }: { view: TakeView }) {
  const { t, list } = useMessages()
  return (
    <>
      {underWay.map(({ name, href }) => (
        <div className="box" data-color="fjord" key={href}>
          <p>{t('adoptions.take.underWay', { organisation: name })}.</p>
          <p>
            <a href={href} className="ds-button">
              {t('adoptions.take.underWay.link')}
            </a>
          </p>
        </div>
      ))}
      {tookPart.length > 0 && (
        <p className="box">{t('adoptions.take.tookPart', { organisation: list(tookPart) })}</p>
      )}
    </>
  )
}
