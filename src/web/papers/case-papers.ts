import { type Context, type Handler, Hono } from 'hono'
import { type Messages, messagesIn } from '#src/messages/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import {
  type CaseState,
  casePaper,
  findCase,
  findCaseVersion,
  type ProcurementCase,
} from '#src/modules/catalogue/index.ts'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import type { Journal } from '#src/platform/papers/index.ts'
import type { WebProgram } from '#src/web/context.ts'
import { etagOf, isKnown } from '#src/web/etag.ts'
import { address } from '#src/web/paths.ts'
import { versionNumber } from '#src/web/present/version-number.ts'
import { publicOrigin } from '#src/web/public-origin.ts'
import { casePaperAddress, PAPER_FORMATS, type PaperFormat, versionPaperAddress } from './paper-address.ts'
import { paperBytes, paperHeaders } from './paper-file.ts'

type File = { readonly bytes: Uint8Array<ArrayBuffer>; readonly tag: string }

type PaperProgram = Pick<WebProgram, 'config' | 'db' | 'remember'>

/** Every case as a paper, in each language: public, made when somebody asks, and the same until the case changes. */
export function casePapers(program: PaperProgram): Hono {
  const papers = new Hono()
  for (const language of LANGUAGES) {
    for (const format of PAPER_FORMATS) {
      const give: Handler = async (c, next) => (await answer(program, { c, language, format })) ?? next()
      const version = versionPaperAddress(language, { id: ':id', version: ':version' }, format)
      papers.get(casePaperAddress(language, ':id', format).replace('%3A', ':'), give)
      papers.get(version.replaceAll('%3A', ':'), give)
    }
  }
  return papers
}

type Asked = { readonly c: Context; readonly language: Language; readonly format: PaperFormat }

/** Null for what was never there, which the pages tell better. */
async function answer(program: PaperProgram, { c, language, format }: Asked): Promise<Response | null> {
  const id = CaseId.safeParse(c.req.param('id'))
  const lookup = id.success ? await findCase(program.db, id.data) : null
  if (!lookup) return null
  if (lookup.status === 'withdrawn') {
    return c.text(messagesIn(language).t('error.gone.reason', { reason: lookup.reason }), 410)
  }
  if (lookup.status === 'merged') return c.redirect(casePaperAddress(language, lookup.into, format), 301)
  const found = await stateOf(program, lookup.case, c.req.param('version'))
  if (!found) return null
  const origin = publicOrigin(program.config, new URL(c.req.url))
  const page = `${origin}${pageOf(language, found, c.req.param('version'))}`
  const file = await fileOf(program, found, { language, format, page })
  const headers = {
    'cache-control': 'public, max-age=0, must-revalidate',
    etag: file.tag,
    link: `<${page}>; rel="canonical"`,
  }
  if (isKnown(c.req.raw.headers, file.tag)) return c.body(null, 304, headers)
  const name = `${found.id} ${found.content.identity.title}`
  return c.body(file.bytes, 200, { ...headers, ...paperHeaders(format, name) })
}

type State = CaseState & { readonly organisation: string | null }

/** The case as it is, or as it was in the version that is asked for; null for a version there never was. */
async function stateOf(
  { db }: PaperProgram,
  current: ProcurementCase,
  asked: string | undefined,
): Promise<State | null> {
  const version = asked === undefined ? current.version : versionNumber(asked)
  const found = version ? await findCaseVersion(db, current.id, version) : null
  if (!found) return null
  const { madeBy, at, content, organisation } = found
  const isCurrent = asked === undefined
  return {
    id: current.id,
    version: found.version,
    origin: madeBy,
    confirmedAt: current.confirmedAt,
    updatedAt: isCurrent ? current.updatedAt : at,
    content,
    organisation: organisation?.name ?? null,
  }
}

function pageOf(language: Language, { id, version }: State, asked: string | undefined): string {
  return asked === undefined
    ? address(language, 'case', { id })
    : address(language, 'caseVersion', { id, version: String(version) })
}

type Wanted = { readonly language: Language; readonly format: PaperFormat; readonly page: string }

/** Written once for all who ask while it is in memory; writing takes longer than sending. */
function fileOf({ remember }: PaperProgram, found: State, wanted: Wanted): Promise<File> {
  const { language, format, page } = wanted
  return remember(['paper', page, format, found.version, found.updatedAt.getTime()], async () => {
    const messages = messagesIn(language)
    const paper = casePaper({ found, messages, address: page }, journalOf(found, messages))
    const bytes = await paperBytes(paper, format)
    return { bytes, tag: etagOf(bytes) }
  })
}

/** What an archive asks of a document that a municipality answers for; what ships with the program is in no archive. */
function journalOf({ organisation, updatedAt, content }: State, { date }: Messages): Journal | undefined {
  if (!organisation) return undefined
  const { archiveReference } = content.provenance
  return {
    documentDate: date(updatedAt),
    from: organisation,
    ...(archiveReference ? { archiveReference } : {}),
  }
}
