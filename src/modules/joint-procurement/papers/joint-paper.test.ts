import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import {
  JOINT_PAPERS,
  type JointPaperKind,
  ProcurementFacts,
  ProcurementId,
  ScheduleForm,
} from '#src/modules/joint-procurement/contract.ts'
import { jointPaper, type PaperInput, slots } from '#src/modules/joint-procurement/index.ts'
import { ParticipantStanding } from '#src/modules/joint-procurement/participant-standing.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { newId } from '#src/platform/ids.ts'
import type { Language } from '#src/platform/language.ts'
import { paperProblems, toDocx, toPdf } from '#src/platform/papers/index.ts'
import { READY_FACTS, READY_STANDING } from '#src/testing/gate.ts'
import { paragraphsOf, readDocx } from '#src/testing/read-docx.ts'
import { readPdf } from '#src/testing/read-pdf.ts'
import { seededRandom } from '#src/testing/seeded-random.ts'
import { sharesByKey } from './cost-key.ts'

const IDS = Array.from({ length: 3 }, () => OrganisationId.parse(newId()))
const at = new Date('2026-11-22T10:41:00Z')
const KINDS = Object.keys(JOINT_PAPERS) as JointPaperKind[]
const HOSTILE = 'Ærfugl & <script>alert(1)</script> «kommune» \u202egnp.exe'
const SCHEDULE = ScheduleForm.parse({
  day1: '2026-12-01',
  day2: '2026-12-02',
  day3: '',
  start: '9.00',
  end: '12:00',
  minutes: '45',
  pause: '15',
  count: '5',
  room: 'Rådhuset',
})

type Given = {
  readonly names?: readonly string[]
  readonly facts?: Partial<ProcurementFacts>
  readonly standing?: Partial<ParticipantStanding>
  readonly title?: string
}

function input(language: Language, given: Given = {}): PaperInput {
  const names = given.names ?? ['Bodø kommune', 'Røyrvik kommune', 'Haram kommune']
  const { facts = READY_FACTS, standing = READY_STANDING } = given
  return {
    procurement: {
      id: ProcurementId.parse(newId()),
      title: given.title ?? 'Digitalt tilsyn i Namdalen',
      path: 'joint-framework',
      step: 'anchoring',
      ended: null,
      lead: IDS[0] as OrganisationId,
      demand: null,
      audience: 'all',
      facts: ProcurementFacts.parse({ purpose: 'Tryggere netter.\n\nFærre besøk.', ...facts }),
      version: 1,
      gateRound: 1,
      lockedAt: null,
      caseId: null,
      draft: null,
      begunAt: at,
      changedAt: at,
      participants: IDS.map((organisation, place) => ({
        organisation,
        role: (['lead', 'participant', 'option'] as const)[place] ?? 'participant',
        status: 'interested',
        standing: ParticipantStanding.parse(standing),
        version: 1,
        joinedAt: at,
        decidedAt: at,
      })),
      steps: [],
    },
    parties: new Map(
      IDS.map((organisation, place) => [
        organisation,
        {
          name: names[place] ?? '',
          number: ['972418013', '940083672', null][place] ?? null,
          kind: 'municipality' as const,
          inhabitants: [53_712, 389, 9460][place] ?? 0,
        },
      ]),
    ),
    recipient: IDS[1] ?? null,
    today: '2026-11-22',
    isWithin: true,
    madeAt: at,
    address: 'https://spydspiss.example/fellesanskaffelser/1',
    messages: messagesIn(language),
    schedule: SCHEDULE,
    invitation: {
      day: '2026-12-01',
      from: '09:00',
      until: '11:30',
      place: 'Rådhuset',
      deadline: '2026-11-27',
    },
    summary: { words: 'Vi spurte.\n\nDe svarte.', publishedOn: '2026-11-10' },
  }
}

const GIVENS: Readonly<Record<string, Given>> = {
  'everything known': {},
  'nothing known': { facts: {}, standing: {}, names: ['', '', ''] },
  'hostile words': {
    title: HOSTILE,
    names: [HOSTILE, HOSTILE, HOSTILE],
    facts: {
      ...READY_FACTS,
      purpose: HOSTILE,
      exitTerms: HOSTILE,
      agreementWords: HOSTILE,
      archiveReference: HOSTILE,
    },
  },
}

