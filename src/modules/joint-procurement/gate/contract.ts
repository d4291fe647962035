import { z } from 'zod'

/** 100 lots in 24 languages come to less than two megabytes. */
export const LARGEST_DRAFT_MEGABYTES = 5
export const LARGEST_DRAFT_BYTES = LARGEST_DRAFT_MEGABYTES * 1024 * 1024

const line = z.string().trim().max(300, 'gate.wrong.long')

/** What somebody fills in to pass the check for an organisation. */
export const PassForm = z.object({
  title: line.min(2, 'gate.wrong.title'),
  authority: line.min(5, 'gate.wrong.authority'),
  /** What was seen when the form was shown. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** That what no program can tell has been looked at. */
  judged: z.boolean(),
})
export type PassForm = z.infer<typeof PassForm>

/** Where the notice was published. */
export const NoticeForm = z.object({
  notice: z.string().trim().min(1, 'gate.wrong.notice').max(200, 'gate.wrong.long'),
  publishedOn: z.iso.date('gate.wrong.day'),
})
export type NoticeForm = z.infer<typeof NoticeForm>
