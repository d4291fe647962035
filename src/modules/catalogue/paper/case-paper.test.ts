import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import { CASE_BLOCKS, CaseContent, CaseId } from '#src/modules/catalogue/contract.ts'
import { missingBlocks } from '#src/modules/catalogue/missing-blocks.ts'
import { readShippedCases } from '#src/modules/catalogue/shipped-catalogue.ts'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import { type Block, type Paper, paperProblems, type Text, toPdf } from '#src/platform/papers/index.ts'
import { type CaseState, casePaper } from './case-paper.ts'

const address = 'https://example.org/anskaffelser/case-1001'

/** A case in which every block tells something of its own, so that none can be left out unseen. */
const whole: CaseState = {
  id: CaseId.parse('case-1001'),
  version: 3,
  origin: 'person',
  confirmedAt: new Date('2026-11-20T12:00:00Z'),
  updatedAt: new Date('2026-12-31T23:30:00Z'),
  content: CaseContent.parse({
    language: 'nn',
    identity: {
      title: 'Alarmar som varslar sjølve',
      kind: 'procurement',
      level: 'full',
      fromYear: 2024,
      toYear: 2026,
      themes: ['helse-og-velferd'],
      cpv: ['33100000'],
      funding: 'Tilskot frå fylket',
    },
    who: {
      parties: [{ name: 'Voss herad', role: 'lead', reference: { kommunenummer: '4621' } }],
      suppliers: [{ name: 'Alarm AS', role: 'leverandør' }],
      joint: false,
    },
    need: { text: 'Ein alarm ingen bar', costToday: 'To millionar i året' },
    userInvolvement: { text: 'Tolv brukarar prøvde' },
    requirements: [{ text: 'Skal varsle sjølv', strength: 'must', measuredBy: 'Prøve i stova' }],
    marketDialogue: { text: 'Éin konferanse', heldOn: ['2024-03-05'], participants: 14 },
    competition: { procedure: 'comp-dial', criteria: [{ name: 'Brukskvalitet', weight: '40 %' }], offers: 4 },
    contract: { text: 'Fire år', options: 'To år til' },
    steps: [{ phase: 'rollout', text: 'Bygd for bygd' }],
    effects: [
      {
        text: 'Færre turar',
        grade: 'measured',
        method: 'Telt i loggen',
        measuredOn: '2026-06-01',
        figure: { value: '85 %', unit: 'færre turar' },
        condition: 'Når alle har alarm',
      },
      { text: 'Ti millionar', grade: 'potential', figure: { value: '10 mill.', unit: 'kroner' } },
    ],
    lessons: [{ text: 'Begynn med brukarane' }],
    reuse: {
      personDays: 12,
      mailbox: 'innkjop@example.org',
      documents: [{ title: 'Kravspesifikasjon', url: 'https://example.org/krav', licence: 'CC BY 4.0' }],
      adoptedBy: [{ name: 'Ulvik herad', changed: 'Utan sensor i dør' }],
    },
    provenance: {
      confidence: 'high',
      sources: [{ title: 'Sluttrapport', url: 'https://example.org/rapport', seenOn: '2026-10-01' }],
    },
  }),
}

function paperOf(found: CaseState, language: Language = 'nb'): Paper {
  return casePaper({ found, messages: messagesIn(language), address })
}

/** Everything that is written in a paper, block by block. */
function written({ blocks }: Paper): string {
  const plain = (text: Text): string =>
    typeof text === 'string'
      ? text
      : text.map((run) => (typeof run === 'string' ? run : `${run.text} ${run.link ?? ''}`)).join('')
  const of = (block: Block): readonly string[] => {
    switch (block.kind) {
      case 'heading':
        return [block.text]
      case 'facts':
        return block.facts.flatMap(({ name, value }) => [name, plain(value)])
      case 'list':
        return block.items.map(({ text }) => plain(text))
      case 'table':
        return [...block.columns.map(({ title }) => title), ...block.rows.flat().map(plain)]
      case 'figures':
        return block.figures.flatMap(({ value, text }) => [value, text])
      case 'note':
      case 'paragraph':
        return [plain(block.text)]
      default:
        return []
    }
  }
  return blocks.flatMap(of).join('\n')
}

