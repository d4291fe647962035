import type { Context } from 'hono'
import { z } from 'zod'
import type { Language } from '#src/platform/language.ts'
import type { Program } from '#src/program.ts'
import { type Addresses, addressesAt } from './addresses.ts'
import { lang, readParameters } from './parameters.ts'
import { type BadParameter, type ProblemFacts, problemResponse } from './problem.ts'

/** What the API needs of the program. */
export type ApiProgram = Pick<Program, 'config' | 'db' | 'log' | 'search' | 'preparing'>

export type Here = (parameters: Readonly<Record<string, string>>) => string

export type Question<Query> = {
  readonly program: ApiProgram
  readonly path: (name: string) => string
  readonly query: Query
  readonly lang: Language
  readonly addresses: Addresses
  /** This address with other parameters, for links to other pages of a list. */
  readonly here: Here
  readonly problem: (facts: ProblemFacts) => Response
  /** To where the same thing is now, with the same parameters. */
  readonly movedTo: (...parts: readonly string[]) => Response
  /** To what is asked for today, which may be another tomorrow. */
  readonly seeOther: (...parts: readonly string[]) => Response
}

/** What a question leads to: a body in the documented form, or a finished response for anything else. */
export type Reply<Body> =
  | { readonly body: Body; readonly links?: { readonly [relation: string]: string | null } }
  | Response

export type Tag = 'Search' | 'Cases' | 'Notices' | 'Organisations' | 'Themes'

type Facts = {
  readonly id: string
  /** With parameters in braces, as OpenAPI writes it. */
  readonly path: string
  readonly tag: Tag
  readonly summary: string
  readonly description: string
  readonly pathParameters?: {
    readonly [name: string]: { readonly description: string; readonly example?: string }
  }
  /** Statuses besides 200, 400, 500 and 503, and when they come. */
  readonly outcomes?: { readonly [status: number]: string }
}

/** One address of the API: what it takes and answers, for the program that answers and for its documentation. */
export type Endpoint = Facts & {
  readonly query: z.ZodObject
  readonly answer: z.ZodType | { readonly contentType: string }
  readonly respond: (context: Context, program: ApiProgram) => Promise<Response>
}

type Answer = z.ZodType | { readonly contentType: string }
type Parameters<Shape extends z.ZodRawShape> = z.ZodObject<Shape & { lang: typeof lang }>

type Definition<Shape extends z.ZodRawShape, Answered extends Answer> = Facts & {
  /** Its own parameters; `lang` is everywhere. */
  readonly query: Shape
  readonly answer: Answered
  readonly reply: (
    question: Question<z.infer<Parameters<Shape>>>,
  ) => Promise<Answered extends z.ZodType ? Reply<z.input<Answered>> : Response>
}

export function endpoint<Shape extends z.ZodRawShape, Answered extends Answer>(
  definition: Definition<Shape, Answered>,
): Endpoint {
  const { reply, query: shape, ...facts } = definition
  const query: Parameters<Shape> = z.object({ ...shape, lang })
  return {
    ...facts,
    query,
    respond: async (context, program) => {
      const { url, origin, problem } = circumstances(context, program)
      const read = readParameters(query, url.searchParams)
      if (!read.ok) return problem(badParameters(read.failure))
      const language = lang.parse(url.searchParams.get('lang') ?? undefined)
      const addresses = addressesAt(origin, language)
      const answered: Reply<unknown> = await reply({
        program,
        path: (name) => context.req.param(name) ?? '',
        query: read.value,
        lang: language,
        addresses,
        here: (parameters) => withParameters(origin, url, parameters),
        problem,
        movedTo: (...parts) =>
          redirect(addresses.api(...parts) + url.search, { status: 301, keepSeconds: 86_400 }),
        seeOther: (...parts) =>
          redirect(addresses.api(...parts) + url.search, { status: 302, keepSeconds: 60 }),
      })
      return answered instanceof Response ? answered : toResponse(answered)
    },
  }
}

/** Where a request came in, as the outside sees it, and how a problem with it is told. */
export function circumstances(context: Context, { config }: Pick<Program, 'config'>) {
  const url = new URL(context.req.url)
  // A demo is reached by whatever name and port it has on its machine; only production has one address.
  const origin = config.MODE === 'production' ? config.BASE_URL : url.origin
  const documentation = addressesAt(origin, 'nb').api('docs')
  const problem = (facts: ProblemFacts) => problemResponse(url, documentation, facts)
  return { url, origin, problem }
}

function badParameters(parameters: readonly BadParameter[]): ProblemFacts {
  const detail = parameters.map(({ name, problem }) => `${name} ${problem}.`).join(' ')
  return { kind: 'bad-parameters', detail, parameters: [...parameters] }
}

function withParameters(origin: string, url: URL, parameters: Readonly<Record<string, string>>): string {
  const address = new URL(url.pathname + url.search, origin)
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value)
  return address.href
}

/** Permanent ones are kept for a day only, so that a mistake of ours does not stay in browsers for ever. */
function redirect(
  location: string,
  { status, keepSeconds }: { status: number; keepSeconds: number },
): Response {
  const headers = { location, 'cache-control': `public, max-age=${keepSeconds}` }
  return Response.json({ movedTo: location }, { status, headers })
}

/** A page of a list, with the way to the next one as a link too. */
export function listReply<Page extends { readonly next: string | null }>(body: Page) {
  return { body, links: { next: body.next } }
}

function toResponse({ body, links = {} }: Exclude<Reply<unknown>, Response>): Response {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' })
  const known = Object.entries(links).filter(([, address]) => address !== null)
  if (known.length > 0)
    headers.set('link', known.map(([relation, to]) => `<${to}>; rel="${relation}"`).join(', '))
  return new Response(JSON.stringify(body), { headers })
}
