import type { Messages } from '#src/messages/index.ts'
import { type Actor, isPublicEmployee } from '#src/modules/identity/index.ts'
import {
  buyers,
  type JointProcurement,
  mayBegin,
  readLife,
  readProcurements,
  takesPart,
  whoseTurn,
} from '#src/modules/joint-procurement/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'

type Asked = { readonly reader: Actor | null; readonly messages: Messages; readonly at: Date }

/** What one of the list says of a joint procurement. */
export type ListedJoint = {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly buyers: number
  readonly path: string
  readonly standing: string
  readonly isEnded: boolean
  readonly isYourTurn: boolean
}

export async function listView(db: Database, { reader, messages, at }: Asked) {
  const all = await readProcurements(db, reader)
  const leads = await organisationsByIds(
    db,
    all.map(({ lead }) => lead),
  )
  const listed = (joint: JointProcurement, isYourTurn: boolean): ListedJoint => ({
    id: joint.id,
    title: joint.title,
    lead: leads.get(joint.lead)?.name ?? '–',
    buyers: buyers(joint).length,
    path: messages.t(`joint.path.${joint.path}`),
    standing: messages.t(joint.ended ? `joint.outcome.${joint.ended.outcome}` : `joint.step.${joint.step}`),
    isEnded: joint.ended !== null,
    isYourTurn,
  })
  const own: ListedJoint[] = []
  for (const joint of all.filter((one) => takesPart(reader, one)))
    own.push(listed(joint, isTheirTurn(reader, joint, whoseTurn(await readLife(db, joint, at)))))
  return {
    own,
    others: all.filter((one) => !takesPart(reader, one)).map((joint) => listed(joint, false)),
    mayBegin: reader?.organisation ? mayBegin(reader, reader.organisation) : false,
    isEmployee: isPublicEmployee(reader),
  }
}

/** Something waits for one the reader works for: an answer to an invitation, or what stands before the next step. */
function isTheirTurn(
  reader: Actor | null,
  { participants, ended }: JointProcurement,
  turn: ReturnType<typeof whoseTurn>,
): boolean {
  if (!reader || ended) return false
  const invited = participants.filter(({ status }) => status === 'invited')
  const waiting = [...turn, ...invited.map(({ organisation }) => organisation)]
  return waiting.some((organisation) => reader.actsFor.has(organisation))
}
