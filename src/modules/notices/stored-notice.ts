import type { InnovationAssessment } from '#src/modules/notices/innovation/assess-innovation.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  currentMunicipality,
  type Organisation,
  organisationsByIds,
  type Register,
  readRegister,
} from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { BoughtThrough } from './bought-through.ts'
import type { Assessment, NoticeId } from './contract.ts'
import type { Buyer, Money, Notice } from './notice.ts'

export type BuyerMunicipality = { readonly number: string; readonly name: string }

/** A buyer as it was written, with who it is where that is known. */
export type StoredBuyer = Buyer & {
  readonly organisation: Organisation | null
  readonly municipality: BuyerMunicipality | null
}

export type OriginalInfo = { readonly sha256: string; readonly source: string; readonly receivedAt: Date }

/** Where `canBeDeclared` is false the form has no field for it: silence then says nothing. */
export type Innovation = Notice['innovation'] & InnovationAssessment

/** A version of a notice as it is kept; without contact persons. */
export type StoredNotice = Omit<Notice, 'buyers' | 'contacts' | 'innovation'> & {
  readonly id: NoticeId
  /** Whether this is the newest version; `currentId` is the one that is. */
  readonly current: boolean
  readonly currentId: NoticeId
  readonly buyers: readonly StoredBuyer[]
  /** Others it was bought for, by the register of joint bodies; the notice does not name them. */
  readonly boughtFor: readonly BoughtThrough[]
  readonly innovation: Innovation
  /** The one that counts first. */
  readonly originals: readonly OriginalInfo[]
  readonly changedAt: Date
}

/** What lists show. */
export type NoticeSummary = {
  readonly id: NoticeId
  readonly title: string
  readonly language: string
  readonly formType: string | null
  readonly noticeType: string | null
  readonly procedureId: string | null
  readonly procedureType: string | null
  readonly publicationNumber: string | null
  readonly publishedOn: string | null
  readonly listedOn: string
  readonly deadline: string | null
  readonly value: Money | null
  readonly cpv: readonly string[]
  /** Null where it is not assessed yet. */
  readonly assessment: Assessment | null
  readonly current: boolean
  readonly version: string
  readonly changedAt: Date
  readonly buyers: readonly {
    readonly name: string
    readonly organisation: Organisation | null
    readonly municipality: BuyerMunicipality | null
    readonly lead: boolean
  }[]
  readonly boughtFor: readonly BoughtThrough[]
}

/** Who the organisations behind a set of notices are. */
export type Organisations = {
  readonly register: Register
  readonly organisations: ReadonlyMap<string, Organisation>
}

export async function readOrganisationsOf(
  db: Database,
  ids: readonly (string | null)[],
): Promise<Organisations> {
  const register = await readRegister(db)
  const wanted = [...new Set(ids)].filter((id): id is OrganisationId => id !== null)
  const unknown = wanted.filter((id) => !register.organisations.has(id))
  const rest = await organisationsByIds(db, unknown)
  const known = wanted.flatMap((id) => register.organisations.get(id) ?? rest.get(id) ?? [])
  return { register, organisations: new Map(known.map((one) => [one.id, one])) }
}

/** The municipality an organisation is, or belongs to, as it is today. */
export function municipalityOf(
  register: Register,
  organisation: Organisation | null,
): BuyerMunicipality | null {
  if (!organisation?.kommunenummer) return null
  const municipality = currentMunicipality(register, organisation.kommunenummer)
  return municipality ? { number: municipality.kommunenummer, name: municipality.name } : null
}
