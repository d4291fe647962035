import { data } from 'react-router'
import { type Messages, messagesIn } from '#src/messages/index.ts'
import { SpreadKind } from '#src/modules/adoptions/contract.ts'
import { SolutionId } from '#src/modules/catalogue/contract.ts'
import { casesOf, findSolution, type Solution } from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { type Register, readRegister } from '#src/modules/organisations/index.ts'
import { theme, themeLabel } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { adopterName } from '#src/web/present/adopters-view.ts'
import { readPublishedCase } from '#src/web/present/read-published-case.ts'
import { placeFacts, type Spread, type SpreadRow, spreadOf } from '#src/web/present/spread-view.ts'
import type { Route } from './+types/page.ts'

export type SpreadPage = Spread & {
  readonly kind: SpreadKind
  readonly id: string
  readonly name: string
  readonly nameLanguage: string
  readonly href: string
}

type Asked = Pick<Route.LoaderArgs, 'params' | 'request' | 'context'>
type Reading = { readonly id: string; readonly reader: Actor | null; readonly messages: Messages }

/** How the case, the solution or the theme in the address has spread. */
export function readSpreadPage({ params, request, context }: Asked): Promise<SpreadPage> {
  const { db } = context.get(programContext)
  const messages = messagesIn(languageOf(new URL(request.url).pathname))
  const reading = { id: params.id, reader: context.get(actorContext), messages }
  const kind = SpreadKind.safeParse(params.kind)
  if (!kind.success) throw data(null, { status: 404 })
  switch (kind.data) {
    case 'case':
      return ofCase(db, reading)
    case 'solution':
      return ofSolution(db, reading)
    case 'theme':
      return ofTheme(db, reading)
  }
}

async function ofCase(db: Database, { id, reader, messages }: Reading): Promise<SpreadPage> {
  const found = await readPublishedCase(db, id, messages.language)
  const { rows, trees } = await spreadOf(db, [found.id], { reader, messages })
  const { identity, reuse, language, who } = found.content
  const href = address(messages.language, 'case', { id: found.id })
  const mentioned = (reuse?.adoptedBy ?? []).map(
    ({ name }, place): SpreadRow => ({
      ...told(`${found.id} ${place}`, 'case'),
      who: name,
      from: who.parties[0]?.name ?? found.id,
      what: identity.title,
      whatHref: href,
    }),
  )
  const name = { name: identity.title, nameLanguage: language }
  return { kind: 'case', id: found.id, href, ...name, rows: [...rows, ...mentioned], trees }
}

async function ofSolution(db: Database, { id, reader, messages }: Reading): Promise<SpreadPage> {
  const known = SolutionId.safeParse(id)
  const lookup = known.success ? await findSolution(db, known.data) : null
  if (lookup?.status !== 'found') throw data(null, { status: lookup?.status === 'withdrawn' ? 410 : 404 })
  const { solution } = lookup
  const { rows, trees } = await spreadOf(db, solution.content.fromCases, { reader, messages })
  const adopters = adopterRows(solution, await readRegister(db), messages)
  const name = { name: solution.content.name, nameLanguage: solution.content.language }
  const href = address(messages.language, 'solution', { id: solution.id })
  return { kind: 'solution', id: solution.id, href, ...name, rows: [...rows, ...adopters], trees }
}

function adopterRows(
  { id, content, adopters }: Solution,
  register: Register,
  messages: Messages,
): readonly SpreadRow[] {
  return adopters.map((adopter, place) => ({
    ...told(`${id} ${place}`, 'solution'),
    who: adopter.name,
    whoHref: adopterName(adopter, messages).href,
    what: content.name,
    whatHref: address(messages.language, 'solution', { id }),
    since: adopter.fromYear ? `${adopter.fromYear}` : null,
    ...placeFacts(adopter.organisation, register),
  }))
}

async function ofTheme(db: Database, { id, reader, messages }: Reading): Promise<SpreadPage> {
  if (!theme(id)) throw data(null, { status: 404 })
  const cases = await casesOf(db, { theme: id })
  const origins = cases.map((summary) => summary.id)
  const spread = await spreadOf(db, origins, { reader, messages })
  const { language } = messages
  const name = { name: themeLabel(id, language), nameLanguage: language }
  return { kind: 'theme', id, href: address(language, 'theme', { id }), ...name, ...spread }
}

/** What others have written down of somebody, before anything more is known. */
function told(key: string, source: 'case' | 'solution') {
  return {
    key,
    source,
    whoHref: null,
    from: '',
    since: null,
    standing: null,
    href: null,
    population: null,
    centrality: null,
    isSmallDistrict: null,
  }
}
