import { TakeIntoUseForm } from '#src/modules/adoptions/contract.ts'
import { takeIntoUse } from '#src/modules/adoptions/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { addCase, findCase, reviseCase } from '#src/modules/catalogue/index.ts'
import { askForRemoval, askToJoin, giveMandate, rolesOf } from '#src/modules/identity/index.ts'
import { MeetingForm, MeetingId } from '#src/modules/joint-procurement/contract.ts'
import { callMeeting } from '#src/modules/joint-procurement/index.ts'
import { publishSummary } from '#src/modules/needs/index.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import { submitDraft } from '#src/modules/sharing/index.ts'
import { StopId } from '#src/modules/stops/contract.ts'
import { type TellStop, tellStop } from '#src/modules/stops/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { aProcurement } from './joint-procurement.ts'
import { aDemand } from './market.ts'
import { aNeed } from './needs.ts'
import { aPerson } from './people.ts'
import { aDocument } from './shared-documents.ts'
import { anExperience, municipalityId } from './sharing.ts'

export const at = new Date('2026-11-21T12:00:00Z')
const now = () => at
export const ACCESS_NOTICE = '11111111-1111-4111-8111-111111111111'

/** What stopped Bodø, told to Bodø alone. */
export const HIDDEN_STOP: Omit<TellStop, 'id' | 'organisation'> = {
  title: 'Ingen turte å skrive under',
  reasons: ['price'],
  happened: 'Budene kom på det dobbelte av rammen.',
  wouldHaveHelped: '',
  phase: null,
  theme: null,
  year: 2025,
  language: 'nb',
  named: true,
  visibility: 'organisation',
  opensOn: null,
  readers: [],
}

const A_SUPPLIER = {
  organisation: { name: 'Ny Leverandør AS', organisasjonsnummer: '923609016' },
  ...({ role: 'supplier', message: null, title: null, delegation: null } as const),
  ...{ independent: false, endsOn: null },
}

export type People = Awaited<ReturnType<typeof somePeople>>

/** One in each role; those of public bodies in Bodø, but for the neighbour and the adviser. */
export async function somePeople(db: Database) {
  const bodo = await municipalityId(db, '1804')
  const voss = await municipalityId(db, '4621')
  const firm = await ensureOrganisation(db, { name: 'Trygg AS', organisasjonsnummer: null, kind: 'supplier' })
  return {
    newcomer: await aPerson(db, { at }),
    reader: await aPerson(db, { organisation: bodo, roles: ['reader'], at }),
    contributor: await aPerson(db, { organisation: bodo, roles: ['contributor'], at }),
    coordinator: await aPerson(db, { organisation: bodo, roles: ['coordinator'], at }),
    'network-leader': await aPerson(db, { organisation: bodo, roles: ['network-leader'], at }),
    consultant: await aPerson(db, { organisation: bodo, roles: ['consultant'], at }),
    neighbour: await aPerson(db, { organisation: voss, roles: ['coordinator'], at }),
    adviser: await aPerson(db, { organisation: voss, roles: ['adviser'], at }),
    supplier: await aPerson(db, { organisation: firm, roles: ['supplier'], at }),
    curator: await aPerson(db, { roles: ['curator'], at }),
    administrator: await aPerson(db, { roles: ['administrator'], at }),
  }
}

/** One of each kind, of Bodø, by the names they have in `docs/access.md`. */
export async function someRecords(db: Database, { contributor, coordinator, newcomer }: People) {
  const { organisation } = coordinator
  if (!organisation) throw new Error('The coordinator of the test acts for nobody')
  const draft = await anExperience({ db, now }, contributor)
  const found = await findCase(db, CaseId.parse('case-016'))
  if (found?.status !== 'found') throw new Error('case-016 is not there')
  const { content } = found.case
  const added = must(await addCase({ db, now }, coordinator, { content, note: null, organisation }))
  must(
    await reviseCase({ db, now }, coordinator, {
      id: added,
      from: 1,
      content: { ...content, approach: 'Annerledes' },
      note: 'Rettet',
      organisation,
    }),
  )
  const submitted = await anExperience({ db, now }, contributor)
  must(await submitDraft({ db, now }, contributor, submitted))
  const form = TakeIntoUseForm.parse({
    audience: 'own',
    volumeThere: '',
    volumeHere: '',
    differences: '',
  })
  const taken = { caseId: CaseId.parse('case-016'), organisation, form }
  const adoption = must(await takeIntoUse({ db, now }, contributor, taken))
  const joint = await aProcurement(db, { lead: organisation, by: coordinator.personId, audience: 'own' })
  const openJoint = await aProcurement(db, { lead: organisation, by: coordinator.personId, audience: 'all' })
  const stop = StopId.parse(newId())
  must(await tellStop({ db, now }, coordinator, { ...HIDDEN_STOP, id: stop, organisation }))
  const meeting = MeetingId.parse(newId())
  const called = { kind: 'group', title: 'Oppstart', on: '2026-12-01', from: '09:00', until: '10:00' }
  const meetingForm = MeetingForm.parse({ ...called, place: '', link: '', agenda: '' })
  must(await callMeeting({ db, now }, coordinator, { id: joint.id, meeting, form: meetingForm }))
  const needs = { organisation, by: coordinator.personId }
  const need = await aNeed(db, { ...needs, audience: 'own' })
  const openNeed = await aNeed(db, needs)
  const together = async (audience: 'own' | 'all') =>
    (await aDemand({ db, now }, { own: await aNeed(db, { ...needs, audience }), by: coordinator })).id
  const [demand, openDemand] = [await together('own'), await together('all')]
  const words = 'Ingen har svart på det felles behovet.'
  const matter = { kind: 'demand', id: openDemand } as const
  must(
    await publishSummary({ db, now }, coordinator, {
      matter,
      form: { words, seen: 0, archiveReference: null },
    }),
  )
  const begunNeed = await aNeed(db, { ...needs, status: 'draft', audience: 'own' })
  const removal = must(
    await askForRemoval({ db, now }, { page: '/om', wish: 'Fjern meg', email: null, language: 'nb' }),
  )
  const body = await ensureOrganisation(db, {
    name: 'Innkjøp Salten',
    organisasjonsnummer: null,
    kind: 'purchasing-cooperative',
  })
  const startsOn = Temporal.PlainDate.from('2026-11-01')
  const given = { body, startsOn, endsOn: null, decision: 'Bystyret 34/26' }
  const mandate = must(await giveMandate({ db, now }, coordinator, given))
  const [member] = await rolesOf(db, { person: contributor.personId, on: '2026-11-21' })
  const asked = must(await askToJoin({ db, now }, newcomer, A_SUPPLIER))
  return {
    organisation,
    draft: draft.id,
    submitted: submitted.id,
    adoption: adoption.id,
    joint: joint.id,
    openJoint: openJoint.id,
    meeting,
    case: added,
    notice: `${ACCESS_NOTICE}-01`,
    stop,
    mandate,
    need: need.id,
    begunNeed: begunNeed.id,
    openNeed: openNeed.id,
    demand,
    openDemand,
    document: await aDocument(db, coordinator),
    open: await aDocument(db, coordinator, { description: { visibility: 'all' } }),
    member: member?.membership ?? '',
    request: removal.id,
    secret: removal.secret,
    asked,
  }
}

function must<Value>(result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
