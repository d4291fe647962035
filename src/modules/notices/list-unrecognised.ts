import {
  cleanOrganisasjonsnummer,
  type NearOrganisation,
  nameKey,
  nameLikeness,
  namesakes,
  nearestOrganisations,
  type Register,
  readRegister,
  suppliersBeginning,
} from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { NoticeId, Party, UnrecognisedReason } from './contract.ts'
import type { WrittenParty } from './party-identities-repository.ts'
import { type UnrecognisedRow, unrecognisedPage } from './unrecognised-repository.ts'

/** A buyer or winner that could not be recognised, in all notices that write it so. */
export type Unrecognised = WrittenParty & {
  /** In how many notices, of which this is the newest. */
  readonly notices: number
  readonly newest: NoticeId
  readonly reason: UnrecognisedReason
  /** Who it may be, the likest first: for a person to choose from. */
  readonly nearest: readonly NearOrganisation[]
}

export type UnrecognisedList = { readonly parties: readonly Unrecognised[]; readonly total: number }

const SUGGESTED = 3

/** How many names there are in the list. */
export async function countUnrecognised(db: Database, party: Party): Promise<number> {
  return (await unrecognisedPage(db, { party, limit: 1, offset: 0 })).total
}

/** Norwegian buyers or winners whom nobody is known by, those in most notices first. */
export async function listUnrecognised(
  db: Database,
  {
    party,
    limit = 50,
    offset = 0,
  }: { readonly party: Party; readonly limit?: number; readonly offset?: number },
): Promise<UnrecognisedList> {
  const { rows, total } = await unrecognisedPage(db, { party, limit, offset })
  const register = await readRegister(db)
  const parties: Unrecognised[] = []
  for (const row of rows) {
    const nearest = party === 'buyer' ? nearestBuyers(register, row) : await nearestSuppliers(db, row)
    parties.push({ ...row, reason: reasonOf(register, party, row), nearest })
  }
  return { parties, total }
}

/** Why nobody is known by what is written. */
export function reasonOf(
  register: Register,
  party: Party,
  { name, numberAsWritten }: WrittenParty,
): UnrecognisedReason {
  if (name === '') return 'unclearName'
  if (cleanOrganisasjonsnummer(numberAsWritten ?? '').valid) return 'unknownNumber'
  if (party === 'buyer' && namesakes(register, name).length > 1) return 'unclearName'
  return numberAsWritten ? 'invalidNumber' : 'noNumber'
}

/** Those of the very same name before those of one that is like it. */
function nearestBuyers(register: Register, { name, numberAsWritten }: UnrecognisedRow) {
  const same = namesakes(register, name)
  if (same.length > 1) {
    return same.map((organisation): NearOrganisation => ({ organisation, likeness: 1, by: 'name' }))
  }
  return nearestOrganisations(register, { name, number: numberAsWritten }, SUGGESTED)
}

const BEGINNING = 6
const LEAST = 0.75

async function nearestSuppliers(
  db: Database,
  { name }: UnrecognisedRow,
): Promise<readonly NearOrganisation[]> {
  const beginning = nameKey(name).slice(0, BEGINNING)
  return (await suppliersBeginning(db, beginning, 100))
    .map(
      (organisation): NearOrganisation => ({
        organisation,
        likeness: nameLikeness(name, organisation.name),
        by: 'name',
      }),
    )
    .filter(({ likeness }) => likeness >= LEAST)
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, SUGGESTED)
}
