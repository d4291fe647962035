import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  ContractForm,
  DeviationForm,
  JointContractId,
  JointNoteId,
  MeetingForm,
  MeetingId,
  QuestionForm,
} from '#src/modules/joint-procurement/contract.ts'
import { askAll, callMeeting, noteContract, noteDeviation } from '#src/modules/joint-procurement/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { type PageModule, sendForm } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { jointScene, must, now } from '#src/testing/joint-scene.ts'
import { aPerson } from '#src/testing/people.ts'
import { aWebProgram } from '#src/testing/web-program.ts'
import * as draft from './routes/joint-draft/page.tsx'
import * as gate from './routes/joint-gate/page.tsx'
import * as benefit from './routes/joint-life/benefit/page.tsx'
import * as contract from './routes/joint-life/contract/page.tsx'
import * as meeting from './routes/joint-life/meeting/page.tsx'
import * as meetings from './routes/joint-life/meetings/page.tsx'
import * as talk from './routes/joint-life/talk/page.tsx'
import * as withdraw from './routes/joint-life/withdraw/page.tsx'
import * as participant from './routes/joint-participant/page.tsx'
import * as participants from './routes/joint-participants/page.tsx'
import * as overview from './routes/joint-procurement/page.tsx'
import * as begin from './routes/joint-procurement-new/page.tsx'
import * as settings from './routes/joint-settings/page.tsx'

/** Bodø leads and Røyrvik takes part, each with a coordinator and one who writes; Voss may only read. */
async function aScene(db: Database) {
  const all = await jointScene(db)
  const { bodo, royrvik, lead, small } = all
  const buyer = await aPerson(db, { organisation: royrvik, roles: ['contributor'] })
  const { id } = await aProcurement(db, {
    ...{ lead: bodo, by: lead.personId, audience: 'all' },
    others: [{ organisation: royrvik }],
  })
  const note = newId()
  const [question, noted, called] = [
    JointNoteId.parse(note),
    JointContractId.parse(note),
    MeetingId.parse(note),
  ]
  const context = { db, now }
  const asking = QuestionForm.parse({ words: 'Når møtes dere?', answerBy: '' })
  must(await askAll(context, small, { id, organisation: royrvik, note: question, form: asking }))
  must(await noteContract(context, lead, { id, contract: noted, form: CONTRACT }))
  const late = DeviationForm.parse({ happenedOn: '2026-11-20', words: 'For sent' })
  const about = { id, organisation: royrvik, contract: noted, deviation: noted, form: late }
  must(await noteDeviation(context, small, about))
  must(await callMeeting(context, lead, { id, meeting: called, form: MEETING }))
  return { ...all, id, buyer, note, program: aWebProgram(context) }
}
type Scene = Awaited<ReturnType<typeof aScene>>
type Person = 'lead' | 'writer' | 'small' | 'buyer'

const CONTRACT = ContractForm.parse({
  ...{ supplier: 'Trygg AS', whose: '', signedOn: '', startsOn: '2026-11-01', endsOn: '2028-11-30' },
  ...{ latestEndsOn: '', options: '', optionNoticeOn: '', followUpMonths: '', indicators: '' },
})
const MEETING = MeetingForm.parse({
  ...{ kind: 'group', title: 'Oppstart', on: '2027-01-12', from: '09:00', until: '10:00' },
  ...{ place: '', link: '', agenda: '' },
})

type Wrong = {
  readonly name: string
  readonly page: PageModule
  /** Typed wrong by whoever may send it. */
  readonly form: (scene: Scene) => Readonly<Record<string, string>>
  readonly may: Person
  readonly mayNot: Person
}

const theirs = ({ royrvik: organisation, note }: Scene) => ({ organisation, note })
const byTheLead = { may: 'lead', mayNot: 'small' } as const
const byThem = { may: 'buyer', mayNot: 'lead' } as const

