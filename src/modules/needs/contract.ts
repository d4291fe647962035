import { z } from 'zod'
import { BUYER_QUESTIONS, NeedContent } from './need-content.ts'

export {
  DemandForm,
  DemandReason,
  LONGEST_DEMAND_TITLE,
  STATEMENT_SECTIONS,
  Statement,
  StatementForm,
  type StatementSection,
} from '#src/modules/needs/demand/statement.ts'

export {
  ALONE_BECAUSE,
  REASONS_AGAINST,
  REASONS_FOR,
  WHY_NOT,
} from '#src/modules/needs/matching/reason-codes.ts'
export { MATCH_PARTS, type MatchPart } from '#src/modules/needs/matching/weights.ts'
export { MOST_MONTHS_MOVED } from '#src/modules/needs/matching/what-if.ts'
export {
  CIRCLES,
  type Circle,
  RADAR_KINDS,
  RADAR_MONTHS,
  type RadarKind,
  type RadarQuestion,
} from '#src/modules/needs/radar/radar-question.ts'
export {
  FIRMNESSES,
  Firmness,
  INNOVATION_HEIGHTS,
  InnovationHeight,
  MIRROR_ANSWERS,
  MirrorAnswer,
  NEED_PHASES,
  NeedPhase,
  WISHES,
  Wish,
} from './need-content.ts'
export {
  ExtentForm,
  GoalForm,
  MOST_THEMES,
  NEED_FORMS,
  NEED_STEPS,
  NeedStep,
  NeedTitle,
  ProgressForm,
  WhatForm,
} from './need-form.ts'
export { BUYER_QUESTIONS, NeedContent }

export const NeedId = z.uuid().brand<'NeedId'>()
export type NeedId = z.infer<typeof NeedId>

export const NEED_STATUSES = ['draft', 'announced', 'closed'] as const
export const NeedStatus = z.enum(NEED_STATUSES)
export type NeedStatus = z.infer<typeof NeedStatus>

/** Who may read an announced need; `own` is the organisation itself. */
export const NEED_AUDIENCES = ['own', 'public-employees', 'all'] as const
export const NeedAudience = z.enum(NEED_AUDIENCES)
export type NeedAudience = z.infer<typeof NeedAudience>

/** Why a need is no longer one: bought, bought together with others, not wanted any more. */
export const CLOSED_CAUSES = ['bought', 'joint', 'no-longer', 'other'] as const
export const ClosedCause = z.enum(CLOSED_CAUSES)
export type ClosedCause = z.infer<typeof ClosedCause>

export const DemandId = z.uuid().brand<'DemandId'>()
export type DemandId = z.infer<typeof DemandId>

export const DEMAND_STATUSES = ['gathering', 'procurement', 'dissolved'] as const
export type DemandStatus = (typeof DEMAND_STATUSES)[number]

/** Where a need stands in a demand: each organisation decides for its own. */
export const DEMAND_NEED_STATUSES = ['asked', 'joined', 'declined', 'left'] as const
export type DemandNeedStatus = (typeof DEMAND_NEED_STATUSES)[number]

export const MarketAnswerId = z.uuid().brand<'MarketAnswerId'>()
export type MarketAnswerId = z.infer<typeof MarketAnswerId>

export const MarketMessageId = z.uuid().brand<'MarketMessageId'>()
export type MarketMessageId = z.infer<typeof MarketMessageId>

/** What a supplier says it can do. */
export const ANSWER_KINDS = ['have', 'would-adapt', 'would-develop'] as const
export const AnswerKind = z.enum(ANSWER_KINDS)
export type AnswerKind = z.infer<typeof AnswerKind>

/** Open for all, or a business secret (forvaltningsloven § 13) that only the announcing municipalities see. */
export const OPENNESSES = ['open', 'secret'] as const
export const Openness = z.enum(OPENNESSES)
export type Openness = z.infer<typeof Openness>

/** What is decided of an answer in the levelling log. */
export const LEVELLING_DECISIONS = ['in-summary', 'not-relevant', 'secret'] as const
export const LevellingDecision = z.enum(LEVELLING_DECISIONS)
export type LevellingDecision = z.infer<typeof LevellingDecision>
