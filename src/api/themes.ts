import type { z } from 'zod'
import type { ConceptCount } from '#src/modules/search/contract.ts'
import { THEME_BRANCHES } from '#src/modules/vocabulary/contract.ts'
import {
  type Concept,
  concept,
  conceptBranch,
  conceptScope,
  concepts,
  narrowerConcepts,
  theme,
} from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import type { Addresses } from './addresses.ts'
import { type ApiProgram, endpoint } from './endpoint.ts'
import { oneOf } from './parameters.ts'
import { type ThemeAnswer, ThemeDetails, ThemesAnswer } from './theme-answer.ts'

const LEVELS = ['theme', 'concept'] as const

export const listThemes = endpoint({
  id: 'themes',
  path: '/themes',
  tag: 'Themes',
  summary: 'All themes',
  description:
    'The whole tree in one answer, as a list in which a theme comes after the one above it. The thesaurus is also given in SKOS: `/themes.ttl` and `/themes.jsonld`.',
  query: {
    branch: oneOf(THEME_BRANCHES).optional().describe('Only this half of the tree.'),
    level: oneOf(LEVELS)
      .default('theme')
      .describe('`theme`: those that cases are given. `concept`: everything narrower too.'),
  },
  answer: ThemesAnswer,
  reply: async ({ program, query: { branch, level }, lang, addresses }) => {
    const isListed = level === 'theme' ? isTheme : () => true
    const chosen = inTreeOrder(concepts().filter(isListed)).filter(
      ({ id }) => branch === undefined || conceptBranch(id) === branch,
    )
    const presenting = { lang, addresses, isListed, counts: await countsOf(program) }
    return { body: { total: chosen.length, items: chosen.map((one) => toAnswer(one, presenting)) } }
  },
})

export const readTheme = endpoint({
  id: 'theme',
  path: '/themes/{id}',
  tag: 'Themes',
  summary: 'One theme, or something narrower, with all its words',
  description:
    'What it is called in each language, what is above, below and related, and how much is about it.',
  pathParameters: { id: { description: 'The id of the theme.', example: 'trygghetsalarm' } },
  query: {},
  answer: ThemeDetails,
  outcomes: { 404: 'There is no theme with this id.' },
  reply: async ({ program, path, lang, addresses, problem }) => {
    const found = concept(path('id'))
    if (!found) return problem({ kind: 'not-found', detail: `There is no theme with the id ${path('id')}.` })
    const presenting = { lang, addresses, isListed: () => true, counts: await countsOf(program) }
    const { labels, broader, related } = found
    const names = { nb: copyOf(labels.nb), nn: copyOf(labels.nn), en: copyOf(labels.en) }
    return {
      body: {
        ...toAnswer(found, presenting),
        ...{ level: LEVELS[isTheme(found) ? 0 : 1], names, allBroader: [...broader], related: [...related] },
      },
    }
  },
})

function isTheme({ id }: Concept): boolean {
  return theme(id) !== null
}

/** The concepts so that one comes after the one where it belongs most. */
function inTreeOrder(some: readonly Concept[]): readonly Concept[] {
  const placed = new Set<Concept>()
  const byId = new Map(some.map((one) => [one.id, one]))
  const place = (one: Concept) => {
    const above = byId.get(one.broader[0] ?? '')
    if (above && !placed.has(above)) place(above)
    placed.add(one)
  }
  for (const one of some) place(one)
  return [...placed]
}

type Counts = {
  readonly [type in 'cases' | 'notices']: ReadonlyMap<string, ConceptCount>
}

async function countsOf({ search }: Pick<ApiProgram, 'search'>): Promise<Counts> {
  const [cases, notices] = await Promise.all([search.countConcepts('case'), search.countConcepts('notice')])
  return { cases, notices }
}

type Presenting = {
  readonly lang: Language
  readonly addresses: Addresses
  readonly isListed: (concept: Concept) => boolean
  readonly counts: Counts
}

function toAnswer(
  one: Concept,
  { lang, addresses, isListed, counts }: Presenting,
): z.infer<typeof ThemeAnswer> {
  const { id, labels, broader } = one
  return {
    id,
    label: labels[lang].preferred,
    labels: { nb: labels.nb.preferred, nn: labels.nn.preferred, en: labels.en.preferred },
    alternatives: [...labels[lang].alternatives],
    scope: conceptScope(id)?.[lang] ?? null,
    branch: conceptBranch(id) ?? THEME_BRANCHES[0],
    broader: broader[0] ?? null,
    narrower: narrowerConcepts(id)
      .filter(isListed)
      .map((below) => below.id),
    cases: { ...(counts.cases.get(id) ?? NONE) },
    notices: { ...(counts.notices.get(id) ?? NONE) },
    url: addresses.page('theme', id),
    self: addresses.api('themes', id),
  }
}

const NONE: ConceptCount = { own: 0, all: 0 }

function copyOf({ preferred, alternatives }: Concept['labels'][Language]) {
  return { preferred, alternatives: [...alternatives] }
}
