import type { Organisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { type BoughtThrough, toBoughtThrough } from './bought-through.ts'
import { principalsOfNotices } from './principals-repository.ts'
import { type BuyerMunicipality, municipalityOf, readOrganisationsOf } from './stored-notice.ts'
import './tables.ts'

/** Who buys, in short. */
export type KnownBuyer = {
  readonly name: string
  readonly organisation: Organisation | null
  readonly municipality: BuyerMunicipality | null
}

export type NoticeParties = {
  readonly buyers: readonly KnownBuyer[]
  /** Others it was bought for, whom the notice does not name. */
  readonly boughtFor: readonly BoughtThrough[]
}

/** Who the buyers of these notices are, by the key of the notice; a few questions however many notices there are. */
export async function partiesOfNotices(
  db: Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, NoticeParties>> {
  const wanted = [...new Set(keys)]
  if (wanted.length === 0) return new Map()
  const buyers = await db
    .selectFrom('notice_buyer')
    .select(['notice', 'name', 'organisation_id'])
    .where(({ eb, fn, val }) => eb('notice', '=', fn.any(val(wanted))))
    .orderBy('position')
    .execute()
  const byNotice = Map.groupBy(buyers, (one) => one.notice)
  const principals = Map.groupBy(await principalsOfNotices(db, wanted), (one) => one.notice)
  const { register, organisations } = await readOrganisationsOf(
    db,
    buyers.map((one) => one.organisation_id),
  )
  return new Map(
    wanted.map((key) => [
      key,
      {
        buyers: (byNotice.get(key) ?? []).map(({ name, organisation_id }) => {
          const organisation = organisations.get(organisation_id ?? '') ?? null
          return { name, organisation, municipality: municipalityOf(register, organisation) }
        }),
        boughtFor: toBoughtThrough(register, principals.get(key) ?? []),
      },
    ]),
  )
}
