import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import type { StandingPart } from '#src/modules/joint-procurement/contract.ts'
import { readLife, type SaveStandingFailure, saveStanding } from '#src/modules/joint-procurement/index.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { programContext } from '#src/web/context.ts'
import { address } from '#src/web/paths.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { textIn, typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { type ReadJoint, readJointWithin } from '#src/web/routes/joint-procurement/read-joint.ts'
import { JointTop } from '#src/web/routes/joint-procurement/rooms.tsx'
import { Done, type FieldErrors, FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { Part } from './part.tsx'
import { fieldName, partIn, readStanding, STANDING_FIELDS } from './read-standing.ts'
import { mayTell, standingView } from './standing-view.ts'

export async function loader(asked: Route.LoaderArgs) {
  const { db, now } = asked.context.get(programContext)
  const { head, joint, reader, messages } = await readJointWithin(asked)
  const one = participantOf(joint, asked.params.organisation)
  const body = await findOrganisationById(db, one.organisation)
  return {
    head,
    view: standingView(
      one,
      { reader, name: body?.name ?? '–', life: await readLife(db, joint, now()) },
      messages,
    ),
    isSaved: new URL(asked.request.url).searchParams.get('varsel') === 'lagret',
  }
}

function participantOf({ participants }: ReadJoint['joint'], id: string) {
  const one = participants.find(({ organisation }) => organisation === id)
  if (!one) throw data(null, { status: 404 })
  return one
}

export async function action(asked: Route.ActionArgs) {
  const actor = requireActor(asked)
  const { db, now } = asked.context.get(programContext)
  const { joint, messages } = await readJointWithin(asked)
  const { organisation } = participantOf(joint, asked.params.organisation)
  const form = await asked.request.formData()
  const part = partIn(form)
  if (!part) throw data(null, { status: 400 })
  if (!mayTell(actor, organisation, part)) throw data(null, { status: 403 })
  const refused = (errors: FieldErrors, status: number) =>
    data({ part, typed: typedIn(form), errors: inPart(part, errors) }, { status })
  const read = readStanding(form, part)
  if (!read.ok) return refused(fieldErrors(read.error, messages.t, 'joint.wrong.needed'), 422)
  const from = Number(textIn(form, 'from'))
  const asking = { id: joint.id, organisation, from, standing: read.standing }
  const saved = await saveStanding({ db, now }, actor, asking)
  if (saved.ok) {
    const there = address(messages.language, 'jointParticipant', { id: joint.id, organisation })
    return redirect(`${there}?varsel=lagret`)
  }
  const { errors, status } = told(saved.failure, messages)
  return refused(errors, status)
}

/** The fields of each part have names of their own, so that each is told of beside itself. */
function inPart(part: StandingPart, errors: FieldErrors): FieldErrors {
  const fields: readonly string[] = STANDING_FIELDS[part]
  return Object.fromEntries(
    Object.entries(errors).map(([field, text]) => {
      // What is wrong with the whole of it is told at its first field.
      const place = fields.includes(field) ? field : STANDING_FIELDS[part][0]
      return [fieldName(part, place), text]
    }),
  )
}

function told(failure: SaveStandingFailure, { t }: Messages): { errors: FieldErrors; status: number } {
  switch (failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'hasEnded':
      return { errors: { on: t('joint.wrong.ended') }, status: 409 }
    case 'notTakingPart':
      return { errors: { on: t('joint.wrong.stillThere') }, status: 409 }
    case 'changedMeanwhile':
      return { errors: { on: t('joint.wrong.changed') }, status: 409 }
    case 'published':
      return { errors: { [failure.field]: t('joint.wrong.published') }, status: 409 }
    case 'inFuture':
      return { errors: { [failure.field]: t('joint.wrong.future') }, status: 422 }
  }
}

export default function JointParticipantPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { head, view, isSaved } = loaderData
  const answer = actionData ?? null
  const title = t(view.isTheirs ? 'joint.standing.title' : 'joint.standing.title.other', {
    organisation: view.name,
  })
  return (
    <>
      <JointTop head={head} here="jointParticipants" title={title} />
      <div className="wide section">
        <div className="stack">
          {answer && <FormErrors errors={answer.errors} title={t('joint.wrong')} />}
          {isSaved && !answer && <Done>{t('joint.saved')}</Done>}
          <h2>{title}</h2>
        </div>
        <p>
          <span className="ds-tag">{view.roleName}</span> <span className="ds-tag">{view.statusName}</span>
        </p>
        <p className="quiet">{t('joint.standing.each')}</p>
        {view.parts.map((part) => (
          <Part
            key={part.part}
            view={part}
            version={view.version}
            role={view.role}
            answer={answer?.part === part.part ? answer : null}
          />
        ))}
        {view.isTheirs && (
          <p>
            <To page="jointWithdraw" params={{ id: head.id }}>
              {t('jointWithdraw.link')}
            </To>
          </p>
        )}
      </div>
    </>
  )
}
