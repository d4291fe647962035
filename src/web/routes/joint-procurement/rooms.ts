import type { MessageKey } from '#src/messages/index.ts'
import type { PageName } from '#src/web/paths.ts'

/** One of the pages about a joint procurement, by its place in the under-navigation. */
export type JointRoom = {
  /** A page whose address takes the id of the procurement and nothing else. */
  readonly page: PageName
  readonly text: MessageKey
  /** Whether everybody who may read the procurement is let in, or only those who take part in it. */
  readonly isFor: 'readers' | 'participants'
}

/**
 * The under-navigation of a joint procurement, in the order it is shown: overview, participants, check before
 * publication, talk, meetings, contract, benefit, documents. What a room does not let in is decided by its page.
 */
export const JOINT_ROOMS: readonly JointRoom[] = [
  { page: 'jointProcurement', text: 'joint.room.overview', isFor: 'readers' },
  { page: 'jointParticipants', text: 'joint.room.participants', isFor: 'readers' },
  { page: 'jointGate', text: 'gate.title', isFor: 'participants' },
  { page: 'jointTalk', text: 'jointTalk.title', isFor: 'participants' },
  { page: 'jointMeetings', text: 'jointMeeting.title', isFor: 'participants' },
  { page: 'jointContract', text: 'jointContract.title', isFor: 'participants' },
  { page: 'jointBenefit', text: 'jointBenefit.title', isFor: 'readers' },
  { page: 'jointPapers', text: 'jointPapers.title', isFor: 'readers' },
  { page: 'jointSettings', text: 'joint.room.settings', isFor: 'participants' },
]
