import { type Context, Hono } from 'hono'
import { messagesIn } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  demandPaper,
  levellingPaper,
  type MarketView,
  type MatterRef,
  matterRef,
  membersWithNeeds,
  readDemand,
  readMatter,
  summaryPaper,
  viewMarket,
} from '#src/modules/needs/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import type { Paper } from '#src/platform/papers/index.ts'
import type { WebProgram } from '#src/web/context.ts'
import {
  demandPaperAddress,
  MARKET_PAPERS,
  type MarketPaper,
  marketPaperAddress,
} from '#src/web/market-address.ts'
import { address } from '#src/web/paths.ts'
import { publicOrigin } from '#src/web/public-origin.ts'
import type { SessionVariables } from '#src/web/sessions.ts'
import { PAPER_FORMATS, type PaperFormat } from './paper-address.ts'
import { paperFile } from './paper-file.ts'

type App = Hono<{ Variables: SessionVariables }>
type Asked = Context<{ Variables: SessionVariables }>
type PaperProgram = Pick<WebProgram, 'config' | 'db' | 'now'>

/**
 * Demands, levelling logs and summaries as papers, each as the one who asks may see it. Never kept by anybody between:
 * the same address holds more for those who received an answer in confidence.
 */
export function marketPapers(program: PaperProgram): App {
  const app: App = new Hono()
  const give = (at: string, format: PaperFormat, make: (c: Asked) => Promise<Paper | null>) =>
    app.get(at.replace('%3A', ':'), async (c, next) => {
      const paper = await make(c)
      return paper ? paperFile(paper, format, `${paper.sort} ${paper.title}`) : next()
    })
  for (const language of LANGUAGES)
    for (const format of PAPER_FORMATS) {
      give(demandPaperAddress(language, ':id', format), format, (c) => paperOfDemand(program, c, language))
      for (const kind of ['need', 'demand'] as const)
        for (const paper of MARKET_PAPERS) {
          const at = marketPaperAddress(language, { kind, id: ':id' }, { paper, format })
          give(at, format, (c) => paperOfMarket(program, c, { kind, paper, language }))
        }
    }
  return app
}

/** Null for what this reader may not know of, which the pages tell in the same way as what never was. */
async function paperOfDemand(
  { db, config }: PaperProgram,
  c: Asked,
  language: Language,
): Promise<Paper | null> {
  const demand = await readDemand(db, readerOf(c), c.req.param('id') ?? '')
  if (!demand) return null
  const origin = publicOrigin(config, new URL(c.req.url))
  const lead = (await organisationsByIds(db, [demand.lead])).get(demand.lead)
  return demandPaper({
    demand,
    lead: lead?.name ?? '–',
    members: await membersWithNeeds(db, demand),
    messages: messagesIn(language),
    address: `${origin}${address(language, 'demand', { id: demand.id })}`,
  })
}

type Wanted = {
  readonly kind: MatterRef['kind']
  readonly paper: MarketPaper
  readonly language: Language
}

async function paperOfMarket(
  { db, now }: PaperProgram,
  c: Asked,
  { kind, paper, language }: Wanted,
): Promise<Paper | null> {
  const reader = readerOf(c)
  const ref = matterRef(kind, c.req.param('id') ?? '')
  const matter = ref && (await readMatter(db, reader, ref))
  if (!matter) return null
  const view = await viewMarket(db, reader, matter)
  const names = await organisationsByIds(db, organisationsIn(view))
  const of = {
    view,
    nameOf: (id: string | null) => (id && [...names.values()].find((one) => one.id === id)?.name) || '–',
    messages: messagesIn(language),
    madeAt: now(),
  }
  return paper === 'levelling' ? levellingPaper(of) : summaryPaper(of)
}

function organisationsIn({ matter, answers, messages, summaries }: MarketView) {
  const all = [
    matter.lead,
    ...answers.flatMap(({ organisation, log }) => [organisation, ...log.map((one) => one.decidedFor)]),
    ...messages.flatMap(({ organisation, to }) => [organisation, to?.organisation ?? null]),
    ...summaries.map(({ organisation }) => organisation),
  ]
  return [...new Set(all.filter((id) => id !== null))]
}

function readerOf(c: Asked): Actor | null {
  return c.get('signedIn')?.actor ?? null
}
