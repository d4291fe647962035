import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CaseContent } from '#src/modules/catalogue/contract.ts'
import type { DraftSize } from '#src/modules/sharing/contract.ts'
import type { TypedContent } from '#src/modules/sharing/typed-content.ts'
import { fillForm } from './fill-form.ts'
import { readForm } from './read-form.ts'
import { stepsOf } from './steps.ts'

const shipped = (
  JSON.parse(readFileSync('data/catalogue/cases.json', 'utf8')) as readonly { readonly id: string }[]
).map(({ id, ...content }) => ({ id, content: CaseContent.parse(content) }))

const experience: TypedContent = {
  language: 'nb',
  identity: { title: 'Nattro med sensor', themes: ['trygghetsalarm'] },
  approach: 'Vi lot beboerne prøve tre slags sensorer i fire uker.',
  lessons: [{ $key: 'a', text: 'Spør nattevaktene først.' }],
  who: { parties: [{ $key: 'b', name: 'Bodø kommune', role: 'lead' }] },
}

test.each(shipped)('$id filled into the form and read again says what it said', ({ content }) => {
  const { told } = readForm(
    { content: fillForm(content), size: 'full', basedOn: null },
    content.identity.level,
  )
  expect(CaseContent.parse(told)).toEqual(content)
})

test('five answers make an experience', () => {
  const { content, problems } = read(experience, 'experience')
  expect(problems).toEqual([])
  expect(content).toMatchObject({
    identity: { level: 'experience', title: 'Nattro med sensor' },
    lessons: [{ text: 'Spør nattevaktene først.' }],
    who: { joint: false, suppliers: [] },
  })
})

test('the form’s own names are not published', () => {
  expect(JSON.stringify(read(experience, 'experience').content)).not.toContain('$')
})

test('an experience grows into a case with all it told, and is asked for what a case needs', () => {
  const { content, told, problems } = read(experience, 'short')
  expect(content).toBeNull()
  expect(told).toMatchObject({
    approach: experience.approach,
    lessons: [{ text: 'Spør nattevaktene først.' }],
  })
  expect(problems.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
    'identity.kind missing',
    'need.text missing',
    'effects.0.text missing',
    'reuse.mailbox missing',
  ])
})

test('what cannot be understood is said of the field where it was typed', () => {
  const typed: TypedContent = {
    ...experience,
    identity: {
      title: 'Ny',
      themes: ['trygghetsalarm'],
      fromYear: '2024',
      toYear: '2019',
      cpv: '123, 33195000-3',
    },
    who: { parties: [{ $key: 'b', name: 'Bodø kommune', role: 'sjef' }] },
    effects: [
      { $key: 'x', text: '', grade: '' },
      { $key: 'y', text: 'Færre utrykninger', grade: 'measured' },
      { $key: 'z', text: '', grade: 'expected' },
    ],
    marketDialogue: { participants: 'en del', heldOn: '8.3.2024\ni mai' },
    reuse: {
      mailbox: 'innkjop(a)bodo.no',
      documents: [{ $key: 'd', title: 'Krav', url: 'javascript:alert(1)' }],
    },
  }
  const found = read(typed, 'full').problems.filter(({ reason }) => reason !== 'missing')
  expect(Object.fromEntries(found.map(({ path, reason }) => [path, reason]))).toEqual({
    'identity.title': 'tooShort',
    'identity.cpv': 'notCpv',
    'identity.toYear': 'yearsBackwards',
    'who.parties.0.role': 'notChoice',
    'marketDialogue.participants': 'notNumber',
    'marketDialogue.heldOn': 'notDay',
    'effects.1.method': 'measuredNeedsMethod',
    'reuse.mailbox': 'notEmail',
    'reuse.documents.0.url': 'notUrl',
  })
  expect(read(typed, 'full').problems).toContainEqual({ path: 'effects.2.text', reason: 'missing' })
})

test('numbers and dates are understood as Norwegians write them', () => {
  const typed = {
    ...experience,
    marketDialogue: { participants: '1 200', heldOn: '8.3.2024\n2024-05-17' },
    reuse: { personDays: '12,5', documents: [{ $key: 'd', title: 'Krav', url: 'bodo.no/krav.pdf' }] },
    identity: { title: 'Nattro med sensor', themes: ['trygghetsalarm'], cpv: '33195000-3 79712000' },
  }
  expect(read(typed, 'experience').content).toMatchObject({
    marketDialogue: { participants: 1200, heldOn: ['2024-03-08', '2024-05-17'] },
    reuse: { personDays: 12.5, documents: [{ url: 'https://bodo.no/krav.pdf' }] },
    identity: { cpv: ['33195000', '79712000'] },
  })
})

test.each([
  ['postmottak@bodo.kommune.no', []],
  ['innkjop.nord@bodo.kommune.no', []],
  ['kari.nordmann@bodo.kommune.no', ['personalMailbox']],
  ['kari@gmail.com', ['privateMailbox']],
])('a box that several read is shown to all, a person’s is not: %s', (mailbox, reasons) => {
  const { problems } = read({ ...experience, reuse: { mailbox } }, 'experience')
  expect(problems.map(({ reason }) => reason)).toEqual(reasons)
})

test('who knows that kari.nordmann@ is a shared box may say so', () => {
  const reuse = { mailbox: 'kari.nordmann@bodo.kommune.no', $shared: 'true' }
  expect(read({ ...experience, reuse }, 'experience').problems).toEqual([])
})

test('another name in the place of a municipality is not that municipality', () => {
  const party = { name: 'Voss', role: 'lead' as const, reference: { kommunenummer: '4621' } }
  const filled = fillForm({ who: { parties: [party], suppliers: [], joint: false } })
  const changed = JSON.parse(
    JSON.stringify(filled).replace('"name":"Voss"', '"name":"Bergen"'),
  ) as TypedContent
  expect(read(filled, 'full').told.who.parties).toEqual([party])
  expect(read(changed, 'full').told.who.parties).toEqual([{ name: 'Bergen', role: 'lead' }])
})

test('every size asks for at least as much as the one before', () => {
  const paths = (['experience', 'short', 'full'] as const).map(
    (size) => new Set(stepsOf(size).flatMap((step) => step.parts.map((part) => part.path))),
  )
  const [few, some, all] = paths
  expect(few?.isSubsetOf(some ?? new Set())).toBe(true)
  expect(some?.isSubsetOf(all ?? new Set())).toBe(true)
})

test('a correction need not tell more than was told before', () => {
  const { title, themes } = experience.identity as { title: string; themes: string[] }
  const thin = { language: 'nb', identity: { title, themes, kind: 'procurement' } }
  expect(read(thin, 'short').content).toBeNull()
  expect(readForm({ content: thin, size: 'short', basedOn: 1 }).problems).toEqual([])
})

function read(content: TypedContent, size: DraftSize) {
  return readForm({ content, size, basedOn: null })
}
