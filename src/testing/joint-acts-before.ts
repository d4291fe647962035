import {
  BeginForm,
  ParticipantStanding,
  PassForm,
  ProcurementId,
  type Step,
  TakeStepForm,
} from '#src/modules/joint-procurement/contract.ts'
import {
  answerInvitation,
  beginProcurement,
  changeFacts,
  inviteParticipant,
  loadGate,
  passGate,
  saveStanding,
  takeStep,
} from '#src/modules/joint-procurement/index.ts'
import { newId } from '#src/platform/ids.ts'
import {
  type Act,
  type Answer,
  BEFORE,
  type Life,
  now,
  type PersonName,
  participant,
  TODAY,
} from './joint-act.ts'

/** The first thing: before it there is nothing to look at. */
export function begin({ db, actors, ids }: Life): Promise<Answer> {
  return beginProcurement({ db, now }, actors.lead, {
    id: ProcurementId.parse(newId()),
    lead: ids.lead,
    form: BeginForm.parse({
      title: 'Digitalt tilsyn i nord',
      purpose: 'Tryggere netter',
      audience: 'public-employees',
      innovationHeight: 'adapt',
      buysAgain: 'ja',
    }),
  })
}

export const invite = (name: PersonName): Act => ({
  name: `invite ${name}`,
  isDone: ({ ids }, joint) => participant(joint, ids[name]) !== undefined,
  act: ({ db, actors, ids }, { id }) =>
    inviteParticipant({ db, now }, actors.lead, { id, organisation: ids[name], role: 'participant' }),
})

export const answer = (name: PersonName): Act => ({
  name: `answer ${name}`,
  isDone: ({ ids }, joint) => participant(joint, ids[name])?.status !== 'invited',
  act: ({ db, actors, ids }, { id }) =>
    answerInvitation({ db, now }, actors[name], { id, organisation: ids[name], answer: 'interested' }),
})

const STANDING = ParticipantStanding.parse({
  intent: { on: BEFORE, words: '' },
  anchoring: { body: 'council', decidedOn: BEFORE, delegation: '', archiveReference: '26/1' },
  mandate: {
    signedBy: 'Kommunedirektøren',
    title: 'Kommunedirektør',
    authority: 'Delegeringsreglementet punkt 4',
    signedOn: BEFORE,
    archiveReference: '26/2',
  },
  volume: { amount: 40, unit: 'brukere' },
  signer: 'self',
  mailbox: 'innkjop@example.no',
  contactRole: 'Innkjøpsleder',
  requirementsApprovedOn: BEFORE,
  independenceOn: BEFORE,
})

export const tell = (name: PersonName): Act => ({
  name: `tell ${name}`,
  isDone: ({ ids }, joint) => participant(joint, ids[name])?.standing.intent != null,
  act: ({ db, actors, ids }, joint) =>
    saveStanding({ db, now }, actors[name], {
      id: joint.id,
      organisation: ids[name],
      from: participant(joint, ids[name])?.version ?? 0,
      standing: STANDING,
    }),
})

export const facts: Act = {
  name: 'facts',
  isDone: (_, joint) => joint.facts.strategy !== '',
  act: ({ db, actors }, { id, version }) =>
    changeFacts({ db, now }, actors.lead, {
      id,
      from: version,
      facts: {
        strategy: 'Rammeavtale med én leverandør',
        estimate: 4_000_000,
        maximum: 6_000_000,
        costKey: 'equal',
        agreementWords: 'Bodø leder',
        exitTerms: 'Tre måneders varsel',
        cpv: ['33100000'],
        dialogueSummaryOn: BEFORE,
        dialogueSummaryUrl: 'https://example.no/oppsummering',
        requirementsUrl: 'https://example.no/krav',
        independence: 'Ingen har egne interesser',
        archiveReference: '26/3',
        followUpMonths: 3,
        indicators: 'Svartid',
      },
    }),
}

export const step = (to: Step): Act => ({
  name: `step ${to}`,
  isDone: (_, joint) => joint.steps.some((taken) => taken.step === to) === true,
  act: ({ db, actors }, { id }) =>
    takeStep({ db, now }, actors.lead, { id, form: TakeStepForm.parse({ to, on: TODAY, reason: '' }) }),
})

export const pass = (name: PersonName): Act => ({
  name: `pass ${name}`,
  isDone: async ({ db, ids }, joint) => {
    if (joint.steps.some((taken) => taken.step === 'published')) return true
    const { waiting } = await loadGate({ db, now }, joint)
    return !waiting.includes(ids[name])
  },
  act: async ({ db, actors, ids }, joint) => {
    const { digest } = await loadGate({ db, now }, joint)
    const form = PassForm.parse({ title: 'Kommunedirektør', authority: 'Delegert', digest, judged: true })
    return passGate({ db, now }, actors[name], { id: joint.id, organisation: ids[name], form })
  },
})
