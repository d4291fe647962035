import type { Database } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { contractEnds } from './contract-end.ts'
import { competitionsFor, resultsWithoutLength } from './durations-repository.ts'
import { replaceParts } from './notice-parts-repository.ts'
import { contractEndRows, type NoticeRecord } from './notice-rows.ts'

/**
 * When a competition notice has come or changed, the results of its procedure that leave the length of the contract to
 * it are reckoned anew, so that it does not matter which came first. To be called when `written` has been stored.
 */
export async function renewContractEnds(tx: Database, written: readonly NoticeRecord[]): Promise<void> {
  const procedures = written.flatMap(({ arrival: { notice } }) =>
    notice.formType === 'competition' ? (notice.procedureId ?? []) : [],
  )
  if (procedures.length === 0) return
  const except = written.map(({ key }) => key)
  const results = await resultsWithoutLength(tx, { procedures, except })
  if (results.length === 0) return
  const competitions = await competitionsFor(
    tx,
    results.map(({ notice }) => notice),
  )
  const changed = await replaceParts(tx, {
    table: 'notice_contract_end',
    keys: results.map(({ key }) => key),
    rows: results.flatMap(({ key, notice }) => {
      const own = competitions.filter((one) => one.procedureId === notice.procedureId)
      return contractEndRows(key, contractEnds(notice, own))
    }),
  })
  await recordEvents(
    tx,
    results
      .filter(({ key }) => changed.has(key))
      .map(({ publicId }) => ({ kind: 'notice.changed', subject: publicId })),
  )
}
