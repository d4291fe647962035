import type { Messages } from '#src/messages/index.ts'
import { type Actor, isPublicEmployee } from '#src/modules/identity/index.ts'
import {
  buyers,
  type JointProcurement,
  type Life,
  mayBegin,
  readLives,
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
  const own = all.filter((one) => takesPart(reader, one))
  const lives = await readLives(db, own, at)
  return {
    own: lives.map((life) => listed(life.joint, isTheirTurn(reader, life))),
    others: all.filter((one) => !takesPart(reader, one)).map((joint) => listed(joint, false)),
    mayBegin: reader?.organisation ? mayBegin(reader, reader.organisation) : false,
    isEmployee: isPublicEmployee(reader),
  }
}

/** Something waits for one the reader works for: an answer to an invitation, or what stands before the next step. */
function isTheirTurn(reader: Actor | null, life: Life): boolean {
  const { participants, ended } = life.joint
  if (!reader || ended) return false
  const invited = participants.filter(({ status }) => status === 'invited')
  const waiting = [...whoseTurn(life), ...invited.map(({ organisation }) => organisation)]
  return waiting.some((organisation) => reader.actsFor.has(organisation))
}
