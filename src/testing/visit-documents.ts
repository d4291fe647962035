import { RouterContextProvider } from 'react-router'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import { actorContext, programContext, requestContext } from '#src/web/context.ts'
import { answerOf, ORIGIN } from './ask-page.ts'
import { anyPdf, documentsAt, REQUIREMENTS } from './shared-documents.ts'
import { aWebProgram } from './web-program.ts'

export type Page = {
  readonly loader: (given: never) => unknown
  readonly action?: (given: never) => unknown
}
export type Form = Readonly<Record<string, string | File>>
type Asked = { readonly path: string; readonly id?: string; readonly form?: Form; readonly encoded?: boolean }

const now = () => documentsAt

/** What comes of it when this person opens a page, or sends the form on it with a file. */
export async function visitWithFile(
  db: Database,
  actor: Actor | null,
  page: Page,
  { path, id, form, encoded }: Asked,
) {
  const context = new RouterContextProvider()
  context.set(programContext, aWebProgram({ db: db as never, now }))
  context.set(requestContext, { requestId: 'test', nonce: 'test', origin: ORIGIN })
  context.set(actorContext, actor)
  const body = form && (encoded ? new URLSearchParams(form as Record<string, string>) : formData(form))
  const request = new Request(`${ORIGIN}${path}`, body ? { method: 'POST', body } : {})
  const given = { context, request, params: id === undefined ? {} : { id } } as never
  return answerOf(Promise.resolve().then(() => (form ? page.action?.(given) : page.loader(given))))
}

function formData(form: Form): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(form)) data.set(name, value)
  return data
}

export const file = (bytes: Uint8Array = anyPdf(), name = 'krav.pdf') =>
  new File([new Uint8Array(bytes)], name)

/** The form for a new document, as one fills it in who changes nothing but this. */
export function filled(organisation: string, changes: Form = {}): Form {
  const { step, theme, ...texts } = REQUIREMENTS
  const said = { ...texts, step: step ?? '', theme: theme ?? '' }
  return { ...said, organisation, for: '', noPersonalData: 'ja', noSecrets: 'ja', file: file(), ...changes }
}
