import { expect, test } from 'vitest'
import { type CaseContent, RequirementFilter } from '#src/modules/catalogue/contract.ts'
import {
  addCase,
  findCase,
  findRequirements,
  requirementsByIds,
  reviseCase,
} from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { createTextMatcher } from '#src/modules/search/index.ts'
import { concepts } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { aDraft, municipalityId, written } from '#src/testing/sharing.ts'
import { pickRequirement, publishDraft, readDraft, rowsAt, saveStep, stepCalled } from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const matcher = createTextMatcher(concepts())

test('what others asked is found in any form of its words, and narrowed by kind and theme', () =>
  withCatalogue(async (db) => {
    await published(db)
    const ask = async (asked: Record<string, string>) =>
      (await findRequirements({ db, matcher }, RequirementFilter.parse(asked), 'nb')).requirements.map(
        ({ text }) => text,
      )
    expect(await ask({ q: 'varsling' })).toEqual(['Løsningen skal varsle innen ti sekunder.'])
    expect(await ask({ kind: 'award-criterion' })).toEqual(['Brukskvalitet'])
    expect(await ask({ kind: 'dialogue-question', theme: 'helse-og-velferd' })).toEqual(['Hva koster drift?'])
    expect(await ask({ theme: 'renovasjonsbil' })).toEqual([])
    expect(await ask({ q: 'xqzw' })).toEqual([])
    expect(await ask({ q: 'og' })).toEqual([])
    expect(await ask({ kind: 'nonsense', theme: '../', offset: '-1' })).toHaveLength(3)
  }))

test('its id leads to the same words in a later version, and to nothing when they are gone', () =>
  withCatalogue(async (db) => {
    const { chief, id, content } = await published(db)
    const [found] = await all(db, 'requirement')
    if (!found) throw new Error('The case of the test has a requirement')
    const organisation = chief.organisation
    const moved = { ...content, requirements: [{ text: 'Nytt krav' }, ...(content.requirements ?? [])] }
    await reviseCase({ db, now }, chief, { id, from: 1, content: moved, note: null, organisation })
    expect(await requirementsByIds(db, [found.id])).toMatchObject([{ text: found.text, version: 2 }])
    const gone = { ...content, requirements: [{ text: 'Nytt krav' }] }
    await reviseCase({ db, now }, chief, { id, from: 2, content: gone, note: null, organisation })
    expect(await requirementsByIds(db, [found.id])).toEqual([])
  }))

test('picked into one’s own draft it may be changed, and tells where it is from when it is published', () =>
  withCatalogue(async (db) => {
    const { id } = await published(db)
    const voss = await aPerson(db, { organisation: await municipalityId(db, '4621'), roles: ['coordinator'] })
    const draft = await aDraft({ db, now }, voss, { size: 'full' })
    for (const one of await all(db)) {
      const asked = { draft: draft.id, requirement: one.id }
      expect(await pickRequirement({ db, now }, voss, asked)).toMatchObject({ ok: true })
      expect(await pickRequirement({ db, now }, voss, asked)).toMatchObject({ ok: true })
    }
    const picked = await readDraft(db, voss, draft.id)
    if (!picked) throw new Error('The draft of the test is there')
    const rows = rowsAt(picked.content, 'requirements')
    expect(rows).toHaveLength(1)
    const parts = stepCalled('full', 'krav')?.parts ?? []
    const changed = rows.map(({ $key }) => ({ $key, text: 'Løsningen skal varsle innen fem sekunder.' }))
    const asked = { id: draft.id, from: picked.version, parts, typed: { requirements: changed } }
    const saved = await saveStep({ db, now }, voss, asked)
    if (!saved.ok) throw new Error(saved.failure.kind)
    const ready = await written({ db, now }, voss, { draft: saved.value.draft, typed: THE_REST })
    const told = await publishDraft({ db, now }, voss, { id: ready.id, version: ready.version })
    if (!told.ok) throw new Error(JSON.stringify(told.failure))
    const found = await findCase(db, told.value)
    expect(found).toMatchObject({
      case: {
        content: {
          requirements: [
            { text: 'Løsningen skal varsle innen fem sekunder.', takenFrom: { case: id, version: 1 } },
          ],
          competition: { criteria: [{ name: 'Brukskvalitet', weight: '40 %', takenFrom: { case: id } }] },
          marketDialogue: { questions: [{ text: 'Hva koster drift?', takenFrom: { case: id } }] },
        },
      },
    })
  }))

test('nobody picks into the draft of another, nor into one that is small or handed in', () =>
  withCatalogue(async (db) => {
    const { chief } = await published(db)
    const voss = await aPerson(db, { organisation: await municipalityId(db, '4621'), roles: ['contributor'] })
    const [one] = await all(db, 'requirement')
    if (!one) throw new Error('The case of the test has a requirement')
    const full = await aDraft({ db, now }, chief, { size: 'full' })
    const small = await aDraft({ db, now }, voss)
    expect(await pickRequirement({ db, now }, voss, { draft: full.id, requirement: one.id })).toEqual({
      ok: false,
      failure: { kind: 'draftNotFound' },
    })
    expect(await pickRequirement({ db, now }, voss, { draft: small.id, requirement: one.id })).toEqual({
      ok: false,
      failure: { kind: 'tooSmall' },
    })
  }))

const THE_REST = {
  identity: { title: 'Varsling i natta', kind: 'procurement', themes: ['trygghetsalarm'] },
  approach: 'Vi prøvde.',
  need: { text: 'Roligere netter' },
  noBenefit: { reason: 'Varslene kom til en opptatt vakt.' },
  lessons: [{ $key: 'one', text: 'Spør nattevaktene først.' }],
  reuse: { mailbox: 'postmottak@voss.kommune.no' },
  who: { parties: [{ $key: 'r0', name: 'Voss herad', role: 'lead' }] },
}

async function all(db: Database, kind?: string) {
  const filter = RequirementFilter.parse({ kind })
  return (await findRequirements({ db, matcher }, filter, 'nb')).requirements
}

async function published(db: Database) {
  const chief: Actor = await aPerson(db, {
    organisation: await municipalityId(db, '1804'),
    roles: ['coordinator'],
  })
  const content: CaseContent = {
    language: 'nb',
    identity: {
      title: 'Nattro med sensor',
      kind: 'procurement',
      level: 'full',
      themes: ['trygghetsalarm'],
      toYear: 2025,
    },
    who: { parties: [{ name: 'Bodø kommune', role: 'lead' }], suppliers: [], joint: false },
    requirements: [{ text: 'Løsningen skal varsle innen ti sekunder.', strength: 'must' }],
    marketDialogue: { questions: [{ text: 'Hva koster drift?' }] },
    competition: { criteria: [{ name: 'Brukskvalitet', weight: '40 %' }] },
    steps: [],
    effects: [],
    lessons: [],
    provenance: { confidence: 'high', sources: [] },
  }
  const { organisation } = chief
  const added = await addCase({ db, now }, chief, { content, note: null, organisation })
  if (!added.ok) throw new Error(added.failure.kind)
  return { chief, content, id: added.value }
}
