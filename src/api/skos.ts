import { messagesIn } from '#src/messages/index.ts'
import {
  conceptScope,
  concepts,
  type SkosScheme,
  writeSkos,
  writeSkosJson,
} from '#src/modules/vocabulary/index.ts'
import { addressesAt } from './addresses.ts'
import { endpoint, type Here } from './endpoint.ts'

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'
const WHAT =
  'Every concept with its names in bokmål, nynorsk and English, what is broader, narrower and related. The name of a concept is the address of its page in bokmål, for ever. CC BY 4.0.'

export const themesAsTurtle = endpoint({
  id: 'themesAsTurtle',
  path: '/themes.ttl',
  tag: 'Themes',
  summary: 'The thesaurus in SKOS, as Turtle',
  description: WHAT,
  query: {},
  answer: { contentType: 'text/turtle' },
  reply: async ({ here }) =>
    fileOf(writeSkos(schemeAt(here)), 'text/turtle; charset=utf-8', 'spydspiss-tema.ttl'),
})

export const themesAsJson = endpoint({
  id: 'themesAsJsonLd',
  path: '/themes.jsonld',
  tag: 'Themes',
  summary: 'The thesaurus in SKOS, as JSON-LD',
  description: `${WHAT} The same statements as in Turtle.`,
  query: {},
  answer: { contentType: 'application/ld+json' },
  reply: async ({ here }) =>
    fileOf(writeSkosJson(schemeAt(here)), 'application/ld+json', 'spydspiss-tema.jsonld'),
})

/** Names must be the same in whatever language somebody asks. */
function schemeAt(here: Here): SkosScheme {
  const base = addressesAt(new URL(here({})).origin, 'nb').page('theme', '')
  const title = (language: 'nb' | 'nn' | 'en') => messagesIn(language).t('theme.skos.title')
  return {
    concepts: concepts(),
    scopeOf: conceptScope,
    base,
    scheme: base.slice(0, -1),
    title: { nb: title('nb'), nn: title('nn'), en: title('en') },
    licence: LICENCE,
  }
}

function fileOf(text: string, contentType: string, name: string): Response {
  const headers = { 'content-type': contentType, 'content-disposition': `inline; filename="${name}"` }
  return new Response(text, { headers })
}
