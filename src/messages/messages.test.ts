import { globSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { LANGUAGES } from '#src/platform/language.ts'
import { messagesIn, TEXTS } from './index.ts'
import sameInNynorsk from './same-in-nynorsk.json' with { type: 'json' }

const keys = Object.keys(TEXTS.nb) as (keyof typeof TEXTS.nb)[]

test.each(LANGUAGES)('no text is missing or empty in %s, and none is left over', (language) => {
  expect(Object.keys(TEXTS[language]).toSorted()).toEqual(keys.toSorted())
  expect(keys.filter((key) => TEXTS[language][key].trim() === '')).toEqual([])
})

test.each(['nn', 'en'] as const)('a text takes the same values in %s as in bokmål', (language) => {
  const different = keys.filter((key) => placeholders(TEXTS[language][key]) !== placeholders(TEXTS.nb[key]))
  expect(different).toEqual([])
})

test('a nynorsk text of more than four words that equals bokmål stands in the list with a reason', () => {
  const same = keys.filter((key) => TEXTS.nn[key] === TEXTS.nb[key] && TEXTS.nb[key].split(/\s+/).length > 4)
  expect(same.toSorted()).toEqual(Object.keys(sameInNynorsk).toSorted())
  expect(Object.values(sameInNynorsk).every((reason) => reason.length > 10)).toBe(true)
})

test('every text is used somewhere', () => {
  const sources = globSync('src/**/*.{ts,tsx}', { exclude: (name: string) => /\.test\.tsx?$/.test(name) })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const quoted = new Set(Array.from(sources.matchAll(/['"]([^'"`\s]+)(?=['"])/g), ([, word]) => word))
  const beginnings = new Set(Array.from(sources.matchAll(/`([^'"`\s$]+\.)(?=\$\{)/g), ([, word]) => word))
  const isComposed = (key: string) =>
    [...key.matchAll(/\./g)].some(({ index }) => beginnings.has(key.slice(0, index + 1)))
  const unused = keys.filter((key) => !quoted.has(key) && !isComposed(key))
  expect(unused, 'Delete them in all three languages').toEqual([])
})

test('a tag and a value never share a name, since one would be put in the place of the other', () => {
  const shared = keys.filter((key) =>
    [...TEXTS.nb[key].matchAll(/<(\w+)>/g)].some(([, tag]) => TEXTS.nb[key].includes(`{${tag}}`)),
  )
  expect(shared).toEqual([])
})

test('dates, numbers and kroner are written as the language writes them', () => {
  const [nb, nn, en] = [messagesIn('nb'), messagesIn('nn'), messagesIn('en')]
  expect(nb.date('2026-11-21')).toBe('21. november 2026')
  expect(nn.date('2026-05-17')).toBe('17. mai 2026')
  expect(en.date('2026-11-21')).toBe('21 November 2026')
  expect(plain(nb.number(278_556))).toBe('278 556')
  expect(en.number(278_556)).toBe('278,556')
  expect(plain(nb.money('1250000.00', 'NOK'))).toBe('1 250 000 kr')
})

test('a deadline is told in the time of Oslo, whatever the time of the machine', () => {
  expect(plain(messagesIn('nb').dateTime('2026-07-01T10:00:00Z'))).toMatch(/1\. juli 2026.*12:00/)
  expect(messagesIn('nb').date(new Date('2026-11-20T23:30:00Z'))).toBe('21. november 2026')
})

test('a text with a link in it comes in pieces, with what was typed left as it is', () => {
  const parts = messagesIn('nb').parts(
    'search.didYouMean',
    { link: (text) => ({ text }) },
    { suggestion: '<b>' },
  )
  expect(parts).toEqual(['Mente du ', { text: '<b>' }, '?'])
})

function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ')
}

/** The values and tags that a text asks for, as one comparable text. */
function placeholders(text: string): string {
  const names = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, value } = node as { type?: unknown; value?: unknown }
    // 0 is literal text and 7 the # of a plural; everything else names what it needs.
    if (typeof type === 'number' && type !== 0 && type !== 7 && typeof value === 'string') names.add(value)
    Object.values(node).forEach(visit)
  }
  visit(new IntlMessageFormat(text, 'nb').getAst())
  return [...names].toSorted().join(',')
}