test.each(KINDS)(
  '%s can be read by everybody in both formats and all languages, whatever is known',
  async (kind) => {
    for (const [name, given] of Object.entries(GIVENS))
      for (const language of ['nb', 'nn', 'en'] as const) {
        const empty = name === 'nothing known' ? { schedule: null, invitation: null, summary: null } : {}
        const paper = jointPaper(kind, { ...input(language, given), ...empty })
        expect([name, language, paperProblems(paper)]).toEqual([name, language, []])
        expect(JSON.stringify({ ...paper, words: null })).not.toMatch(/undefined|\[object|NaN|\{\w+\}/)
      }
  },
)

test.each(KINDS)(
  '%s is read back as it was written, from PDF and from Word, in bokmål and nynorsk',
  async (kind) => {
    for (const language of ['nb', 'nn'] as const) {
      const paper = jointPaper(kind, input(language))
      const seen = await readPdf(await toPdf(paper))
      expect([seen.lang, seen.marked, seen.title]).toEqual([`${language}-NO`, true, paper.title])
      const text = seen.text.join(' ').replace(/\s+/g, ' ')
      const word = await readDocx(await toDocx(paper))
      const written = paragraphsOf(word.get('word/document.xml') ?? '').join(' ')
      for (const one of [text, written]) {
        expect(one).toContain('Bodø kommune')
        expect(one).not.toMatch(/undefined|\[object/)
        expect(one).toContain(language === 'nb' ? 'Les gjennom, fyll ut' : 'kontroller tilvisingar')
      }
    }
  },
)

function said(kind: JointPaperKind, given: Given = {}, language: Language = 'nb'): string {
  return JSON.stringify(jointPaper(kind, input(language, given)).blocks).replaceAll('\u00a0', ' ')
}

test('what is not known is marked, and nothing is claimed of it', () => {
  expect(said('case-memo', { facts: {}, standing: {} })).toContain('Samlet verdi er anslått til [fylles ut]')
  expect(said('agreement', { facts: {}, standing: {} })).toContain('Andelene kan ikke regnes ut ennå')
  expect(said('agreement', { facts: {}, standing: {} }, 'nn')).toContain('[må fyllast ut: varslingsfrist')
})

test('the memo proposes what the municipality shall decide, with its own share', () => {
  const memo = said('case-memo')
  expect(memo).toContain(
    'Røyrvik kommune deltar i fellesanskaffelsen «Digitalt tilsyn i Namdalen» sammen med Bodø kommune og Haram kommune.',
  )
  expect(memo).toContain('Andelen til Røyrvik kommune er 0,72 %')
  expect(memo).toContain('Delegeringsreglementet punkt 4.2')
})

test('a mandate says whether it covers signing the contract', () => {
  expect(said('mandate')).toContain('å undertegne kontrakten; det gjør Røyrvik kommune selv')
  const byLead = said('mandate', { standing: { ...READY_STANDING, signer: 'lead' } })
  expect(byLead).toContain('å undertegne kontrakten på vegne av Røyrvik kommune')
  expect(byLead).not.toContain('det gjør Røyrvik kommune selv')
})

test('the list of participants tells no more than the notice does', () => {
  const list = said('participants')
  for (const own of ['Kari Nordmann', 'Kommunedirektør', '26/77', 'boliger']) expect(list).not.toContain(own)
  expect(list).toContain('Leder for gruppen av kjøpere (OPP-050): ja')
  expect(list).toContain('Organisasjonsnummer (BT-501): [fylles ut]')
})

test('shares add up to a hundred whatever the key and the numbers', () => {
  const { between } = seededRandom(7)
  for (let round = 0; round < 200; round += 1) {
    for (const costKey of ['equal', 'inhabitants', 'volume', 'agreed'] as const) {
      const given = input('nb', { facts: { costKey } })
      const procurement = {
        ...given.procurement,
        participants: given.procurement.participants.map((one) => ({
          ...one,
          role: 'participant' as const,
          standing: {
            ...one.standing,
            costShare: 100 / 3,
            volume: { amount: between(0.1, 1e6), unit: 'stk' },
          },
        })),
      }
      const shares = sharesByKey({ ...given, procurement })
      expect([...(shares?.values() ?? [])].reduce((sum, one) => sum + one, 0)).toBe(10_000)
    }
  }
})

test('every supplier gets the same time, and no meeting begins that cannot end', () => {
  const all = slots(SCHEDULE)
  expect(all).toHaveLength(6)
  expect(all.slice(0, 2)).toEqual([
    { day: '2026-12-01', from: '09.00', until: '09.45' },
    { day: '2026-12-01', from: '10.00', until: '10.45' },
  ])
  expect(said('schedule').match(/–1\d\.\d\d|–09\.45/g)).toHaveLength(5)
})

test('what it is estimated to cost is in no paper for those outside before it is published', () => {
  const told = (given: Partial<PaperInput>) =>
    JSON.stringify(jointPaper('participants', { ...input('nb'), ...given }))
  const estimate = messagesIn('nb').money(`${READY_FACTS.estimate}`, 'NOK')
  const { procurement } = input('nb')
  expect(told({})).toContain(estimate)
  expect(told({ isWithin: false })).not.toContain(estimate)
  expect(told({ isWithin: false, procurement: { ...procurement, step: 'published' } })).toContain(estimate)
})
