import { data, type RouterContextProvider } from 'react-router'
import { type Messages, messagesIn } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { type JointProcurement, readProcurement, takesPart } from '#src/modules/joint-procurement/index.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'

/** What the top of each of its pages shows of a joint procurement. */
export type JointHead = {
  readonly id: string
  readonly title: string
  readonly lead: string
  /** Where it is, or how it ended, in words. */
  readonly standing: string
  /** Whether the reader works for one who takes part or is asked to. */
  readonly takesPart: boolean
}

type Asked = {
  readonly request: Request
  readonly context: Readonly<RouterContextProvider>
  readonly params: { readonly id: string }
}

export type ReadJoint = {
  readonly joint: JointProcurement
  readonly head: JointHead
  readonly reader: Actor | null
  readonly messages: Messages
}

/** The joint procurement of the address, for a loader or an action; one that the reader may not know of is not there. */
export async function readJoint({ request, context, params }: Asked): Promise<ReadJoint> {
  const { db } = context.get(programContext)
  const reader = context.get(actorContext)
  const joint = await readProcurement(db, reader, params.id)
  if (!joint) throw data(null, { status: 404 })
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  return { joint, head: await jointHead(db, joint, { reader, messages }), reader, messages }
}

/** The same for those who take part; for everybody else the room is not there. */
export async function readJointWithin(asked: Asked): Promise<ReadJoint & { readonly reader: Actor }> {
  const read = await readJoint(asked)
  if (!read.reader || !takesPart(read.reader, read.joint)) throw data(null, { status: 404 })
  return { ...read, reader: read.reader }
}

async function jointHead(
  db: Database,
  joint: JointProcurement,
  { reader, messages: { t } }: { readonly reader: Actor | null; readonly messages: Messages },
): Promise<JointHead> {
  const lead = await findOrganisationById(db, joint.lead)
  return {
    id: joint.id,
    title: joint.title,
    lead: lead?.name ?? '–',
    standing: joint.ended ? t(`joint.outcome.${joint.ended.outcome}`) : t(`joint.step.${joint.step}`),
    takesPart: takesPart(reader, joint),
  }
}
