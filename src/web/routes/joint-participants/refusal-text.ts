import { data } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import type {
  AnswerFailure,
  ChangeParticipantRoleFailure,
  InviteFailure,
} from '#src/modules/joint-procurement/index.ts'

export type Refused = InviteFailure | ChangeParticipantRoleFailure | AnswerFailure

/** Why the list was not changed, in words; what one may not know of or do has a page of its own. */
export function refusalText(failure: Refused, { t }: Messages, name: string): string {
  switch (failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'hasEnded':
      return t('joint.wrong.ended')
    case 'listClosed':
      return t('joint.wrong.listClosed')
    case 'notPublicBody':
      return t('joint.wrong.notPublicBody')
    case 'alreadyThere':
      return t('joint.wrong.alreadyThere', { name })
    case 'notInvited':
    case 'notTakingPart':
      return t('joint.wrong.stillThere')
    case 'leads':
      return t('joint.wrong.cannotLead')
  }
}
