import { type Context, Hono } from 'hono'
import { messagesIn } from '#src/messages/index.ts'
import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import { JOINT_PAPERS, type JointPaperKind, OPEN_PAPERS } from '#src/modules/joint-procurement/contract.ts'
import {
  type JointProcurement,
  jointPaper,
  type PaperInput,
  partiesOf,
  readProcurement,
  takesPart,
} from '#src/modules/joint-procurement/index.ts'
import { findMatter, viewMarket } from '#src/modules/needs/index.ts'
import type { Database } from '#src/platform/database.ts'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import type { WebProgram } from '#src/web/context.ts'
import { address } from '#src/web/paths.ts'
import { publicOrigin } from '#src/web/public-origin.ts'
import type { SessionVariables } from '#src/web/sessions.ts'
import { filledIn, recipientOf } from './joint-paper-asked.ts'
import { PAPER_FORMATS, type PaperFormat } from './paper-address.ts'
import { paperFile } from './paper-file.ts'

type PapersApp = Hono<{ Variables: SessionVariables }>
type Asked = {
  readonly c: Context<{ Variables: SessionVariables }>
  readonly language: Language
  readonly kind: JointPaperKind
  readonly format: PaperFormat
}
type PaperProgram = Pick<WebProgram, 'config' | 'db' | 'now'>

/** The papers of joint procurements, made when somebody asks. What one may not know of goes on to the pages. */
export function jointPapers(program: PaperProgram): PapersApp {
  const app: PapersApp = new Hono()
  for (const language of LANGUAGES)
    app.get(
      `${address(language, 'jointPapers', { id: ':id' }).replace('%3A', ':')}/:file`,
      async (c, next) => {
        const named = paperNamed(c.req.param('file'))
        return (named && (await answer(program, { c, language, ...named }))) ?? next()
      },
    )
  return app
}

function paperNamed(file: string): Pick<Asked, 'kind' | 'format'> | null {
  const [slug, ending] = file.split('.', 2)
  const kinds = Object.keys(JOINT_PAPERS) as JointPaperKind[]
  const kind = kinds.find((one) => JOINT_PAPERS[one] === slug)
  const format = PAPER_FORMATS.find((one) => one === ending)
  return kind && format ? { kind, format } : null
}

/** Those who take part get every paper; what is told to the market, or stands in the notice, whoever may read of it. */
async function answer(program: PaperProgram, asked: Asked): Promise<Response | null> {
  const { c, language, kind, format } = asked
  const { db, now, config } = program
  const reader = c.get('signedIn')?.actor ?? null
  const procurement = await readProcurement(db, reader, c.req.param('id') ?? '')
  if (!procurement) return null
  if (!OPEN_PAPERS.some((open) => open === kind) && !takesPart(reader, procurement)) return null
  const url = new URL(c.req.url)
  const filled = filledIn(kind, url.searchParams)
  if (!filled) {
    const page = address(language, 'jointPapers', { id: procurement.id })
    return c.redirect(`${page}${url.search}`, 302)
  }
  const messages = messagesIn(language)
  const at = now()
  const input: PaperInput = {
    procurement,
    parties: await partiesOf(db, procurement),
    recipient: recipientOf(procurement, reader, url.searchParams.get('for')),
    isWithin: takesPart(reader, procurement),
    today: dayOf(at),
    madeAt: at,
    address: `${publicOrigin(config, url)}${address(language, 'jointProcurement', { id: procurement.id })}`,
    messages,
    summary: await summaryOf(db, reader, procurement),
    ...filled,
  }
  const paper = jointPaper(kind, input)
  return paperFile(paper, format, `${paper.sort} ${procurement.title}`)
}

/** The newest summary of the market dialogue that was published here. */
async function summaryOf(
  db: Database,
  reader: Actor | null,
  { demand }: JointProcurement,
): Promise<NonNullable<PaperInput['summary']> | null> {
  const matter = demand ? await findMatter(db, { kind: 'demand', id: demand }) : null
  const newest = matter ? (await viewMarket(db, reader, matter)).summaries[0] : undefined
  return newest ? { words: newest.words, publishedOn: dayOf(newest.publishedAt) } : null
}
