import { z } from 'zod'

/** How new what is needed must be; it chooses the path (DFØ, innovasjonshøyde). */
export const INNOVATION_HEIGHTS = ['exists', 'adapt', 'develop'] as const
export const InnovationHeight = z.enum(INNOVATION_HEIGHTS)
export type InnovationHeight = z.infer<typeof InnovationHeight>

/** How far the municipality has come with it. */
export const NEED_PHASES = ['considering', 'mapping', 'planning', 'ready'] as const
export const NeedPhase = z.enum(NEED_PHASES)
export type NeedPhase = z.infer<typeof NeedPhase>

/** How sure it is that something will be bought. */
export const FIRMNESSES = ['idea', 'wanted', 'decided'] as const
export const Firmness = z.enum(FIRMNESSES)
export type Firmness = z.infer<typeof Firmness>

export const WISHES = ['lead', 'follow', 'either'] as const
export const Wish = z.enum(WISHES)
export type Wish = z.infer<typeof Wish>

/**
 * The five questions every learning network asks of a coming purchase; the words are `needs.mirror.<question>`. Their
 * answers are for the municipality itself.
 */
export const BUYER_QUESTIONS = ['need', 'solutions', 'market', 'room', 'law'] as const
export const MIRROR_ANSWERS = ['yes', 'partly', 'no'] as const
export const MirrorAnswer = z.enum(MIRROR_ANSWERS)
export type MirrorAnswer = z.infer<typeof MirrorAnswer>

export const LONGEST_NEED_WORDS = 5000

const words = z.string().trim().max(LONGEST_NEED_WORDS, 'needs.words.long').catch('')
const day = z.iso.date().nullable().catch(null)

/**
 * What a need says. Everything may be missing while it is a draft: what cannot be read is nothing told, and
 * `missingInNeed` says what it takes to announce it.
 */
export const NeedContent = z.object({
  language: z.enum(['nb', 'nn', 'en']).catch('nb'),
  title: z.string().trim().max(150).catch(''),
  forWhom: words,
  /** What shall be different for them, not what shall be bought. */
  outcome: words,
  /** How many it is for: `{ amount: 40, unit: 'plasser' }`. */
  volume: z
    .object({ amount: z.number().positive().max(1e12), unit: z.string().trim().min(1).max(60) })
    .nullable()
    .catch(null),
  costToday: words,
  /** First and last day it is wanted to be bought between. */
  from: day,
  until: day,
  firmness: Firmness.nullable().catch(null),
  phase: NeedPhase.nullable().catch(null),
  innovationHeight: InnovationHeight.nullable().catch(null),
  triedBefore: words,
  wish: Wish.nullable().catch(null),
  /** The municipality's own goal it serves, and where that is written. */
  goal: words,
  goalUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .catch(null),
  themes: z
    .array(z.string().regex(/^[a-z0-9-]{1,80}$/))
    .max(10)
    .catch([]),
  cpv: z
    .array(z.string().regex(/^\d{8}$/))
    .max(20)
    .catch([]),
  contractEndsOn: day,
  /** A role mailbox, never a person's. */
  mailbox: z.email().nullable().catch(null),
  mirror: z
    .object(
      Object.fromEntries(BUYER_QUESTIONS.map((one) => [one, MirrorAnswer.nullable().catch(null)])) as Record<
        (typeof BUYER_QUESTIONS)[number],
        z.ZodCatch<z.ZodNullable<typeof MirrorAnswer>>
      >,
    )
    .catch({ need: null, solutions: null, market: null, room: null, law: null }),
})
export type NeedContent = z.infer<typeof NeedContent>

/** What it takes to announce a need: what others must know to see whether it is theirs too. */
export const REQUIRED_OF_NEED = [
  'title',
  'forWhom',
  'outcome',
  'from',
  'until',
  'firmness',
  'phase',
  'innovationHeight',
  'wish',
] as const satisfies readonly (keyof NeedContent)[]
export type RequiredOfNeed = (typeof REQUIRED_OF_NEED)[number]

export function missingInNeed(content: NeedContent): readonly RequiredOfNeed[] {
  return REQUIRED_OF_NEED.filter((field) => !content[field])
}
