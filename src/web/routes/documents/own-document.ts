import { data } from 'react-router'
import { DocumentId } from '#src/modules/documents/contract.ts'
import {
  type DocumentWithVersions,
  findDocument,
  mayChange,
  mayWithdraw,
  type ReadingOn,
} from '#src/modules/documents/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'

type Asked = {
  readonly actor: Actor
  readonly id: string
  readonly for: 'change' | 'withdraw'
}

/** The document that somebody is about to do something with: not there for those who may not know of it or who may not. */
export async function ownDocument(program: ReadingOn, asked: Asked): Promise<DocumentWithVersions> {
  const id = DocumentId.safeParse(asked.id)
  const found = id.success ? await findDocument(program, asked.actor, id.data) : null
  if (!found) throw data(null, { status: 404 })
  const may = asked.for === 'change' ? mayChange : mayWithdraw
  if (!may(asked.actor, found)) throw data(null, { status: 403 })
  return found
}
