import type { RouterContextProvider } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import { calendarOf, type JointProcurement, type Meeting } from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { contentDisposition, downloadName } from '#src/platform/download-name.ts'
import { requestContext } from '#src/web/context.ts'
import { address } from '#src/web/paths.ts'

type Asked = { readonly context: Readonly<RouterContextProvider> }

type Told = {
  readonly joint: JointProcurement
  readonly meetings: readonly Meeting[]
  readonly name: string
  readonly nameOf: (organisation: OrganisationId) => string
  readonly messages: Messages
}

/** The meetings as a file for a calendar. */
export function calendarFile(
  { context }: Asked,
  { joint, meetings, name, nameOf, messages }: Told,
): Response {
  const { origin } = context.get(requestContext)
  const email = joint.participants.find(({ organisation }) => organisation === joint.lead)?.standing.mailbox
  const text = calendarOf(meetings, {
    name,
    pageOf: (one) =>
      `${origin}${address(messages.language, 'jointMeeting', { id: joint.id, meeting: one.id })}`,
    organiser: email ? { name: nameOf(joint.lead), email } : null,
  })
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': contentDisposition(downloadName(name, 'ics')),
      'cache-control': 'private, no-store',
    },
  })
}
