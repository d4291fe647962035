import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Condition, Path, Step } from './contract.ts'

const Words = z.strictObject({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) })
const Months = z
  .tuple([z.number().min(0), z.number().min(0)])
  .refine(([least, most]) => least <= most, 'the least is not more than the most')
/** What the months rest on; the words are `joint.months.<source>`. */
const MonthsSource = z.enum(['assumption', 'council-calendars', 'foa-25-2', 'benefit-times'])

/** A reference to a rule or a decision, dated. */
export const Law = z.strictObject({
  id: z.string(),
  reference: z.string(),
  says: Words,
  url: z.url(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  lastChecked: z.iso.date(),
  needsLawyer: z.boolean(),
})
export type Law = z.infer<typeof Law>

const StepFacts = z.strictObject({
  months: Months,
  source: MonthsSource,
  leave: z.array(Condition),
  laws: z.array(z.string()),
})

const PathFile = z.strictObject({
  id: Path,
  steps: z
    .array(z.strictObject({ step: Step, months: Months.optional(), leave: z.array(Condition).optional() }))
    .min(2),
  /** Who pays, and who signs the contract, where the participants agree on nothing else. */
  pays: z.enum(['nobody', 'each', 'by-call-off', 'through-host', 'shared-development']),
  signs: z.enum(['nobody', 'self', 'lead', 'host']),
  laws: z.array(z.string()),
})

const File = z.strictObject({
  version: z.iso.date(),
  validFrom: z.iso.date(),
  lastChecked: z.iso.date(),
  vouchedBy: Words,
  laws: z.array(Law),
  steps: z.record(Step, StepFacts),
  paths: z.array(PathFile),
})

/** A step as it is on one path. */
export type PathStep = z.infer<typeof StepFacts> & { readonly step: Step }
export type PathFacts = Omit<z.infer<typeof PathFile>, 'steps'> & { readonly steps: readonly PathStep[] }

type Shipped = Pick<z.infer<typeof File>, 'version' | 'validFrom' | 'lastChecked' | 'vouchedBy'> & {
  readonly laws: ReadonlyMap<string, Law>
  readonly paths: ReadonlyMap<Path, PathFacts>
}

let shipped: Shipped | null = null

/** The paths as they ship with the program, with who vouches for them and when they were last looked at. */
export function shippedPaths(): Shipped {
  shipped ??= read()
  return shipped
}

function read(): Shipped {
  const file = new URL('../../../data/joint-procurement/paths.json', import.meta.url)
  const { laws, steps, paths, ...about } = File.parse(JSON.parse(readFileSync(file, 'utf8')))
  const whole = paths.map((path) => ({
    ...path,
    steps: path.steps.map(({ step, months = steps[step].months, leave = steps[step].leave }) => ({
      ...steps[step],
      step,
      months,
      leave,
    })),
  }))
  return {
    ...about,
    laws: new Map(laws.map((law) => [law.id, law])),
    paths: new Map(whole.map((path) => [path.id, path])),
  }
}

export function pathFacts(path: Path): PathFacts {
  const facts = shippedPaths().paths.get(path)
  if (!facts) throw new Error(`The path ${path} is not in data/joint-procurement/paths.json`)
  return facts
}

/** The references of these ids, in the order they are asked for. */
export function lawsOf(ids: Iterable<string>): readonly Law[] {
  const { laws } = shippedPaths()
  return [...new Set(ids)].map((id) => {
    const law = laws.get(id)
    if (!law) throw new Error(`The reference ${id} is not in data/joint-procurement/paths.json`)
    return law
  })
}