const WRONG: readonly Wrong[] = [
  { name: 'a beginning', page: begin, form: () => ({ id: newId() }), may: 'lead', mayNot: 'writer' },
  { name: 'a step', page: overview, form: () => ({ do: 'step' }), ...byTheLead },
  { name: 'a step back', page: overview, form: () => ({ do: 'back' }), ...byTheLead },
  { name: 'an invitation', page: participants, form: () => ({ do: 'invite' }), ...byTheLead },
  { name: 'a mandate', page: participant, form: () => ({ part: 'mandate' }), may: 'small', mayNot: 'buyer' },
  {
    name: 'a share',
    page: participant,
    form: () => ({ part: 'share', 'share-costShare': 'mye' }),
    ...byThem,
  },
  {
    name: 'an estimate',
    page: settings,
    form: () => ({ do: 'facts', part: 'strategy', estimate: 'mye' }),
    ...byTheLead,
  },
  { name: 'a path', page: settings, form: () => ({ do: 'path' }), ...byTheLead },
  {
    name: 'a new lead',
    page: settings,
    form: () => ({ do: 'lead', to: 'x' }),
    may: 'lead',
    mayNot: 'writer',
  },
  { name: 'an end', page: settings, form: () => ({ do: 'end' }), may: 'lead', mayNot: 'writer' },
  { name: 'a pass', page: gate, form: () => ({ do: 'pass' }), may: 'small', mayNot: 'buyer' },
  { name: 'a number', page: gate, form: (scene) => ({ do: 'number', ...theirs(scene) }), ...byThem },
  { name: 'a notice', page: gate, form: () => ({ do: 'notice' }), ...byTheLead },
  { name: 'a draft', page: draft, form: () => ({}), ...byTheLead },
  { name: 'a decision', page: talk, form: (scene) => ({ intent: 'vedtak', ...theirs(scene) }), ...byThem },
  { name: 'a task', page: talk, form: (scene) => ({ intent: 'oppgave', ...theirs(scene) }), ...byThem },
  { name: 'a question', page: talk, form: (scene) => ({ intent: 'sporsmal', ...theirs(scene) }), ...byThem },
  { name: 'a reply', page: talk, form: (scene) => ({ intent: 'svar', ...theirs(scene) }), ...byThem },
  { name: 'a call', page: meetings, form: ({ note }) => ({ note }), ...byTheLead },
  { name: 'another meeting', page: meeting, form: () => ({ sequence: '0' }), ...byTheLead },
  { name: 'a withdrawal', page: withdraw, form: theirs, may: 'small', mayNot: 'buyer' },
  {
    name: 'a standstill',
    page: contract,
    form: () => ({ intent: 'karens', 'karens-awardedOn': 'x' }),
    ...byTheLead,
  },
  { name: 'a contract', page: contract, form: ({ note }) => ({ intent: 'kontrakt', note }), ...byTheLead },
  {
    name: 'their own contract',
    page: contract,
    form: ({ note, royrvik }) => ({ intent: 'kontrakt', note, 'kontrakt-whose': royrvik }),
    ...byThem,
  },
  { name: 'another contract', page: contract, form: ({ note }) => ({ intent: 'endre', note }), ...byTheLead },
  {
    name: 'a deviation',
    page: contract,
    form: (scene) => ({ intent: 'avvik', contract: scene.note, ...theirs(scene) }),
    ...byThem,
  },
  {
    name: 'how it was settled',
    page: contract,
    form: (scene) => ({ intent: 'lost', contract: scene.note, ...theirs(scene) }),
    ...byThem,
  },
  { name: 'use', page: benefit, form: (scene) => ({ intent: 'innforing', ...theirs(scene) }), ...byThem },
  { name: 'a benefit', page: benefit, form: (scene) => ({ intent: 'gevinst', ...theirs(scene) }), ...byThem },
]

async function answers(scene: Scene, { page, form }: Wrong) {
  const { program, id, note: meeting, royrvik: organisation } = scene
  const address = { page, path: `/fellesanskaffelser/${id}`, params: { id, meeting, organisation } }
  return async (who: Actor) =>
    (await sendForm(program, who, { ...address, form: Object.entries(form(scene)) })).status
}

test.each(WRONG)('who may send $name is asked before what is typed wrong is told', (wrong) =>
  withCatalogue(async (db) => {
    const scene = await aScene(db)
    const statusFor = await answers(scene, wrong)
    expect(await statusFor(scene[wrong.may])).toBe(422)
    expect(await statusFor(scene[wrong.mayNot])).toBe(403)
    if (wrong.page !== begin) expect([403, 404]).toContain(await statusFor(scene.stranger))
  }),
)

test.each(['svar', 'endre', 'avvik', 'lost'])(
  '«%s» about what is not there is told before what is typed wrong',
  (intent) =>
    withCatalogue(async (db) => {
      const scene = await aScene(db)
      const { program, id, small, lead, royrvik } = scene
      const page = intent === 'svar' ? talk : contract
      const gone = { intent, organisation: royrvik, note: newId(), contract: newId() }
      const address = { page, path: `/fellesanskaffelser/${id}`, params: { id } }
      const sent = { ...address, form: Object.entries(gone) }
      expect((await sendForm(program, intent === 'endre' ? lead : small, sent)).status).toBe(404)
    }),
)

test('a meeting that is not there is told before what is typed wrong', () =>
  withCatalogue(async (db) => {
    const { program, id, lead } = await aScene(db)
    const params = { id, meeting: newId() }
    const sent = { page: meeting, path: `/fellesanskaffelser/${id}`, params, form: [] }
    expect((await sendForm(program, lead, sent)).status).toBe(404)
  }))
