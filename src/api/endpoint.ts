import type { Context } from 'hono'
import { z } from 'zod'
import type { Actor, TokenActor } from '#src/modules/identity/index.ts'
import type { Language } from '#src/platform/language.ts'
import type { Program } from '#src/program.ts'
import { type Access, admit, type Method } from './access.ts'
import { type Addresses, addressesAt } from './addresses.ts'
import { type Circumstances, circumstances } from './circumstances.ts'
import { lang, readParameters } from './parameters.ts'
import type { BadParameter, ProblemFacts } from './problem.ts'
import { type Reply, toResponse } from './reply.ts'
import { type Writing, write } from './write.ts'

export { circumstances } from './circumstances.ts'
export { listReply, type Reply } from './reply.ts'

/** What the API needs of the program. */
export type ApiProgram = Pick<Program, 'config' | 'db' | 'log' | 'now' | 'search' | 'preparing'>

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

export type Tag =
  | 'Search'
  | 'Cases'
  | 'Needs'
  | 'Joint procurements'
  | 'Notices'
  | 'Requirements'
  | 'Stops'
  | 'Documents'
  | 'Organisations'
  | 'Themes'
  | 'Drafts'

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
  /** Statuses besides those that every address of its kind has, and when they come. */
  readonly outcomes?: { readonly [status: number]: string }
}

type Answer = z.ZodType | { readonly contentType: string }

/** One address and method of the API: what it takes and answers, for the program that answers and for its documentation. */
export type Endpoint = Facts & {
  readonly method: Method
  readonly access: Access
  readonly query: z.ZodObject
  /** Null for one that reads. */
  readonly body: z.ZodType | null
  /** Whether it changes what has a version, which is then told in `If-Match`. */
  readonly ofVersion: boolean
  /** What a success is answered with. */
  readonly status: 200 | 201
  readonly answer: Answer
  readonly respond: (context: Context, program: ApiProgram) => Promise<Response>
}

type Parameters<Shape extends z.ZodRawShape> = z.ZodObject<Shape & { lang: typeof lang }>
type Replied<Answered extends Answer> = Promise<
  Answered extends z.ZodType ? Reply<z.input<Answered>> : Response
>

type Definition<Shape extends z.ZodRawShape, Answered extends Answer, Allowed extends Access> = Facts & {
  /** Everybody where nothing is said. */
  readonly access?: Allowed
  /** Its own parameters; `lang` is everywhere. */
  readonly query: Shape
  readonly answer: Answered
  readonly reply: (
    question: Question<z.infer<Parameters<Shape>>> & {
      /** Who asks, where that is told. */
      readonly actor: Allowed extends 'everyone' ? Actor | null : Actor
    },
  ) => Replied<Answered>
}

/** An address that is read. */
export function endpoint<
  Shape extends z.ZodRawShape,
  Answered extends Answer,
  const Allowed extends Access = 'everyone',
>(definition: Definition<Shape, Answered, Allowed>): Endpoint {
  const { reply, query: shape, access = 'everyone', ...facts } = definition
  const query: Parameters<Shape> = z.object({ ...shape, lang })
  const door = { access, method: 'get' } as const
  return {
    ...facts,
    ...door,
    query,
    body: null,
    ofVersion: false,
    status: 200,
    respond: (context, program) =>
      enter(context, program, door, async (entered) => {
        const read = readParameters(query, entered.url.searchParams)
        if (!read.ok) return entered.problem(badParameters(read.failure))
        const question = { ...questionOf(context, program, entered), query: read.value }
        // Whom the door lets in is what the definition says: nobody gets here without a key where one is needed.
        const actor = (entered.token?.actor ?? null) as Allowed extends 'everyone' ? Actor | null : Actor
        const answered: Reply<unknown> = await reply({ ...question, actor })
        return answered instanceof Response ? answered : toResponse(answered)
      }),
  }
}

type WritingDefinition<Body extends z.ZodType, Answered extends z.ZodType> = Facts &
  Writing<Body> & {
    readonly method: Exclude<Method, 'get'>
    readonly access: Exclude<Access, 'everyone'>
    readonly status?: 200 | 201
    readonly answer: Answered
    readonly reply: (
      question: Omit<Question<{ readonly lang: Language }>, 'query' | 'here'> & {
        readonly actor: Actor
        readonly body: z.infer<Body>
        /** What `If-Match` says; 0 where there is none to say. */
        readonly version: number
      },
    ) => Promise<Reply<z.input<Answered>>>
  }

/** An address that changes something: by a key that may write, with JSON, done once for an `Idempotency-Key`. */
export function writing<Body extends z.ZodType, Answered extends z.ZodType>(
  definition: WritingDefinition<Body, Answered>,
): Endpoint {
  const { reply, body, access, method, status = 200, ofVersion = false, ...facts } = definition
  const query = z.object({ lang })
  const door = { access, method }
  return {
    ...facts,
    ...door,
    query,
    body,
    ofVersion,
    status,
    respond: (context, program) =>
      enter(context, program, door, async (entered) => {
        const { token } = entered
        if (!token) throw new Error('The door lets nobody write without a key')
        const read = readParameters(query, entered.url.searchParams)
        if (!read.ok) return entered.problem(badParameters(read.failure))
        const { problem } = entered
        return write(context, { program, token, body, ofVersion, problem }, async (written) => {
          const question = questionOf(context, { ...program, db: written.db }, entered)
          const answered = await reply({ ...question, ...written, actor: token.actor })
          return answered instanceof Response ? answered : toResponse({ status, ...answered })
        })
      }),
  }
}

type Entered = Circumstances & { readonly token: TokenActor | null }

/** The one way in: nobody is answered whom the door does not let past. */
async function enter(
  context: Context,
  program: ApiProgram,
  ...[door, answer]: [
    { readonly access: Access; readonly method: Method },
    (entered: Entered) => Promise<Response>,
  ]
): Promise<Response> {
  const around = circumstances(context, program)
  const admitted = await admit(program, context.req.header('authorization'), door)
  return admitted.ok ? answer({ ...around, token: admitted.value }) : around.problem(admitted.failure)
}

function questionOf(context: Context, program: ApiProgram, { url, origin, problem }: Circumstances) {
  const language = lang.parse(url.searchParams.get('lang') ?? undefined)
  const addresses = addressesAt(origin, language)
  return {
    program,
    path: (name: string) => context.req.param(name) ?? '',
    lang: language,
    addresses,
    here: (parameters: Readonly<Record<string, string>>) => withParameters(origin, url, parameters),
    problem,
    movedTo: (...parts: readonly string[]) =>
      redirect(addresses.api(...parts) + url.search, { status: 301, keepSeconds: 86_400 }),
    seeOther: (...parts: readonly string[]) =>
      redirect(addresses.api(...parts) + url.search, { status: 302, keepSeconds: 60 }),
  }
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
