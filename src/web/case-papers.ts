import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { messagesIn } from '#src/messages/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { casePaper, findCase, type ProcurementCase } from '#src/modules/catalogue/index.ts'
import { contentDisposition, downloadName } from '#src/platform/download-name.ts'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import { toDocx, toPdf } from '#src/platform/papers/index.ts'
import type { WebProgram } from './context.ts'
import { casePaperAddress, PAPER_FORMATS, type PaperFormat } from './paper-address.ts'
import { address } from './paths.ts'
import { publicOrigin } from './public-origin.ts'

const FORMATS = {
  pdf: { write: toPdf, type: 'application/pdf' },
  docx: {
    write: toDocx,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const

type File = { readonly bytes: Uint8Array<ArrayBuffer>; readonly tag: string }

type PaperProgram = Pick<WebProgram, 'config' | 'db' | 'remember'>

/** Every case as a paper, in each language: public, made when somebody asks, and the same until the case changes. */
export function casePapers(program: PaperProgram): Hono {
  const papers = new Hono()
  for (const language of LANGUAGES) {
    for (const format of PAPER_FORMATS) {
      const path = casePaperAddress(language, ':id', format).replace('%3A', ':')
      papers.get(path, async (c, next) => (await answer(program, { c, language, format })) ?? next())
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
  const origin = publicOrigin(program.config, new URL(c.req.url))
  const page = `${origin}${address(language, 'case', { id: lookup.case.id })}`
  const file = await fileOf(program, lookup.case, { language, format, page })
  const headers = {
    'cache-control': 'public, max-age=0, must-revalidate',
    etag: file.tag,
    link: `<${page}>; rel="canonical"`,
  }
  if (c.req.header('if-none-match') === file.tag) return c.body(null, 304, headers)
  const name = downloadName(`${lookup.case.id} ${lookup.case.content.identity.title}`, format)
  return c.body(file.bytes, 200, {
    ...headers,
    'content-type': FORMATS[format].type,
    'content-disposition': contentDisposition(name),
  })
}

type Wanted = { readonly language: Language; readonly format: PaperFormat; readonly page: string }

/** Written once for all who ask while it is in memory; writing takes longer than sending. */
function fileOf({ remember }: PaperProgram, found: ProcurementCase, wanted: Wanted): Promise<File> {
  const { language, format, page } = wanted
  return remember(['paper', page, format, found.version, found.updatedAt.getTime()], async () => {
    const paper = casePaper({ found, messages: messagesIn(language), address: page })
    const bytes = Uint8Array.from(await FORMATS[format].write(paper))
    return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url')}"` }
  })
}
