import { z } from 'zod'

const line = (most: number) => z.string().trim().max(most, 'jointWithdraw.long')

/** What one who withdraws says of its decision; `seenStep` is where the procurement was when what follows was shown. */
export const WithdrawalForm = z.object({
  decidedOn: z.iso.date('jointWithdraw.decidedOn.missing'),
  decidedBy: line(300).min(2, 'jointWithdraw.decidedBy.missing'),
  reason: line(5000).min(5, 'jointWithdraw.reason.missing'),
  archiveReference: line(120),
  seenStep: z.string(),
})
export type WithdrawalForm = z.infer<typeof WithdrawalForm>
