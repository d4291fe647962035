import { RouterContextProvider } from 'react-router'
import type { Actor } from '#src/modules/identity/index.ts'
import { actorContext, programContext, requestContext, type WebProgram } from '#src/web/context.ts'

export const ORIGIN = 'https://spydspiss.example'

type Visit = {
  readonly program: WebProgram
  readonly actor: Actor | null
  readonly path: string
  readonly params?: Readonly<Record<string, string>>
  /** What a form sends; without it the page is only opened. */
  readonly form?: readonly (readonly [string, string])[]
}

/** What a loader or an action is given when this person visits the page. */
export function visitOf({ program, actor, path, params = {}, form }: Visit) {
  const context = new RouterContextProvider()
  context.set(programContext, program)
  context.set(requestContext, { requestId: 'test', nonce: 'test', origin: ORIGIN })
  context.set(actorContext, actor)
  const body = form && new URLSearchParams(form.map(([name, value]) => [name, value]))
  const request = new Request(`${ORIGIN}${path}`, body ? { method: 'POST', body } : {})
  return { context, request, params, url: new URL(request.url), pattern: path }
}

export type Answered = {
  readonly status: number
  readonly location: string | null
  readonly data: unknown
}

/** What came of it: where it leads, or with which status what was answered. */
export async function answerOf(work: Promise<unknown>): Promise<Answered> {
  const answer = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get('location'), data: null }
  if (answer instanceof Error) throw answer
  if (isWithInit(answer)) return { status: answer.init?.status ?? 200, location: null, data: answer.data }
  return { status: 200, location: null, data: answer }
}

function isWithInit(
  answer: unknown,
): answer is { readonly data: unknown; readonly init: { readonly status?: number } | null } {
  return typeof answer === 'object' && answer !== null && 'type' in answer && 'init' in answer
}

/** A page as its module gives it. */
export type PageModule = { readonly loader?: unknown; readonly action?: unknown }
export type Fields = readonly (readonly [string, string])[]

type Address = {
  readonly page: PageModule
  readonly path: string
  readonly params?: Readonly<Record<string, string>>
}
type Handler = (asked: ReturnType<typeof visitOf>) => Promise<unknown>

/** What the page answers this person who opens it; null is one who is not signed in. */
export function openPage(program: WebProgram, actor: Actor | null, { page, ...address }: Address) {
  const asked = visitOf({ program, actor, ...address })
  return answerOf(Promise.resolve().then(() => (page.loader as Handler)(asked)))
}

/** What the page answers this person who sends its form. */
export function sendForm(
  program: WebProgram,
  actor: Actor | null,
  { page, ...address }: Address & { readonly form: Fields },
) {
  const asked = visitOf({ program, actor, ...address })
  return answerOf(Promise.resolve().then(() => (page.action as Handler)(asked)))
}
