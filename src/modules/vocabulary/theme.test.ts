import { expect, test } from 'vitest'
import { LANGUAGES } from '#src/platform/language.ts'
import type { ThemeNode } from './theme.ts'
import { ancestors, descendants, narrowerThemes, theme, themeLabel, themes, themeTree } from './theme.ts'

const tops = themes().filter(({ broader }) => broader === null)

function size(nodes: readonly ThemeNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + size(node.narrower), 0)
}

test('every theme comes after the one above it, in the same branch: no circle and no orphan', () => {
  const seen = new Map<string, string>()
  for (const { id, branch, broader } of themes()) {
    if (broader !== null) expect(seen.get(broader), `${id} under ${broader}`).toBe(branch)
    expect(seen.has(id), `${id} twice`).toBe(false)
    seen.set(id, branch)
  }
  expect(size(themeTree())).toBe(themes().length)
})

test.each(LANGUAGES)('no two themes have the same name in %s', (language) => {
  const names = themes().map(({ label }) => label[language].toLocaleLowerCase(language))
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('another word for a theme is not its own name, and stands once', () => {
  for (const { id, label, alternatives } of themes()) {
    for (const language of LANGUAGES) {
      const words = [label[language], ...alternatives[language]].map((word) => word.toLowerCase())
      expect(new Set(words).size, `${id} in ${language}`).toBe(words.length)
    }
  }
})

test('a municipality finds 10 to 14 areas to start from, and every start says what belongs there', () => {
  const areas = tops.filter(({ branch }) => branch === 'service-area')
  expect(areas.length).toBeGreaterThanOrEqual(10)
  expect(areas.length).toBeLessThanOrEqual(14)
  expect(tops.filter(({ scope }) => scope === null)).toEqual([])
})

test('the tree is at most three levels deep, and every area leads somewhere', () => {
  expect(Math.max(...themes().map(({ id }) => ancestors(id).length))).toBe(2)
  for (const { id } of tops) expect(narrowerThemes(id).length, id).toBeGreaterThan(1)
})

test('one can go up from a theme, the nearest first', () => {
  expect(ancestors('trygghetsalarm').map(({ id }) => id)).toEqual(['velferdsteknologi', 'helse-og-velferd'])
  expect(ancestors('helse-og-velferd')).toEqual([])
  expect(ancestors('finnes-ikke')).toEqual([])
})

test('whatever lies below a theme has it above itself', () => {
  for (const { id } of themes()) {
    for (const below of descendants(id)) expect(ancestors(below.id).map((above) => above.id)).toContain(id)
  }
  expect(descendants('velferdsteknologi').map(({ id }) => id)).toContain('pasientvarsling')
  expect(descendants('trygghetsalarm')).toEqual([])
})

test('service areas and procurement concepts are trees of their own', () => {
  const concepts = themeTree('procurement').map((node) => node.theme.id)
  expect(concepts).toContain('innovative-anskaffelser')
  expect(concepts).not.toContain('samferdsel')
  expect(themeTree('service-area').length + concepts.length).toBe(themeTree().length)
})

test('a theme has its name in the language of the reader, and an unknown id is shown as it is', () => {
  expect(LANGUAGES.map((language) => themeLabel('sykehjem-og-omsorgsbolig', language))).toEqual([
    'Sykehjem og omsorgsboliger',
    'Sjukeheimar og omsorgsbustader',
    'Nursing homes and assisted living',
  ])
  expect(themeLabel('noe-helt-annet', 'nn')).toBe('noe-helt-annet')
  expect(theme('noe-helt-annet')).toBeNull()
})

test.each([
  'helse-og-velferd',
  'velferdsteknologi',
  'vann-og-avlop',
  'bygg-og-eiendom',
  'klima-og-miljo',
  'oppvekst-og-utdanning',
  'samferdsel',
  'digitalisering',
  'sirkulaerokonomi',
  'avfall-og-renovasjon',
  'innovasjonspartnerskap',
  'forkommersiell-anskaffelse',
  'dialogkonferanse',
  'funksjonskrav',
  'fellesanskaffelse',
])('the address /tema/%s stays', (id) => {
  expect(theme(id)?.id).toBe(id)
})
