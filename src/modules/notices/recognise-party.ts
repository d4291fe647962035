import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisationById, nameKey, namesakes, readRegister } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { Party } from './contract.ts'
import { forgetPartyIdentity, savePartyIdentity, type WrittenParty } from './party-identities-repository.ts'
import { renewPrincipalsOf } from './renew-principals.ts'
import { reprocessNotices } from './reprocess-notices.ts'
import { lockNotices } from './store-notices.ts'
import { noticesThatWrite, spellingsWith, writeRecognised } from './unrecognised-repository.ts'

export type Recognition = {
  readonly party: Party
  readonly written: WrittenParty
  /** Null says that it is nobody we know, and that nobody need look again. */
  readonly organisation: OrganisationId | null
}

export type RecognitionFailure =
  | { readonly kind: 'nobodyWrittenSo' }
  | { readonly kind: 'organisationUnknown' }
  /** Several have this name, so that it cannot mean the same in every notice. */
  | { readonly kind: 'severalOfThatName'; readonly names: readonly string[] }

type Tools = { readonly db: Database; readonly now: Clock }

/**
 * A person says who is written so, in every notice: those that are here, all that come, and whenever they are read
 * anew. A name that several have, without a number, is told in one notice at a time, with `confirmBuyer`.
 */
export function recogniseParty(
  { db, now }: Tools,
  { party, written, organisation }: Recognition,
): Promise<Result<{ readonly notices: number }, RecognitionFailure>> {
  return inTransaction(db, async (tx) => {
    await lockNotices(tx)
    const spelt = await spellingsOf(tx, party, written)
    const notices = await noticesThatWrite(tx, spelt)
    // A name without a letter in it is not somebody's.
    if (notices.length === 0 || nameKey(written.name) === '') return fail({ kind: 'nobodyWrittenSo' })
    if (organisation !== null && !(await findOrganisationById(tx, organisation)))
      return fail({ kind: 'organisationUnknown' })
    const same = party === 'buyer' ? namesakes(await readRegister(tx), written.name) : []
    if (organisation !== null && written.numberAsWritten === null && same.length > 1)
      return fail({ kind: 'severalOfThatName', names: same.map(({ name }) => name) })
    await savePartyIdentity(tx, { party, written, organisation, now: now() })
    await writeRecognised(tx, { ...spelt, organisation })
    await renewPrincipalsOf(
      tx,
      notices.map(({ key }) => key),
    )
    await recordEvents(
      tx,
      notices.map(({ publicId }) => ({ kind: 'notice.changed', subject: publicId })),
    )
    return ok({ notices: notices.length })
  })
}

/** Takes it back: the notices are read anew, as if nobody had said anything. */
export async function forgetParty(
  { db, now }: Tools,
  { party, written }: Omit<Recognition, 'organisation'>,
): Promise<Result<{ readonly notices: number }, { readonly kind: 'nothingSaid' }>> {
  const wasSaid = await forgetPartyIdentity(db, { party, written })
  if (!wasSaid) return fail({ kind: 'nothingSaid' })
  const notices = await noticesThatWrite(db, await spellingsOf(db, party, written))
  const only = notices.map(({ publicId }) => publicId)
  if (only.length > 0) await reprocessNotices({ db, now }, { only })
  return ok({ notices: only.length })
}

/** The same name in capitals, or with other signs in it, is the same name. */
async function spellingsOf(db: Database, party: Party, { name, numberAsWritten }: WrittenParty) {
  const key = nameKey(name)
  const spellings = await spellingsWith(db, party, numberAsWritten)
  return { party, numberAsWritten, names: spellings.filter((one) => nameKey(one) === key) }
}
