import { needSearchSource } from '#src/modules/needs/index.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import { createSearch } from '#src/modules/search/index.ts'
import type { Database } from '#src/platform/database.ts'
import { aPerson } from './people.ts'
import { municipalityId } from './sharing.ts'
import { aWebProgram } from './web-program.ts'

const now = () => new Date('2026-11-22T10:41:00Z')

/** Those who write needs in Røyrvik, those who read them, and a site with its search. */
export async function needScene(db: Database) {
  const royrvik = await municipalityId(db, '5043')
  const bodo = await municipalityId(db, '1804')
  const firm = await ensureOrganisation(db, { name: 'Alarm AS', organisasjonsnummer: null, kind: 'supplier' })
  // Only needs, and without the thesaurus, which takes a while to read.
  const search = createSearch({ db, now, sources: [needSearchSource(db)] })
  await search.ensureBuilt()
  return {
    royrvik,
    bodo,
    chief: await aPerson(db, { organisation: royrvik, roles: ['coordinator'] }),
    ingrid: await aPerson(db, { organisation: royrvik, roles: ['contributor'] }),
    reader: await aPerson(db, { organisation: royrvik, roles: ['reader'] }),
    neighbour: await aPerson(db, { organisation: bodo, roles: ['coordinator'] }),
    supplier: await aPerson(db, { organisation: firm, roles: ['supplier'] }),
    search,
    program: aWebProgram({ db, now, search }),
  }
}
