import { expect, test } from 'vitest'
import type { Memory } from '#src/platform/remember-answers.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { aRadarScene } from '#src/testing/radar.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import type { RadarQuestion } from './radar-question.ts'
import { othersWanting, readRadar } from './read-radar.ts'

const now = () => new Date('2026-11-22T12:00:00Z')
const ASKED: RadarQuestion = {
  kommunenummer: '5033',
  fylkesnummer: null,
  circle: 'around',
  theme: null,
  from: null,
  months: 24,
}

test('a municipality sees what its neighbours must buy too, when, and how sure it is', () =>
  withCatalogue(async (db) => {
    await aRadarScene(db)
    const radar = await readRadar({ db, now }, ASKED, null)
    const [shared, trucks, ...others] = radar.groups
    expect(others).toEqual([])
    expect(shared).toMatchObject({
      isOwn: true,
      years: [2027],
      others: [{ name: 'Meråker' }, { name: 'Selbu' }],
      theme: 'digitalisering',
      items: [
        { kind: 'contract-end', on: '2027-05-31', who: [{ name: 'Tydal' }] },
        {
          who: [{ name: 'Selbu' }],
          terms: { latestEndsOn: '2029-05-31', renewals: 2, options: 'Flere brukere', isInRenewal: false },
        },
        { kind: 'planned', on: null, title: 'Ny driftsavtale', who: [{ name: 'Meråker' }] },
      ],
    })
    expect(trucks?.items).toMatchObject([{ on: '2027-06-30', terms: { isInRenewal: true } }])
    expect(radar).toMatchObject({ total: 4, isCut: false, known: { results: 4, withoutEnd: 0 } })
  }))

test('another circle, theme or time shows other things', () =>
  withCatalogue(async (db) => {
    await aRadarScene(db)
    const titles = async (asked: Partial<RadarQuestion>) => {
      const { groups } = await readRadar({ db, now }, { ...ASKED, ...asked }, null)
      return groups.flatMap(({ items }) => items.map(({ title }) => title)).toSorted()
    }
    expect(await titles({ kommunenummer: '0301', circle: 'around' })).toEqual(['Drift av IKT 3'])
    expect(await titles({ circle: 'all', theme: 'digitalisering' })).toEqual([
      'Drift av IKT 1',
      'Drift av IKT 2',
      'Drift av IKT 3',
      'Ny driftsavtale',
    ])
    expect(await titles({ kommunenummer: null, fylkesnummer: '03', circle: 'county' })).toEqual([
      'Drift av IKT 3',
    ])
    expect(await titles({ theme: 'samferdsel' })).toEqual(['Drift av IKT 5'])
    expect(await titles({ from: '2029-01', months: 12 })).toEqual(['Drift av IKT 2', 'Ny driftsavtale'])
    expect(await titles({ kommunenummer: '5043', circle: 'cooperation' })).toEqual([])
  }))

test('a need is seen by those it is announced to, and counted beside what others must buy', () =>
  withCatalogue(async (db) => {
    await aRadarScene(db)
    const selbu = await municipalityId(db, '5032')
    const by = (await aPerson(db, { organisation: selbu, roles: ['coordinator'] })).personId
    const content = { cpv: ['72500000'], title: 'Felles drift', from: '2027-03-01', until: '2027-09-30' }
    await aNeed(db, { organisation: selbu, by, content })
    await aNeed(db, {
      organisation: selbu,
      by,
      content: { ...content, title: 'For ansatte' },
      audience: 'public-employees',
    })
    await aNeed(db, { organisation: selbu, by, content: { ...content, title: 'Utkast' }, status: 'draft' })
    await aNeed(db, {
      organisation: selbu,
      by,
      content: { ...content, title: 'Var i fjor', from: '2025-01-01', until: '2025-12-31' },
    })

    const colleague = await aPerson(db, { organisation: await municipalityId(db, '5033'), roles: ['reader'] })
    const needs = async (reader: typeof colleague | null) => {
      const radar = await readRadar({ db, now }, ASKED, reader)
      const [group] = radar.groups
      if (!group) throw new Error('There is no group')
      const items = group.items.map((item) => [item.title, othersWanting(radar, group, item)])
      return {
        wanted: items.filter(([title]) => title !== 'Ny driftsavtale'),
        kinds: group.items.map(({ kind }) => kind),
      }
    }
    expect(await needs(null)).toEqual({
      wanted: [
        ['Felles drift', 0],
        ['Drift av IKT 1', 1],
        ['Drift av IKT 2', 0],
      ],
      kinds: ['need', 'contract-end', 'contract-end', 'planned'],
    })
    expect((await needs(colleague)).wanted.map(([title]) => title)).toContain('For ansatte')
  }))

test('what the notices of the whole country say is remembered, and a circle is read anew', () =>
  withCatalogue(async (db) => {
    await aRadarScene(db)
    const remembered: string[] = []
    const remember: Memory = (question, find) => {
      remembered.push(JSON.stringify(question))
      return find()
    }
    const read = (asked: Partial<RadarQuestion>) =>
      readRadar({ db, now, remember }, { ...ASKED, ...asked }, null)
    await read({ circle: 'around' })
    await read({ circle: 'all', from: '2027-01' })
    expect(remembered).toEqual([])
    const seen = await read({ circle: 'all' })
    const unseen = await read({ circle: 'all', kommunenummer: null, theme: 'samferdsel' })
    expect(new Set(remembered).size).toBe(1)
    expect([seen.total, unseen.total]).toEqual([5, 1])
  }))
