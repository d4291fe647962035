import { readdirSync, readFileSync } from 'node:fs'

/** One need that municipalities have, and the ways they write it. */
export type Topic = {
  readonly id: string
  readonly themes: readonly string[]
  /** What somebody less sure of our themes chooses. */
  readonly neighbour: string
  readonly cpv: string
  readonly broadCpv: string
  /** How many it is counted in for a thousand inhabitants. */
  readonly perThousand: number
  readonly voices: readonly Voice[]
}

/** One way of speaking about it; the parts of a need are taken from one voice. */
export type Voice = {
  readonly language: 'nb' | 'nn'
  readonly titles: readonly string[]
  readonly problems: readonly string[]
  readonly outcomes: readonly string[]
  readonly forWhom: readonly string[]
}

const FOLDER = new URL('topics/', import.meta.url)

export const TOPICS: readonly Topic[] = readdirSync(FOLDER)
  .sort()
  .flatMap((file): readonly Topic[] => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')))

/** Different needs that are told in much the same words, often under the same CPV or theme. */
export type TopicFamily = readonly Topic[]

/**
 * What a method is made and tuned on, and what it is judged by, have no topic in common: words learnt from the first
 * are no help with the second.
 */
export const DEVELOPMENT_FAMILIES: readonly TopicFamily[] = families([
  ['medicine-dispenser', 'medicine-room'],
  ['open-library', 'hall-access'],
  ['pipe-leaks', 'water-meters', 'waste-bins'],
  ['citizen-dialogue', 'building-cases'],
  ['clean-site', 'electric-machines'],
  ['fire-drones', 'bridge-drones'],
])

export const JUDGEMENT_FAMILIES: readonly TopicFamily[] = families([
  ['digital-supervision', 'home-follow-up'],
  ['safety-alarm', 'patient-signal'],
  ['care-routes', 'demand-transport'],
  ['home-meals', 'school-meals'],
  ['reading-support', 'language-training'],
  ['indoor-climate', 'energy-control'],
  ['electric-ferry', 'electric-school-bus'],
  ['winter-roads', 'street-lights'],
  ['furniture-reuse', 'material-reuse'],
  ['council-minutes', 'journal-dictation'],
  ['flood-warning', 'landslide-warning'],
])

function families(ids: readonly (readonly string[])[]): readonly TopicFamily[] {
  return ids.map((family) => family.map(getTopic))
}

function getTopic(id: string): Topic {
  const topic = TOPICS.find((one) => one.id === id)
  if (!topic) throw new Error(`No topic ${id}`)
  return topic
}
