import type { Database } from '#src/platform/database.ts'
import type { PageModule } from './ask-page.ts'
import { aDemand, threeCoordinators } from './market.ts'
import { aNeed } from './needs.ts'
import { aWebProgram } from './web-program.ts'

const now = () => new Date('2026-11-22T10:41:00Z')

/** The coordinators of Røyrvik and Bodø, each with a need in no demand, that of Voss, and a site. */
export async function twoWithNeeds(db: Database) {
  const { ofRoyrvik: ingrid, ofBodo: member, ofVoss: later, ...where } = await threeCoordinators(db)
  const { royrvik, bodo } = where
  return {
    ...{ ...where, ingrid, member, later },
    own: await aNeed(db, { organisation: royrvik, by: ingrid.personId }),
    second: await aNeed(db, { organisation: bodo, by: member.personId }),
    program: aWebProgram({ db, now }),
  }
}

/** Røyrvik and Bodø in a demand; the need of Voss is there to join later. */
export async function demandScene(db: Database) {
  const found = await twoWithNeeds(db)
  const { voss, ingrid, member, later, own, second } = found
  const third = await aNeed(db, { organisation: voss, by: later.personId })
  const demand = await aDemand({ db, now }, { own, by: ingrid, others: [{ need: second.id, by: member }] })
  const at = (page: PageModule, rest = '', language = '') => ({
    page,
    path: `${language}/felles-behov/${demand.id}${rest}`,
    params: { id: demand.id },
  })
  return { ...found, third, demand, matter: { kind: 'demand', id: demand.id } as const, at }
}
