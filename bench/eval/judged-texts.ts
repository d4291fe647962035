import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CONDITIONS, type Condition } from '#src/modules/notices/contract.ts'

const Judgement = z.object({
  supplierInvolvement: z.boolean(),
  needMapped: z.boolean(),
  functionalRequirements: z.boolean(),
})
export type Judgement = z.infer<typeof Judgement>

const Text = z.object({
  id: z.coerce.string(),
  language: z.string().nullish(),
  formType: z.string().nullish(),
  title: z.string().default(''),
  text: z.string(),
})

/** A text with what is held to be true of it; null where the readers did not agree. */
export type JudgedText = {
  readonly id: string
  readonly language: string | null
  readonly formType: string | null
  readonly title: string
  readonly text: string
  readonly truth: Readonly<Record<Condition, boolean | null>>
}

export type Readers = {
  readonly first: ReadonlyMap<string, Judgement>
  readonly second: ReadonlyMap<string, Judgement>
}

const here = (file: string) => new URL(file, import.meta.url)

/** The first two were used up while the rules were written; the third was judged before they were written anew, by those who did not see it. */
export const SETS = { first: 'signal', second: 'signal-second', third: 'signal-third' } as const

/** A committed set. A condition that the two readers answered differently counts neither way. */
export function readCommittedSet(set: keyof typeof SETS): {
  readonly texts: readonly JudgedText[]
  readonly readers: Readers
} {
  const name = SETS[set]
  const readers = {
    first: readReader(`${name}-reader-a.jsonl`),
    second: readReader(`${name}-reader-b.jsonl`),
  }
  const texts = readLines(here(`${name}-texts.jsonl`)).map((row) => {
    const text = Text.parse(row)
    const [one, other] = [readers.first.get(text.id), readers.second.get(text.id)]
    return toJudged(text, (condition) =>
      one && other && one[condition] === other[condition] ? one[condition] : null,
    )
  })
  return { texts, readers }
}

/** Another file: the same fields, with the conditions as booleans in the row, in `labels` or in `conditions`. */
export function readJudgedFile(file: string): readonly JudgedText[] {
  return readLines(file).map((row) => {
    const nested = z.object({ labels: z.unknown(), conditions: z.unknown() }).partial().parse(row)
    const truth = Judgement.partial().parse(nested.labels ?? nested.conditions ?? row)
    return toJudged(Text.parse(row), (condition) => truth[condition] ?? null)
  })
}

function toJudged(text: z.infer<typeof Text>, truthOf: (condition: Condition) => boolean | null): JudgedText {
  const truth = Object.fromEntries(CONDITIONS.map((condition) => [condition, truthOf(condition)]))
  return {
    ...text,
    language: text.language ?? null,
    formType: text.formType ?? null,
    truth: truth as JudgedText['truth'],
  }
}

function readReader(file: string): ReadonlyMap<string, Judgement> {
  return new Map(
    readLines(here(file)).map((row) => [z.object({ id: z.string() }).parse(row).id, Judgement.parse(row)]),
  )
}

/** JSON Lines, or one JSON array. */
function readLines(file: string | URL): unknown[] {
  const text = readFileSync(file, 'utf8').trim()
  if (text.startsWith('[')) return z.array(z.unknown()).parse(JSON.parse(text))
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
}