test('all twelve blocks are told', () => {
  const text = written(paperOf(whole))
  expect(missingBlocks(whole.content)).toEqual([])
  expect(CASE_BLOCKS).toHaveLength(12)
  for (const told of [
    'Tilskot frå fylket',
    'Voss herad',
    'Alarm AS (leverandør)',
    'Ein alarm ingen bar',
    'To millionar i året',
    'Tolv brukarar prøvde',
    'Skal varsle sjølv',
    'Prøve i stova',
    '5. mars 2024',
    '14',
    'Brukskvalitet',
    '40 %',
    'Fire år',
    'To år til',
    'Bygd for bygd',
    'Telt i loggen',
    'Når alle har alarm',
    'Begynn med brukarane',
    'mailto:innkjop@example.org',
    'https://example.org/krav',
    'Ulvik herad: Utan sensor i dør',
    'https://example.org/rapport',
    'Sett 1. oktober 2026',
  ]) {
    expect(text).toContain(told)
  }
})

test('only what somebody measured or reported stands large; a possibility is told with its grade', () => {
  const { blocks } = paperOf(whole)
  const large = blocks.find((block) => block.kind === 'figures')
  expect(large?.kind === 'figures' && large.figures).toEqual([{ value: '85 %', text: 'færre turar' }])
  expect(written(paperOf(whole))).toContain('Mulig, ikke oppnådd')
})

test('it says which version this is, how to cite it and on what terms, with the year it is in Oslo', () => {
  const text = written(paperOf(whole))
  expect(text).toContain('3, sist endret 1. januar 2027')
  expect(text).toContain(
    `Voss herad (2027). Alarmar som varslar sjølve. Versjon 3. Spydspiss, case-1001, 1. januar 2027. ${address}`,
  )
  expect(text).toContain('CC BY 4.0')
})

test('a municipality is not cited for what it has not written, and the paper says so', () => {
  const starter = paperOf({ ...whole, origin: 'starter', confirmedAt: null })
  expect(starter.author).toBe('Spydspiss')
  expect(written(starter)).toContain('Ikke bekreftet av kommunen')
  expect(written(starter)).toContain('Spydspiss (2027). Alarmar')
})

test('what is not known is told, and a grant is not called a procurement', () => {
  const { language, identity, who, provenance } = whole.content
  const empty = { effects: [], lessons: [], steps: [] }
  const grant = { ...identity, kind: 'grant' as const }
  const content: CaseContent = { language, identity: grant, who, provenance, ...empty }
  const text = written(paperOf({ ...whole, content }))
  expect(text).toContain('Dette er et tilskudd, ikke en anskaffelse')
  expect(text).toContain('Hva mangler')
  expect(text).toContain('Hva de lærte')
})

test('the words of the case are marked with their language, and ours are the reader’s', () => {
  const paper = paperOf(whole, 'en')
  expect([paper.language, paper.titleLanguage]).toEqual(['en', 'nn'])
  const need = paper.blocks.findIndex((block) => block.kind === 'heading' && block.text === 'The need')
  expect(paper.blocks[need + 1]).toMatchObject({ kind: 'paragraph', language: 'nn' })
})

test('what the archive asks about stands in the paper when its owner gives it', () => {
  const journal = { from: 'Voss herad', archiveReference: '26/77-3' }
  expect(casePaper({ found: whole, messages: messagesIn('nb'), address }, journal).journal).toEqual(journal)
})

test.each(LANGUAGES)('every case that ships can be read by everybody as a paper in %s', (language) => {
  for (const { id, content } of readShippedCases()) {
    const found = { ...whole, id, content, origin: 'starter' as const, confirmedAt: null }
    expect({ id, problems: paperProblems(paperOf(found, language)) }).toEqual({ id, problems: [] })
  }
})

test('the same version is the same file', async () => {
  const [one, other] = [await toPdf(paperOf(whole)), await toPdf(paperOf(structuredClone(whole)))]
  expect(Buffer.compare(one, other)).toBe(0)
})
