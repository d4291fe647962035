import { expect, test } from 'vitest'
import { openToAdviser } from '#src/modules/identity/index.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import { aCase } from '#src/testing/adoptions.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { TakeIntoUseForm } from './contract.ts'
import { maySeeAdoption, ownAdoptions, takeIntoUse } from './index.ts'

const at = new Date('2026-11-22T10:00:00Z')
const now = () => at

test('what is considered is seen by those who work for the organisation; an adviser or a supplier there is not one', () =>
  withCatalogue(async (db) => {
    const bodo = await municipalityId(db, '1804')
    const bergen = await municipalityId(db, '4601')
    const firm = await ensureOrganisation(db, { name: 'Trygg', organisasjonsnummer: null, kind: 'supplier' })
    const chief = await aPerson(db, { organisation: bergen, roles: ['coordinator'], at })
    const giver = await aPerson(db, { organisation: bodo, roles: ['coordinator'], at })
    const who = {
      reader: await aPerson(db, { organisation: bergen, roles: ['reader'], at }),
      consultant: await aPerson(db, { organisation: bergen, roles: ['consultant'], at }),
      adviserThere: await aPerson(db, { organisation: bergen, roles: ['adviser'], at }),
      supplierThere: await aPerson(db, { organisation: bergen, roles: ['supplier'], at }),
      adviser: await aPerson(db, { organisation: bodo, roles: ['adviser'], at }),
      neighbour: giver,
      supplier: await aPerson(db, { organisation: firm, roles: ['supplier'], at }),
      curator: await aPerson(db, { roles: ['curator'], at }),
    }
    const form = (audience: string) =>
      TakeIntoUseForm.parse({ audience, volumeThere: '', volumeHere: '', differences: '' })
    const taken = async (audience: string) => {
      const caseId = await aCase({ db, now }, giver)
      const begun = await takeIntoUse({ db, now }, chief, {
        caseId,
        organisation: bergen,
        form: form(audience),
      })
      if (!begun.ok) throw new Error(begun.failure.kind)
      return begun.value
    }
    // What is opened to an adviser is the draft, not who else is told that it is being considered.
    const opened = await openToAdviser({ db, now }, chief, {
      adviser: who.adviser.personId,
      scope: 'drafts',
      purpose: 'Råd',
      endsOn: Temporal.PlainDate.from('2026-12-31'),
    })
    expect(opened.ok).toBe(true)
    const [own, employees] = [await taken('own'), await taken('public-employees')]
    const seenBy = (adoption: typeof own) =>
      Object.entries(who).flatMap(([name, actor]) => (maySeeAdoption(actor, adoption) ? [name] : []))
    expect(seenBy(own)).toEqual(['reader', 'consultant'])
    expect(seenBy(employees)).toEqual(['reader', 'consultant', 'neighbour'])
    expect(maySeeAdoption(null, employees)).toBe(false)
    expect(await ownAdoptions(db, who.adviserThere)).toEqual([])
    expect(await ownAdoptions(db, who.reader)).toHaveLength(2)
  }))
