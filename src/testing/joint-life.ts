import { findActor, findPersonByEmail } from '#src/modules/identity/index.ts'
import {
  findProcurement,
  type JointProcurement,
  procurementsOf,
} from '#src/modules/joint-procurement/index.ts'
import type { Database } from '#src/platform/database.ts'
import { type Act, type Answer, type Life, now, PEOPLE, type PersonName } from './joint-act.ts'
import {
  benefit,
  contract,
  decide,
  notice,
  rollOut,
  share,
  standstill,
  withdraw,
} from './joint-acts-after.ts'
import { answer, begin, facts, invite, pass, step, tell } from './joint-acts-before.ts'
import { aPerson } from './people.ts'
import { municipalityId } from './sharing.ts'

const PLACES: Readonly<Record<PersonName, string>> = { lead: '1804', small: '5043', leaves: '4621' }

/** Three coordinators of three municipalities, who will buy together. */
export async function threeWhoBuy(db: Database): Promise<void> {
  for (const name of PEOPLE) {
    const organisation = await municipalityId(db, PLACES[name])
    await aPerson(db, { organisation, roles: ['coordinator'], email: emailOf(name), at: now() })
  }
}

function emailOf(name: PersonName): string {
  return `${name}@example.no`
}

/**
 * Lives the life of a joint procurement from where the database says it is, and tells of each thing when it has been done.
 * It may be killed at any moment and begun again.
 */
export async function liveOn(
  db: Database,
  { found, done }: { readonly found: (name: string) => void; readonly done: (name: string) => void },
): Promise<void> {
  const life = await readLife(db)
  const take = async (name: string, answer: Promise<Answer>) => {
    const taken = await answer
    if (!taken.ok) throw new Error(`«${name}» was refused: ${JSON.stringify(taken.failure)}`)
    done(name)
  }
  if (await begun(life)) found(BEGIN)
  else await take(BEGIN, begin(life))
  for (const { name, isDone, act } of ACTS) {
    const joint = await begun(life)
    if (!joint) throw new Error('What was begun is gone')
    if (await isDone(life, joint)) found(name)
    else await take(name, act(life, joint))
  }
}

const BEGIN = 'begin'

async function readLife(db: Database): Promise<Life> {
  const [lead, small, leaves] = [await find(db, 'lead'), await find(db, 'small'), await find(db, 'leaves')]
  return {
    db,
    actors: { lead: lead.actor, small: small.actor, leaves: leaves.actor },
    ids: { lead: lead.organisation, small: small.organisation, leaves: leaves.organisation },
  }
}

async function find(db: Database, name: PersonName) {
  const organisation = await municipalityId(db, PLACES[name])
  const person = await findPersonByEmail(db, emailOf(name))
  const actor = person && (await findActor(db, { person: person.id, organisation, at: now() }))
  if (!actor) throw new Error(`${name} is not there`)
  return { actor, organisation }
}

async function begun({ db, ids }: Life): Promise<JointProcurement | null> {
  const [first, ...more] = await procurementsOf(db, [ids.lead])
  if (more.length > 0) throw new Error('There are two where one was begun')
  return first ? findProcurement(db, first.id) : null
}

const ACTS: readonly Act[] = [
  invite('small'),
  invite('leaves'),
  answer('small'),
  answer('leaves'),
  facts,
  tell('lead'),
  tell('small'),
  tell('leaves'),
  ...(
    ['group', 'intent', 'strategy', 'anchoring', 'agreement', 'dialogue', 'requirements', 'gate'] as const
  ).map(step),
  decide,
  pass('lead'),
  pass('leaves'),
  pass('small'),
  notice,
  step('competition'),
  withdraw,
  step('award'),
  standstill,
  step('standstill'),
  step('contract'),
  contract,
  step('follow-up'),
  step('roll-out'),
  rollOut('lead'),
  rollOut('small'),
  step('benefit'),
  benefit('lead'),
  benefit('small'),
  share,
]

/** How many things are done in a life. */
export const ACTS_IN_ALL = ACTS.length + 1
