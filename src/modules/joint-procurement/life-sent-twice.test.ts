import { test } from 'vitest'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { type Scene, type Sent, sendTwice } from '#src/testing/sent-twice.ts'
import {
  BenefitForm,
  ContractForm,
  DecisionForm,
  DeviationForm,
  MeetingForm,
  QuestionForm,
  ReplyForm,
  RollOutForm,
  SettleForm,
  StandstillForm,
  TaskForm,
  WithdrawalForm,
} from './contract.ts'
import * as joint from './index.ts'

const TODAY = '2026-11-22'
const AWARD = { awardedOn: '2026-11-02', standstillUntil: '2026-11-12' }
const STANDSTILL = StandstillForm.parse({ ...AWARD, complaint: 'Poengene', complaintSettledOn: TODAY })
const CONTRACT = ContractForm.parse({
  ...{ supplier: 'Trygg AS', whose: '', signedOn: '', startsOn: '2026-11-01', endsOn: '2028-11-30' },
  ...{ latestEndsOn: '', options: '', optionNoticeOn: '', followUpMonths: '6', indicators: '' },
})
const MEETING = MeetingForm.parse({
  ...{ kind: 'group', title: 'Oppstart', on: '2027-01-12', from: '09:00', until: '10:00' },
  ...{ place: 'Rådhuset', link: '', agenda: '' },
})
const IN_USE = RollOutForm.parse({ status: 'in-use', on: '2026-08-20', words: '' })
const BENEFIT = BenefitForm.parse({
  ...{ months: '3', on: '2026-11-20', isMeasured: 'ja', what: 'Nattbesøk', baseline: '', target: '' },
  ...{ value: '18', unit: 'besøk', method: 'Telling', grade: 'measured', why: '' },
})
const QUESTION = QuestionForm.parse({ words: 'Når møtes dere?', answerBy: '' })

const deviation = (scene: Scene) => ({ ...scene, deviation: scene.contract })
const noteDeviation = (scene: Scene) =>
  joint.noteDeviation(scene.context, scene.small, {
    ...deviation(scene),
    form: DeviationForm.parse({ happenedOn: '2026-11-20', words: 'Alarmene kom for sent' }),
  })
const noteContract = (scene: Scene) =>
  joint.noteContract(scene.context, scene.lead, { ...scene, form: CONTRACT })
const callMeeting = (scene: Scene) =>
  joint.callMeeting(scene.context, scene.lead, { ...scene, form: MEETING })
const noteRollOut = (scene: Scene) =>
  joint.noteRollOut(scene.context, scene.small, { ...scene, form: IN_USE })
const askAll = (scene: Scene) => joint.askAll(scene.context, scene.small, { ...scene, form: QUESTION })

const AFTER: readonly Sent[] = [
  {
    name: 'the notice',
    step: 'published',
    send: ({ context, lead, id }) =>
      joint.noteNotice(context, lead, { id, form: { notice: '2026-123456', publishedOn: TODAY } }),
  },
  {
    name: 'a standstill with a complaint',
    step: 'standstill',
    send: ({ context, lead, id }) => joint.noteStandstill(context, lead, { id, form: STANDSTILL }),
  },
  { name: 'a contract', step: 'contract', send: noteContract },
  {
    name: 'a changed contract',
    step: 'contract',
    given: noteContract,
    send: (scene) =>
      joint.changeContract(scene.context, scene.lead, {
        ...{ ...scene, version: 1, form: { ...CONTRACT, supplier: 'Trygg Norge AS' } },
      }),
  },
  { name: 'a deviation', step: 'contract', given: noteContract, send: noteDeviation },
  {
    name: 'how it was settled',
    step: 'contract',
    given: async (scene) => [await noteContract(scene), await noteDeviation(scene)],
    send: (scene) =>
      joint.noteSettled(scene.context, scene.small, {
        ...{ ...deviation(scene), form: SettleForm.parse({ settledOn: TODAY, how: 'Byttet ut' }) },
      }),
  },
  { name: 'that it is in use', step: 'benefit', send: noteRollOut },
  {
    name: 'a benefit',
    step: 'benefit',
    given: noteRollOut,
    send: (scene) => joint.noteBenefit(scene.context, scene.small, { ...scene, form: BENEFIT }),
  },
  {
    name: 'that it becomes a case',
    step: 'benefit',
    send: ({ context, lead, id }) => joint.makeCase(context, lead, id),
  },
]

const TALK: readonly Sent[] = [
  {
    name: 'a decision',
    step: 'group',
    send: (scene) =>
      joint.noteDecision(scene.context, scene.small, {
        ...scene,
        form: DecisionForm.parse({
          ...{ decidedOn: TODAY, title: 'Avtale', words: '', decidedBy: 'Rådet', archiveReference: '' },
        }),
      }),
  },
  {
    name: 'a task',
    step: 'group',
    send: (scene) =>
      joint.addTask(scene.context, scene.small, {
        ...{ ...scene, form: TaskForm.parse({ title: 'Sende vedtak', whose: '', dueOn: '' }) },
      }),
  },
  { name: 'a question', step: 'group', send: askAll },
  {
    name: 'a reply',
    step: 'group',
    given: askAll,
    send: (scene) =>
      joint.replyToQuestion(scene.context, scene.small, {
        ...{ ...scene, form: ReplyForm.parse({ words: 'På torsdag' }) },
      }),
  },
  { name: 'a meeting', step: 'group', send: callMeeting },
  {
    name: 'a changed meeting',
    step: 'group',
    given: callMeeting,
    send: (scene) =>
      joint.changeMeeting(scene.context, scene.lead, {
        ...{ ...scene, sequence: 0, form: { ...MEETING, place: 'Kulturhuset' } },
      }),
  },
  {
    name: 'a meeting called off',
    step: 'group',
    given: callMeeting,
    send: (scene) => joint.cancelMeeting(scene.context, scene.lead, { ...scene, sequence: 0 }),
  },
  {
    name: 'a withdrawal',
    step: 'group',
    send: (scene) =>
      joint.withdrawParticipant(scene.context, scene.small, {
        ...scene,
        form: WithdrawalForm.parse({
          ...{ decidedOn: TODAY, decidedBy: 'Rådet', reason: 'Økonomien', archiveReference: '' },
          seenStep: 'group',
        }),
      }),
  },
]

test.each([...AFTER, ...TALK])('$name that is sent twice is noted and told once', (sent) =>
  withCatalogue((db) => sendTwice(db, sent)),
)
