import {
  BenefitForm,
  ContractForm,
  DecisionForm,
  JointContractId,
  JointNoteId,
  NoticeForm,
  RollOutForm,
  StandstillForm,
  WithdrawalForm,
} from '#src/modules/joint-procurement/contract.ts'
import {
  contractsOf,
  makeCase,
  measurementsOf,
  noteBenefit,
  noteContract,
  noteDecision,
  noteNotice,
  noteRollOut,
  noteStandstill,
  rollOutsOf,
  talkOf,
  withdrawParticipant,
} from '#src/modules/joint-procurement/index.ts'
import { newId } from '#src/platform/ids.ts'
import { type Act, BEFORE, now, type PersonName, participant, TODAY } from './joint-act.ts'

export const decide: Act = {
  name: 'decision',
  isDone: async ({ db }, joint) => (await talkOf(db, joint.id)).decisions.length > 0,
  act: ({ db, actors, ids }, { id }) =>
    noteDecision({ db, now }, actors.lead, {
      id,
      note: JointNoteId.parse(newId()),
      organisation: ids.lead,
      form: DecisionForm.parse({
        decidedOn: TODAY,
        title: 'Vi kunngjør i desember',
        words: '',
        decidedBy: 'Styringsgruppen',
        archiveReference: '',
      }),
    }),
}

export const notice: Act = {
  name: 'notice',
  isDone: (_, joint) => joint.facts.notice !== '',
  act: ({ db, actors }, { id }) =>
    noteNotice({ db, now }, actors.lead, {
      id,
      form: NoticeForm.parse({ notice: '2026-123456', publishedOn: BEFORE }),
    }),
}

export const withdraw: Act = {
  name: 'withdraw',
  isDone: ({ ids }, joint) => participant(joint, ids.leaves)?.status === 'withdrawn',
  act: ({ db, actors, ids }, joint) =>
    withdrawParticipant({ db, now }, actors.leaves, {
      id: joint.id,
      organisation: ids.leaves,
      form: WithdrawalForm.parse({
        decidedOn: TODAY,
        decidedBy: 'Kommunestyret',
        reason: 'Kommunen må spare',
        archiveReference: '26/9',
        seenStep: joint.step,
      }),
    }),
}

export const standstill: Act = {
  name: 'standstill',
  isDone: (_, joint) => joint.facts.standstillUntil != null,
  act: ({ db, actors }, { id }) =>
    noteStandstill({ db, now }, actors.lead, {
      id,
      form: StandstillForm.parse({
        awardedOn: BEFORE,
        standstillUntil: '2026-11-16',
        complaint: '',
        complaintSettledOn: '',
      }),
    }),
}

export const contract: Act = {
  name: 'contract',
  isDone: async ({ db }, joint) => (await contractsOf(db, joint.id)).length > 0,
  act: ({ db, actors }, { id }) =>
    noteContract({ db, now }, actors.lead, {
      id,
      contract: JointContractId.parse(newId()),
      form: ContractForm.parse({
        supplier: 'Tilsyn AS',
        whose: '',
        signedOn: TODAY,
        startsOn: TODAY,
        endsOn: '2030-11-22',
        latestEndsOn: '',
        options: '',
        optionNoticeOn: '',
        followUpMonths: '3',
        indicators: 'Svartid',
      }),
    }),
}

export const rollOut = (name: PersonName): Act => ({
  name: `roll out ${name}`,
  isDone: async ({ db, ids }, joint) =>
    (await rollOutsOf(db, joint.id)).some((one) => one.organisation === ids[name]),
  act: ({ db, actors, ids }, { id }) =>
    noteRollOut({ db, now }, actors[name], {
      id,
      organisation: ids[name],
      form: RollOutForm.parse({ status: 'in-use', on: BEFORE, words: '' }),
    }),
})

export const benefit = (name: PersonName): Act => ({
  name: `benefit ${name}`,
  isDone: async ({ db, ids }, joint) =>
    (await measurementsOf(db, joint.id)).some((one) => one.organisation === ids[name]),
  act: ({ db, actors, ids }, { id }) =>
    noteBenefit({ db, now }, actors[name], {
      id,
      organisation: ids[name],
      form: BenefitForm.parse({
        months: '3',
        on: TODAY,
        isMeasured: 'ja',
        what: 'Nattbesøk',
        baseline: '14',
        target: '7',
        value: '8',
        unit: 'besøk per natt',
        method: 'Telt i fagsystemet',
        grade: 'measured',
        why: '',
      }),
    }),
})

export const share: Act = {
  name: 'case',
  isDone: (_, joint) => joint.draft != null,
  act: ({ db, actors }, { id }) => makeCase({ db, now }, actors.lead, id),
}
