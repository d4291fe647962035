import { readFileSync } from 'node:fs'
import type { Chance } from './chance.ts'
import type { Place } from './places.ts'
import type { Topic, Voice } from './topics.ts'

export type Written = { readonly language: 'nb' | 'nn'; readonly title: string; readonly text: string }

type ByLanguage<Value> = { readonly nb: Value; readonly nn: Value }
type Everyday = {
  /** What stands in any need, whatever it is about. */
  readonly sentences: ByLanguage<readonly string[]>
  readonly local: ByLanguage<readonly string[]>
  readonly synonyms: ByLanguage<readonly (readonly [string, string])[]>
}

const EVERYDAY: Everyday = JSON.parse(readFileSync(new URL('everyday.json', import.meta.url), 'utf8'))

/** The need as somebody in this municipality writes it: in its language, with what else people write, and slips. */
export function writeNeed(topic: Topic, place: Place, chance: Chance): Written {
  const language = languageOf(place, chance)
  const voice = chance.pick(topic.voices.filter((one) => one.language === language))
  const careless = chance.happens(0.5) ? chance.between(2, 5) / 100 : 0
  const finish = (words: string) => withSlips(withSynonyms(words, language, chance), careless, chance)
  return {
    language,
    title: finish(titleOf(voice, place, chance)),
    text: finish(sentencesOf(voice, place, chance).join(' ')),
  }
}

function languageOf({ language }: Place, chance: Chance): 'nb' | 'nn' {
  return language === 'neutral' ? (chance.happens(0.25) ? 'nn' : 'nb') : language
}

function titleOf(voice: Voice, place: Place, chance: Chance): string {
  const title = chance.pick(voice.titles)
  switch (chance.weighted({ plain: 70, placed: 20, labelled: 10 })) {
    case 'plain':
      return title
    case 'placed':
      return `${title} i ${place.name}`
    case 'labelled':
      return `Behov: ${title}`
  }
}

function sentencesOf(voice: Voice, place: Place, chance: Chance): readonly string[] {
  const some = (items: readonly string[], most: number) =>
    chance.shuffled(items).slice(0, chance.between(1, most))
  const own = [
    ...(chance.happens(0.9) ? some(voice.problems, 2) : []),
    ...some(voice.outcomes, 2),
    ...(chance.happens(0.85) ? some(voice.forWhom, 1) : []),
  ]
  const everyday = chance
    .shuffled(EVERYDAY.sentences[voice.language])
    .slice(0, chance.pick([0, 1, 1, 1, 2, 2, 2, 2, 3, 3]))
  const local = chance.happens(0.4) ? [chance.pick(EVERYDAY.local[voice.language])] : []
  return [
    ...local.map((sentence) => sentence.replace('{name}', place.name)),
    ...chance.shuffled([...own.map((sentence) => shortened(sentence, chance)), ...everyday]),
  ]
}

/** Some stop at the first comma. */
function shortened(sentence: string, chance: Chance): string {
  const comma = sentence.indexOf(',')
  const isWhole = comma > 25 && !/^(Når|Da|Den som|Det som) /.test(sentence)
  return isWhole && chance.happens(0.3) ? `${sentence.slice(0, comma)}.` : sentence
}

function withSynonyms(text: string, language: 'nb' | 'nn', chance: Chance): string {
  return EVERYDAY.synonyms[language].reduce(
    (words, [usual, other]) =>
      words.includes(usual) && chance.happens(0.35)
        ? words.replace(new RegExp(`(?<!\\p{L})${usual}(?!\\p{L})`, 'gu'), other)
        : words,
    text,
  )
}

/** A letter too few, a letter twice, or two letters that changed places. */
function withSlips(text: string, share: number, chance: Chance): string {
  if (share === 0) return text
  return text.replace(/\p{Ll}{5,}/gu, (word) => {
    if (!chance.happens(share)) return word
    const at = chance.between(1, word.length - 2)
    const [before, letter = '', after] = [word.slice(0, at), word[at], word.slice(at + 1)]
    return chance.pick([
      `${before}${after}`,
      `${before}${letter}${letter}${after}`,
      `${before}${after[0] ?? ''}${letter}${after.slice(1)}`,
    ])
  })
}
