import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { anExperience, municipalityId } from '#src/testing/sharing.ts'
import {
  type Draft,
  discardDraft,
  readDraft,
  saveStep,
  stepCalled,
  unsettledSteps,
  unsettledTexts,
} from './index.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const STEP = 'erfaring'
const parts = stepCalled('experience', STEP)?.parts.filter(({ path }) => path === 'approach') ?? []

test('what somebody typed against another’s text is there when they come back, and both texts are', () =>
  withCatalogue(async (db) => {
    const { kari, ola, draft } = await twoWriters(db)
    await save(db, kari, { draft, text: 'Kari skrev dette', settles: false })
    const stood = await save(db, ola, { draft, text: 'Ola skrev noe annet', settles: false })
    expect(stood.conflicts).toHaveLength(1)

    const open = await readDraft(db, ola, draft.id)
    const mine = (who: Actor) =>
      unsettledTexts(db, open ?? draft, { person: who.personId, step: STEP, parts })
    expect(await mine(ola)).toMatchObject([{ theirs: 'Kari skrev dette', mine: 'Ola skrev noe annet' }])
    expect(await mine(kari)).toEqual([])
    expect(await unsettledSteps(db, { draft: draft.id, person: ola.personId })).toEqual([STEP])
  }))

test('choosing settles it; saving the page otherwise does not throw it away', () =>
  withCatalogue(async (db) => {
    const { kari, ola, draft } = await twoWriters(db)
    await save(db, kari, { draft, text: 'Kari skrev dette', settles: false })
    const stood = await save(db, ola, { draft, text: 'Ola skrev noe annet', settles: false })
    const again = await save(db, ola, { draft: stood.draft, text: 'Kari skrev dette', settles: false })
    const kept = () => unsettledSteps(db, { draft: draft.id, person: ola.personId })
    expect(await kept()).toEqual([STEP])
    const chosen = await save(db, ola, { draft: again.draft, text: 'Ola skrev noe annet', settles: true })
    expect(chosen.draft.content.approach).toBe('Ola skrev noe annet')
    expect(await kept()).toEqual([])
  }))

test('it goes with the draft', () =>
  withCatalogue(async (db) => {
    const { kari, ola, draft } = await twoWriters(db)
    await save(db, kari, { draft, text: 'Kari skrev dette', settles: false })
    await save(db, ola, { draft, text: 'Ola skrev noe annet', settles: false })
    expect((await discardDraft({ db, now }, kari, draft.id)).ok).toBe(true)
    expect(await db.selectFrom('case_draft_unsettled').selectAll().execute()).toEqual([])
  }))

async function twoWriters(db: Database) {
  const organisation = await municipalityId(db, '1804')
  const [kari, ola] = [
    await aPerson(db, { organisation, roles: ['contributor'] }),
    await aPerson(db, { organisation, roles: ['contributor'] }),
  ]
  return { kari, ola, draft: await anExperience({ db, now }, kari) }
}

type Typed = { readonly draft: Draft; readonly text: string; readonly settles: boolean }

async function save(db: Database, actor: Actor, { draft, text, settles }: Typed) {
  const saved = await saveStep({ db, now }, actor, {
    id: draft.id,
    from: draft.version,
    parts,
    typed: { approach: text },
    page: { step: STEP, settles },
  })
  if (!saved.ok) throw new Error(saved.failure.kind)
  return saved.value
}
