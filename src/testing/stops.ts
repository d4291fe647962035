import type { Actor } from '#src/modules/identity/index.ts'
import { StopId } from '#src/modules/stops/contract.ts'
import { type TellStop, tellStop } from '#src/modules/stops/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { aPerson } from './people.ts'
import { municipalityId } from './sharing.ts'

/** What stopped the organisation of the actor, told to its own people. */
export function aStory(actor: Actor): TellStop {
  if (!actor.organisation) throw new Error('A story belongs to an organisation')
  return {
    id: StopId.parse(newId()),
    organisation: actor.organisation,
    title: 'Nattro som ikke ble noe av',
    reasons: ['no-money', 'time'],
    happened: 'Budsjettet ble kuttet før vi rakk å lyse ut.',
    wouldHaveHelped: 'En nabo å dele kostnaden med.',
    phase: 'competition',
    theme: 'trygghetsalarm',
    year: 2025,
    language: 'nb',
    named: true,
    visibility: 'organisation',
    opensOn: null,
    readers: [],
  }
}

type Context = Parameters<typeof tellStop>[0]

export async function aToldStop(
  context: Context,
  actor: Actor,
  asked: Partial<TellStop> = {},
): Promise<StopId> {
  const answer = await tellStop(context, actor, { ...aStory(actor), ...asked })
  if (!answer.ok) throw new Error(`The story of the test was not told: ${answer.failure.kind}`)
  return answer.value
}

/** The coordinator and two who write in Bodø, and others who are elsewhere. */
export async function stopPeople(db: Database) {
  const bodo = await municipalityId(db, '1804')
  const bergen = await municipalityId(db, '4601')
  return {
    chief: await aPerson(db, { organisation: bodo, roles: ['coordinator'] }),
    kari: await aPerson(db, { organisation: bodo, roles: ['contributor'] }),
    colleague: await aPerson(db, { organisation: bodo, roles: ['contributor'] }),
    neighbour: await aPerson(db, { organisation: bergen, roles: ['coordinator'] }),
    adviser: await aPerson(db, { organisation: bergen, roles: ['adviser'] }),
    chosen: await aPerson(db, { organisation: await municipalityId(db, '4621'), roles: ['reader'] }),
    supplier: await aPerson(db, { organisation: await municipalityId(db, '5001'), roles: ['supplier'] }),
    curator: await aPerson(db, { roles: ['curator'] }),
  }
}
