import type { Actor } from '#src/modules/identity/index.ts'
import { DemandId, MarketAnswerId, MarketMessageId, type NeedId } from '#src/modules/needs/contract.ts'
import {
  AnswerForm,
  answerNeed,
  beginDemand,
  DecisionForm,
  decideAnswer,
  findDemand,
  type JointDemand,
  joinDemand,
  type MatterRef,
  type Need,
} from '#src/modules/needs/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { aPerson } from './people.ts'
import { municipalityId } from './sharing.ts'

type Context = { readonly db: Database; readonly now: () => Date }

export const OPEN_WORDS = 'Vi har en matte under madrassen som merker når noen står opp.'
export const SECRET_WORDS = 'Vår radar Hemmelin leser pust og puls gjennom veggen med sekstifire antenner.'
export const SECRET_REASON = 'Konkurrentene kjenner ikke antennen Hemmelin ennå.'

/** Somebody who acts for a supplier. */
export async function aSupplier(db: Database, name: string): Promise<Actor> {
  const organisation = await ensureOrganisation(db, { name, organisasjonsnummer: null, kind: 'supplier' })
  return aPerson(db, { organisation, roles: ['supplier'], name: `Selger i ${name}` })
}

export function typedAnswer(typed: Readonly<Record<string, string>> = {}): AnswerForm {
  return AnswerForm.parse({
    kind: 'have',
    openness: 'open',
    words: OPEN_WORDS,
    link: '',
    secretBecause: '',
    ...typed,
  })
}

export const IN_CONFIDENCE = {
  openness: 'secret',
  words: SECRET_WORDS,
  secretBecause: SECRET_REASON,
  kind: 'would-develop',
} as const

/** An answer that a supplier has given, openly unless the test says otherwise. */
export async function anAnswer(
  context: Context,
  supplier: Actor,
  { matter, typed }: { readonly matter: MatterRef; readonly typed?: Readonly<Record<string, string>> },
): Promise<MarketAnswerId> {
  const given = await answerNeed(context, supplier, { matter, form: typedAnswer(typed) })
  if (!given.ok) throw new Error(`The answer of the test was not given: ${given.failure.kind}`)
  return MarketAnswerId.parse(given.value)
}

/** That of a form in which something is said, as the page makes it. */
export function aMessageId(): MarketMessageId {
  return MarketMessageId.parse(newId())
}

/** What is typed to decide of an answer. */
export function typedDecision(typed: Readonly<Record<string, string>> = {}): DecisionForm {
  const usual = { decision: 'in-summary', reason: 'Andre må vite det', summary: 'Matter finnes i dag' }
  return DecisionForm.parse({ ...usual, seen: '0', ...typed })
}

export async function decided(
  context: Context,
  actor: Actor,
  asked: {
    readonly matter: MatterRef
    readonly answer: MarketAnswerId
    readonly typed?: Record<string, string>
  },
): Promise<void> {
  const done = await decideAnswer(context, actor, { ...asked, form: typedDecision(asked.typed) })
  if (!done.ok) throw new Error(`The decision of the test was not written: ${done.failure.kind}`)
}

/** Røyrvik, Bodø and Voss, and somebody who decides for each. */
export async function threeCoordinators(db: Database) {
  const [royrvik, bodo, voss] = [
    await municipalityId(db, '5043'),
    await municipalityId(db, '1804'),
    await municipalityId(db, '4621'),
  ]
  return {
    ...{ royrvik, bodo, voss },
    ofRoyrvik: await aCoordinator(db, royrvik),
    ofBodo: await aCoordinator(db, bodo),
    ofVoss: await aCoordinator(db, voss),
  }
}

/** A demand that the first need began, and that the others are in. */
export async function aDemand(
  context: Context,
  {
    own,
    by,
    others = [],
  }: {
    readonly own: Need
    readonly by: Actor
    readonly others?: readonly { readonly need: NeedId; readonly by: Actor }[]
  },
): Promise<JointDemand> {
  const asked = others.map(({ need }) => need)
  const begun = await beginDemand(context, by, { own: own.id, asked, title: 'Tilsyn om natten sammen' })
  if (!begun.ok) throw new Error(`The demand of the test was not begun: ${begun.failure.kind}`)
  for (const other of others) await joined(context, other.by, { id: begun.value.id, need: other.need })
  return demandNow(context.db, begun.value.id)
}

export async function joined(
  context: Context,
  actor: Actor,
  asked: { readonly id: DemandId; readonly need: NeedId },
): Promise<void> {
  const done = await joinDemand(context, actor, asked)
  if (!done.ok) throw new Error(`The need of the test did not join: ${done.failure.kind}`)
}

export async function demandNow(db: Database, id: DemandId): Promise<JointDemand> {
  const found = await findDemand(db, DemandId.parse(id))
  if (!found) throw new Error(`There is no demand ${id}`)
  return found
}

/** A coordinator of an organisation. */
export function aCoordinator(db: Database, organisation: OrganisationId): Promise<Actor> {
  return aPerson(db, { organisation, roles: ['coordinator'] })
}
