import { test } from 'vitest'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { draftNoticeXml } from '#src/testing/draft-notice.ts'
import { type Sent, sendTwice } from '#src/testing/sent-twice.ts'
import { BeginForm } from './contract.ts'
import * as joint from './index.ts'

const TODAY = '2026-11-22'
const DRAFT = new TextEncoder().encode(draftNoticeXml({ buyers: [{ name: 'Bodø kommune' }] }))

const SENT: readonly Sent[] = [
  {
    name: 'that they begin',
    step: 'group',
    send: ({ context, lead, bodo, began }) =>
      joint.beginProcurement(context, lead, {
        ...{ id: began, lead: bodo },
        form: BeginForm.parse({
          ...{ title: 'Nattetilsyn', purpose: 'Sove', audience: 'own', innovationHeight: '', buysAgain: '' },
        }),
      }),
  },
  {
    name: 'an answer to an invitation',
    step: 'group',
    send: ({ context, stranger, id, voss }) =>
      joint.answerInvitation(context, stranger, { id, organisation: voss, answer: 'interested' }),
  },
  {
    name: 'an invitation that is taken back',
    step: 'group',
    send: ({ context, lead, id, voss }) =>
      joint.answerInvitation(context, lead, { id, organisation: voss, answer: 'uninvited' }),
  },
  {
    name: 'an invitation to one who said no',
    step: 'group',
    given: ({ context, stranger, id, voss }) =>
      joint.answerInvitation(context, stranger, { id, organisation: voss, answer: 'declined' }),
    send: ({ context, lead, id, voss }) =>
      joint.inviteParticipant(context, lead, { id, organisation: voss, role: 'participant' }),
  },
  {
    name: 'another role',
    step: 'group',
    send: ({ context, lead, id, organisation }) =>
      joint.changeParticipantRole(context, lead, { id, organisation, role: 'host' }),
  },
  {
    name: 'that somebody else should lead',
    step: 'group',
    send: ({ context, lead, id, organisation }) => joint.proposeLead(context, lead, { id, to: organisation }),
  },
  {
    name: 'that one will lead',
    step: 'group',
    given: ({ context, lead, id, organisation }) =>
      joint.proposeLead(context, lead, { id, to: organisation }),
    send: ({ context, small, id }) => joint.answerProposedLead(context, small, { id, accept: true }),
  },
  {
    name: 'what is common',
    step: 'group',
    send: ({ context, lead, id }) =>
      joint.changeFacts(context, lead, { id, from: 1, facts: { strategy: 'Sammen' } }),
  },
  {
    name: 'what one tells of oneself',
    step: 'group',
    send: ({ context, small, id, organisation }) =>
      joint.saveStanding(context, small, {
        ...{ id, organisation, from: 1, standing: { intent: { on: TODAY, words: '' } } },
      }),
  },
  {
    name: 'a step',
    step: 'group',
    send: ({ context, lead, id }) =>
      joint.takeStep(context, lead, { id, form: { to: 'intent', on: TODAY, reason: '' } }),
  },
  {
    name: 'a step back',
    step: 'intent',
    send: ({ context, lead, id }) =>
      joint.takeStep(context, lead, { id, form: { to: 'group', on: TODAY, reason: 'Vi ble færre' } }),
  },
  {
    name: 'another path',
    step: 'group',
    send: ({ context, lead, id }) => joint.choosePath(context, lead, { id, path: 'parallel' }),
  },
  {
    name: 'an end',
    step: 'group',
    send: ({ context, lead, id }) => joint.endProcurement(context, lead, { id, reason: 'Ingen ville' }),
  },
  {
    name: 'a draft of the notice',
    step: 'gate',
    send: ({ context, lead, id }) =>
      joint.readDraftNotice(context, lead, { id, file: { name: 'utkast.xml', bytes: DRAFT } }),
  },
]

test.each(SENT)('$name that is sent twice is noted and told once', (sent) =>
  withCatalogue((db) => sendTwice(db, sent)),
)
