/**
 * Prints how many concepts of the thesaurus no starter case uses, by area: `node bench/thesaurus-coverage.ts`.
 * A thesaurus fitted to the cases would have few; ours is to cover what municipalities do.
 */
import { readFileSync } from 'node:fs'
import { type Concept, concepts } from '#src/modules/vocabulary/index.ts'

type Case = { readonly identity: { readonly title: string; readonly themes: readonly string[] } }

const FILE = new URL('../data/catalogue/cases.json', import.meta.url)
const cases: readonly Case[] = JSON.parse(readFileSync(FILE, 'utf8'))
const themes = new Set(cases.flatMap(({ identity }) => identity.themes))
const text = cases.map(withoutSources).join('\n').toLowerCase()

const unused = concepts().filter((concept) => !themes.has(concept.id) && !isNamed(concept))
const unnamed = concepts().filter((concept) => !isNamed(concept))
console.log(`${concepts().length} concepts, ${cases.length} starter cases`)
console.log(`no case has it as theme or names it: ${share(unused)}`)
console.log(`no case names it by any label:       ${share(unnamed)}`)
for (const top of concepts().filter(({ broader }) => broader.length === 0)) {
  const area = concepts().filter((concept) => topOf(concept) === top.id)
  const left = area.filter((concept) => unused.includes(concept))
  console.log(
    `  ${top.labels.nb.preferred.padEnd(52)} ${String(left.length).padStart(3)} of ${area.length} unused`,
  )
}

function share(part: readonly Concept[]): string {
  return `${part.length} (${Math.round((100 * part.length) / concepts().length)} %)`
}

/** A label counts as used when a word of a case begins with it; one of three letters or fewer must be the word. */
function isNamed({ labels }: Concept): boolean {
  return Object.values(labels)
    .flatMap(({ preferred, alternatives }) => [preferred, ...alternatives])
    .some((label) => {
      const end = label.length <= 3 ? '(?![\\p{L}\\d])' : ''
      return new RegExp(`(?<![\\p{L}\\d])${RegExp.escape(label.toLowerCase())}${end}`, 'u').test(text)
    })
}

/** The top of the first way up, which is where a concept belongs most. */
function topOf(concept: Concept): string {
  const [above] = concept.broader
  const next = concepts().find(({ id }) => id === above)
  return next ? topOf(next) : concept.id
}

function withoutSources(one: Case): string {
  return JSON.stringify({ ...one, provenance: undefined, identity: { ...one.identity, themes: undefined } })
}
