import { data } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import type { Subject } from '#src/modules/documents/contract.ts'
import { mayAdd } from '#src/modules/documents/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { readSubject, subjectSources } from '#src/web/routes/documents/subjects.ts'
import { themeChoices } from '#src/web/routes/documents/theme-choices.ts'
import type { Choice } from '#src/web/ui/fields.tsx'

type Asking = { readonly actor: Actor; readonly messages: Messages; readonly asked: string }

/** What the form for a new document needs: for whom one may upload, and what the document will belong to. */
export async function newView(db: Database, { actor, messages, asked }: Asking) {
  const subject = readSubject(asked)
  const found = subject && (await findSubject(db, subject, { actor, messages }))
  if (subject && !found) throw data(null, { status: 404 })
  const isTheirs = found !== null && found.organisations.size > 0
  const own = [...actor.actsFor].filter((organisation) => mayAdd(actor, organisation))
  const choosable = isTheirs ? own.filter((organisation) => found.organisations.has(organisation)) : own
  if (choosable.length === 0) throw data(null, { status: 403 })
  return {
    for: isTheirs ? asked : '',
    subject: found && { title: found.title, isTheirs },
    organisations: await named(db, choosable),
    themes: themeChoices(messages.language),
  }
}

function findSubject(db: Database, subject: Subject, { actor, messages }: Omit<Asking, 'asked'>) {
  const source = subjectSources(messages).find(({ kind }) => kind === subject.kind)
  return source?.find(db, actor, subject.id) ?? null
}

async function named(db: Database, ids: readonly OrganisationId[]): Promise<readonly Choice[]> {
  const organisations = await organisationsByIds(db, ids)
  return ids.flatMap((id) => {
    const found = organisations.get(id)
    return found ? [{ value: id, text: found.name }] : []
  })
}

export type NewView = Awaited<ReturnType<typeof newView>>
