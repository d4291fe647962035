import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import { findProcurement } from '#src/modules/joint-procurement/index.ts'
import type { Database } from '#src/platform/database.ts'
import { type Fields, openPage, sendForm } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aReadyGate, gateAt, gateOf, type ReadyGate } from '#src/testing/gate.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { aWebProgram } from '#src/testing/web-program.ts'
import * as papers from '#src/web/routes/joint-papers/page.tsx'
import type { GateView } from './gate-view.ts'
import * as page from './page.tsx'

const now = () => gateAt

function visiting(db: Database, { joint }: ReadyGate) {
  const program = aWebProgram({ db, now })
  const at = { page, path: `/fellesanskaffelser/${joint.id}/kontroll`, params: { id: joint.id } }
  return {
    open: (actor: Actor | null) => openPage(program, actor, at),
    send: (actor: Actor, form: Fields) => sendForm(program, actor, { ...at, form }),
    papers: (actor: Actor | null, query: string) =>
      openPage(program, actor, {
        ...at,
        page: papers,
        path: `/fellesanskaffelser/${joint.id}/dokumenter?${query}`,
      }),
  }
}

const viewOf = (data: unknown) => (data as { readonly view: GateView }).view

test('each sees what is missing and whose turn it is, and passes for its own', () =>
  withCatalogue(async (db) => {
    const ready = await aReadyGate(db, { facts: { maximum: 1_000_000 } })
    const { open, send } = visiting(db, ready)
    const seen = viewOf((await open(ready.other)).data)
    expect(seen.groups[0]).toMatchObject({ group: 'money' })
    expect(seen.groups[0]?.points[0]).toMatchObject({
      id: 'value',
      state: 'missing',
      turn: 'Venter på Bodø kommune',
    })
    expect([seen.own?.name, seen.isOpen]).toEqual(['Røyrvik kommune', false])
    const form = [
      ['do', 'pass'],
      ['title', 'Rådmann'],
      ['authority', 'Vedtak 26/1'],
      ['digest', seen.digest],
      ['judged', 'ja'],
    ] as const
    expect(await send(ready.other, form)).toMatchObject({
      status: 409,
      data: {
        typed: { title: 'Rådmann' },
        errors: { title: 'Noe mangler fortsatt: Anslått og høyeste verdi, med alle opsjoner.' },
      },
    })
  }))

test('whoever passes says with which title and authority, and is told what was wrong with it', () =>
  withCatalogue(async (db) => {
    const ready = await aReadyGate(db)
    const { open, send } = visiting(db, ready)
    const { digest } = await gateOf(db, ready.joint)
    const empty = await send(ready.other, [
      ['do', 'pass'],
      ['digest', digest],
    ])
    expect(empty).toMatchObject({ status: 422, data: { errors: { title: 'Skriv stillingen din.' } } })
    const told = [
      ['do', 'pass'],
      ['title', 'Kommunedirektør'],
      ['authority', 'Delegering 4.2'],
      ['digest', digest],
    ] as const
    expect(await send(ready.other, told)).toMatchObject({
      status: 422,
      data: { errors: { judged: expect.any(String) } },
    })
    expect(await send(ready.other, [...told, ['judged', 'ja']])).toMatchObject({ status: 302 })
    const seen = viewOf((await open(ready.lead)).data)
    expect(seen.passes).toContainEqual({
      name: 'Røyrvik kommune',
      title: 'Kommunedirektør',
      authority: 'Delegering 4.2',
      on: '22. november 2026',
    })
    expect(await send(ready.lead, [...told, ['judged', 'ja']])).toMatchObject({ status: 302 })
    expect((await findProcurement(db, ready.joint.id))?.step).toBe('published')
    expect(viewOf((await open(ready.other)).data)).toMatchObject({
      status: 'locked',
      lockedOn: '22. november 2026',
    })
    expect(
      await send(ready.lead, [
        ['do', 'notice'],
        ['notice', ''],
        ['publishedOn', 'i går'],
      ]),
    ).toMatchObject({
      status: 422,
      data: { errors: { notice: expect.any(String), publishedOn: expect.any(String) } },
    })
  }))

test('for those who do not take part the room is not there, and an unknown wish is none', () =>
  withCatalogue(async (db) => {
    const ready = await aReadyGate(db)
    const { open, send } = visiting(db, ready)
    const voss = await municipalityId(db, '4621')
    const stranger = await aPerson(db, { organisation: voss, roles: ['coordinator'], at: gateAt })
    expect((await open(stranger)).status).toBe(404)
    expect((await open(null)).status).toBe(404)
    expect((await send(ready.lead, [['do', 'drop']])).status).toBe(400)
  }))

test('meeting times that there is no room for are told before the paper is made', () =>
  withCatalogue(async (db) => {
    const ready = await aReadyGate(db)
    const { papers: open } = visiting(db, ready)
    const asked = (count: string, day = '1.12.2026') =>
      `${new URLSearchParams({ day1: day, day2: '', day3: '', start: '9.00', end: '11.00', minutes: '45', pause: '15', count, room: '' })}`
    expect((await open(ready.lead, asked('5'))).data).toMatchObject({
      view: { room: 2, errors: { count: expect.stringContaining('2 møter') } },
    })
    expect((await open(ready.lead, asked('2'))).data).toMatchObject({ view: { room: 2, errors: {} } })
    expect((await open(ready.lead, asked('2', 'i morgen'))).data).toMatchObject({
      view: { errors: { day1: expect.any(String) } },
    })
  }))
