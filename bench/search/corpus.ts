import type { IndexDocument, IndexSchema } from '#src/search-index/index.ts'
import { ENDINGS, LINKS, NOUNS, STOP_WORDS, SYLLABLES } from './words.ts'

/**
 * A Norwegian corpus out of nothing: document number 123 456 is always the same, and nothing is kept.
 *
 * Words are as frequent as in real text (Zipf: the second half as often as the first), with a long tail of compounds and
 * names; documents keep to a subject, so that words come together as they do in life.
 */
export const SCHEMA: IndexSchema = {
  fields: [
    { name: 'title', weight: 3, typicalLength: 8 },
    { name: 'names', weight: 2, typicalLength: 4 },
    { name: 'summary', weight: 1.5, typicalLength: 25 },
    { name: 'body', weight: 1, typicalLength: 160 },
  ],
  attributes: [
    'type',
    'kind',
    'theme',
    'county',
    'municipality',
    'cpv',
    'procedure',
    'year',
    'innovation',
    'joint',
  ],
  numbers: ['published', 'deadline', 'value'],
  analysis: 'bench-1',
}

const VOCABULARY = 500_000
const SUBJECTS = 60
/** Of content words: how many belong to the subject. */
const ON_SUBJECT = 0.35
const STOP_SHARE = 0.42

export type Random = () => number

/** A small generator of random numbers (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function idOf(number: number): string {
  return `notice-${String(number).padStart(7, '0')}`
}

export function documentAt(number: number): IndexDocument {
  const random = randomFrom(number)
  const subject = zipf(random, SUBJECTS)
  const texts = (words: number) => sentence(random, subject, words)
  const day = Math.floor(random() * 3650)
  return {
    id: idOf(number),
    language: random() < 0.15 ? 'nn' : 'nb',
    texts: {
      title: texts(5 + Math.floor(random() * 6)),
      names: [`${name(random)} kommune`, `${name(random)} AS`],
      summary: texts(20 + Math.floor(random() * 10)),
      body: texts(110 + Math.floor(random() * 110)),
    },
    attributes: attributesOf(random, subject, day),
    numbers: {
      published: 16_000 + day,
      deadline: random() < 0.7 ? (16_030 + day) * 1440 : null,
      value: kroner(random),
    },
    prior: day / 3650,
    audience: 'public',
  }
}

function kroner(random: Random): number | null {
  return random() < 0.5 ? Math.round(10 ** (5 + random() * 4)) : null
}

function attributesOf(random: Random, subject: number, day: number): IndexDocument['attributes'] {
  const one = (count: number) => String(zipf(random, count))
  const themes = Array.from(
    { length: 1 + Math.floor(random() * 3) },
    () => `theme-${(subject + zipf(random, 40)) % 100}`,
  )
  const division = String(3 + ((subject * 7 + zipf(random, 9)) % 45)).padStart(2, '0')
  const municipality = zipf(random, 357)
  return {
    type: [random() < 0.01 ? 'case' : 'notice'],
    kind: [`kind-${one(8)}`],
    theme: themes,
    county: [String(municipality % 15).padStart(2, '0')],
    municipality: [String(municipality).padStart(4, '0')],
    cpv: [division, `${division}${String(zipf(random, 120) * 1000).padStart(6, '0')}`],
    procedure: [`procedure-${one(8)}`],
    year: [String(2016 + Math.floor(day / 365))],
    innovation: [['none', 'possible', 'likely', 'declared'][zipf(random, 4)] ?? 'none'],
    joint: [random() < 0.1 ? 'true' : 'false'],
  }
}

/** A number below `count`; twice as high is half as likely. */
function zipf(random: Random, count: number): number {
  return Math.floor((count + 1) ** random()) - 1
}

/** What has been written once is written again: a text returns to its own words. */
const AGAIN = 0.25

function sentence(random: Random, subject: number, words: number): string {
  const [written, content]: [string[], string[]] = [[], []]
  for (let word = 0; word < words; word += 1) {
    if (random() < STOP_SHARE) {
      written.push(STOP_WORDS[zipf(random, STOP_WORDS.length)] ?? 'og')
      continue
    }
    const again = random() < AGAIN ? content[Math.floor(random() * content.length)] : undefined
    const next = again ?? contentWord(random, subject)
    content.push(next)
    written.push(next)
  }
  return `${written.join(' ')}.`
}

/** How steeply words become rarer, and how many are about equally usual at the top (Zipf and Mandelbrot). */
const STEEPNESS = 0.25
const TOP = 12
const RAREST = (1 + VOCABULARY / TOP) ** -STEEPNESS

/** A thousand words make up seven of ten content words, ten thousand nearly nine, as in real notices. */
export function contentWord(random: Random, subject: number): string {
  const tail = RAREST + (1 - RAREST) * random()
  const rank = Math.min(VOCABULARY - 1, Math.floor(TOP * (tail ** (-1 / STEEPNESS) - 1)))
  const chosen = random() < ON_SUBJECT ? (rank * SUBJECTS + subject * 17) % VOCABULARY : rank
  // Most words have a form they usually stand in.
  const form = chosen * 7 + (random() < 0.2 ? Math.floor(random() * ENDINGS.length) : 0)
  return wordOfRank(chosen) + (ENDINGS[form % ENDINGS.length] ?? '')
}

/** Simple words first, then compounds, then names and misprints: the tail of every vocabulary. */
function wordOfRank(rank: number): string {
  if (rank < NOUNS.length) return NOUNS[rank] ?? ''
  const random = randomFrom(rank * 31 + 7)
  if (random() < 0.25) return name(random).toLowerCase()
  const first = NOUNS[Math.floor(random() * NOUNS.length)] ?? ''
  const second = NOUNS[Math.floor(random() * NOUNS.length)] ?? ''
  const link = LINKS[Math.floor(random() * LINKS.length)] ?? ''
  const third = random() < 0.2 ? (NOUNS[Math.floor(random() * NOUNS.length)] ?? '') : ''
  return first + link + second + third
}

function name(random: Random): string {
  const syllables = Array.from(
    { length: 2 + Math.floor(random() * 3) },
    () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '',
  ).join('')
  return syllables.charAt(0).toUpperCase() + syllables.slice(1)
}
