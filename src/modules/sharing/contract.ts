import { z } from 'zod'

export const DraftId = z.uuid().brand<'DraftId'>()
export type DraftId = z.infer<typeof DraftId>

/** How much one wants to tell, the least first; each grows into the next without anything being lost. */
export const DRAFT_SIZES = ['experience', 'short', 'full'] as const
export const DraftSize = z.enum(DRAFT_SIZES)
export type DraftSize = z.infer<typeof DraftSize>

export const DRAFT_STATUSES = ['draft', 'submitted', 'changes-requested', 'published', 'discarded'] as const
export type DraftStatus = (typeof DRAFT_STATUSES)[number]

/** What a draft began with; `case` is a published one that is to be corrected. */
export const ORIGIN_KINDS = ['nothing', 'notice', 'case', 'adoption', 'joint-procurement'] as const
export type OriginKind = (typeof ORIGIN_KINDS)[number]

/** The pages of the form, in the order a reader meets what they ask for. */
export const STEP_NAMES = [
  'experience',
  'about',
  'who',
  'need',
  'users',
  'approach',
  'requirements',
  'marketDialogue',
  'competition',
  'contract',
  'effects',
  'stopped',
  'lessons',
  'reuse',
  'sources',
] as const
export const StepName = z.enum(STEP_NAMES)
export type StepName = z.infer<typeof StepName>

const asked = z.string().trim().min(1).max(2000)

/** What a curator or a colleague asks to have changed, and where. */
export const ChangeRequest = z.object({ block: StepName, text: asked })
export type ChangeRequest = z.infer<typeof ChangeRequest>

export const MOST_ROWS = 60
export const LONGEST_NOTE = 300
