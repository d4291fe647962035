import { test } from 'vitest'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { anAnswer, decided, typedAnswer, typedDecision } from '#src/testing/market.ts'
import { type Scene, sendTwice, sent } from '#src/testing/sent-twice-in-needs.ts'
import * as needs from './index.ts'

const NEEDS = [
  sent({
    name: 'that a need begins',
    send: ({ context, lead, began, royrvik }) =>
      needs.startNeed(context, lead, {
        id: began,
        organisation: royrvik,
        from: { kind: 'words', title: 'Asfalt' },
      }),
  }),
  sent({
    name: 'a step of a draft',
    send: ({ context, lead, draft }) =>
      needs.saveNeedStep(context, lead, {
        ...{ id: draft.id, step: 'what', seen: needs.markOf(draft.content, 'what') },
        answers: { outcome: 'Færre turer om natten' },
      }),
  }),
  sent({
    name: 'that a need is announced',
    send: ({ context, lead, draft: { id, version } }) =>
      needs.announceNeed(context, lead, { id, version, audience: 'all', mailbox: null }),
  }),
  sent({
    name: 'a change of what is announced',
    send: ({ context, lead, own }) =>
      needs.reviseNeed(context, lead, {
        ...{ id: own.id, step: 'what', seen: needs.markOf(own.content, 'what') },
        ...{ answers: { outcome: 'Færre turer om natten' }, reason: 'Klarere sagt' },
      }),
  }),
  sent({
    name: 'that fewer may read a need',
    send: ({ context, lead, own: { id, version } }) =>
      needs.changeAudience(context, lead, { id, version, audience: 'own' }),
  }),
  sent({
    name: 'that a need is closed',
    send: ({ context, lead, own: { id, version } }) =>
      needs.closeNeed(context, lead, { id, version, cause: 'bought', reason: '' }),
  }),
  sent({
    name: 'that a need is opened again',
    given: ({ context, lead, own: { id, version } }) =>
      needs.closeNeed(context, lead, { id, version, cause: 'bought', reason: '' }),
    send: ({ context, lead, own: { id, version } }) =>
      needs.reopenNeed(context, lead, { id, version: version + 1 }),
  }),
]

const invited = ({ context, lead, demand: { id }, free }: Scene) =>
  needs.askNeedIn(context, lead, { id, need: free.id })

const DEMANDS = [
  sent({
    name: 'that a demand begins',
    given: async ({ context, other, free, member, second, demand: { id } }) => {
      await needs.leaveDemand(context, member, { id, need: second.id, reason: null })
      return { context, other, own: free.id, asked: [second.id] }
    },
    send: (_, { context, other, own, asked }) =>
      needs.beginDemand(context, other, { own, asked, title: 'Natt sammen' }),
  }),
  sent({ name: 'an invitation to a demand', send: invited }),
  sent({
    name: 'a yes to an invitation',
    given: invited,
    send: ({ context, other, demand: { id }, free }) =>
      needs.joinDemand(context, other, { id, need: free.id }),
  }),
  sent({
    name: 'that one joins without being asked',
    send: ({ context, other, demand: { id }, free }) =>
      needs.joinDemand(context, other, { id, need: free.id }),
  }),
  sent({
    name: 'a no to an invitation',
    given: invited,
    send: ({ context, other, demand: { id }, free }) =>
      needs.declineDemand(context, other, { id, need: free.id, reason: null }),
  }),
  sent({
    name: 'that one leaves',
    send: ({ context, member, demand: { id }, second }) =>
      needs.leaveDemand(context, member, { id, need: second.id, reason: null }),
  }),
  sent({
    name: 'what they say together',
    send: ({ context, lead, demand: { id, title, version, statement } }) =>
      needs.saveStatement(context, lead, {
        ...{ id, from: version },
        form: { ...statement, title, who: 'Alle som bor hjemme' },
      }),
  }),
  sent({
    name: 'that fewer may read a demand',
    send: ({ context, lead, demand: { id } }) =>
      needs.changeDemandAudience(context, lead, { id, audience: 'public-employees' }),
  }),
  sent({
    name: 'that another leads',
    send: ({ context, lead, demand: { id }, bodo: to }) =>
      needs.handOverDemandLead(context, lead, { id, to }),
  }),
  sent({
    name: 'that the dialogue is over',
    send: ({ context, lead, demand: { id } }) => needs.closeDialogue(context, lead, id),
  }),
  sent({
    name: 'that a demand is dissolved',
    send: ({ context, lead, demand: { id } }) => needs.dissolveDemand(context, lead, { id, reason: null }),
  }),
]

const answered = ({ context, supplier, matter }: Scene) => anAnswer(context, supplier, { matter })
const MESSAGE = { words: 'Vi møtes 14. januar', answer: null, question: null, checked: false }
const SUMMARY = { words: 'Det finnes matter i dag, og flere vil lage mer.', archiveReference: null }

const MARKET = [
  sent({
    name: 'an answer',
    send: ({ context, supplier, matter }) =>
      needs.answerNeed(context, supplier, { matter, form: typedAnswer() }),
  }),
  sent({
    name: 'an answer that is taken back',
    given: answered,
    send: ({ context, supplier }, answer) => needs.withdrawAnswer(context, supplier, answer),
  }),
  sent({
    name: 'a question',
    send: ({ context, supplier, matter, message }) =>
      needs.askQuestion(context, supplier, { matter, id: message, form: { words: 'Hvor mange er det?' } }),
  }),
  sent({
    name: 'what is said to all',
    send: ({ context, lead, matter, message }) =>
      needs.tellMarket(context, lead, { matter, id: message, form: MESSAGE }),
  }),
  sent({
    name: 'a reply to an answer',
    given: answered,
    send: ({ context, lead, matter, message }, answer) =>
      needs.tellMarket(context, lead, { matter, id: message, form: { ...MESSAGE, answer } }),
  }),
  sent({
    name: 'what is decided of an answer',
    given: answered,
    send: ({ context, lead, matter }, answer) =>
      needs.decideAnswer(context, lead, { matter, answer, form: typedDecision() }),
  }),
  sent({
    name: 'what is decided anew',
    given: async (scene) => {
      const answer = await answered(scene)
      await decided(scene.context, scene.lead, { matter: scene.matter, answer })
      return answer
    },
    send: ({ context, lead, matter }, answer) =>
      needs.decideAnswer(context, lead, { matter, answer, form: typedDecision({ seen: '1' }) }),
  }),
  sent({
    name: 'a summary',
    send: ({ context, lead, matter }) =>
      needs.publishSummary(context, lead, { matter, form: { ...SUMMARY, seen: 0 } }),
  }),
  sent({
    name: 'another version of the summary',
    given: ({ context, lead, matter }) =>
      needs.publishSummary(context, lead, { matter, form: { ...SUMMARY, seen: 0 } }),
    send: ({ context, lead, matter }) =>
      needs.publishSummary(context, lead, {
        ...{ matter, form: { ...SUMMARY, words: `${SUMMARY.words} Slik.`, seen: 1 } },
      }),
  }),
]

test.each([...NEEDS, ...DEMANDS, ...MARKET])('$name, sent twice, is noted and told once', (form) =>
  withCatalogue((db) => sendTwice(db, form)),
)
