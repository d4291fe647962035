import { type Messages, messagesIn } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { radarEnds } from '#src/modules/joint-procurement/index.ts'
import { type Radar, readRadar } from '#src/modules/needs/index.ts'
import { organisation, type Register, readRegister } from '#src/modules/organisations/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { languageOf } from '#src/web/paths.ts'
import { type AskedRadar, readRadarAddress } from '#src/web/present/radar-address.ts'
import { publicReads } from '#src/web/reads.ts'
import type { Route } from './+types/page.ts'

type Asked = Pick<Route.LoaderArgs, 'request' | 'context'>

export type RadarPage = {
  readonly radar: Radar
  readonly asked: AskedRadar
  readonly register: Register
  readonly messages: Messages
  readonly url: URL
}

/** What the address asks for, as far as the reader may see it. */
export async function readRadarPage({ request, context }: Asked): Promise<RadarPage> {
  const { db } = context.get(programContext)
  const actor = context.get(actorContext)
  const register = await publicReads(context)(['register'], () => readRegister(db))
  const own = actor?.organisation ? organisation(register, actor.organisation) : null
  return read(context, new URL(request.url), { register, actor, home: own?.kommunenummer ?? null })
}

/** The same for everybody, whoever asks: what is fetched by a reader or a calendar is kept on the way. */
export async function readPublicRadar({ request, context }: Asked): Promise<RadarPage> {
  const { db, remember } = context.get(programContext)
  const register = await remember(['register'], () => readRegister(db))
  return read(context, new URL(request.url), { register, actor: null, home: null })
}

type Known = {
  readonly register: Register
  readonly actor: Actor | null
  /** Whose radar it is where the address does not say. */
  readonly home: string | null
}

async function read(
  context: Asked['context'],
  url: URL,
  { register, actor, home }: Known,
): Promise<RadarPage> {
  const { db, now, remember } = context.get(programContext)
  const asked = readRadarAddress(url, { register, home })
  const { kommunenummer, fylkesnummer, circle, theme, from, months } = asked
  const question = { kommunenummer, fylkesnummer, circle, theme, from, months }
  const radar = await readRadar({ db, now, register, remember, jointEnds: radarEnds }, question, actor)
  return { radar, asked, register, messages: messagesIn(languageOf(url.pathname)), url }
}
