import type { Actor } from '#src/modules/identity/index.ts'
import {
  type Context,
  changeProcurement,
  keep,
  type NotOpen,
  note,
  withNewRound,
} from '#src/modules/joint-procurement/changing.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { isPublished } from '#src/modules/joint-procurement/life.ts'
import { mayWriteFor } from '#src/modules/joint-procurement/policy.ts'
import { saveParticipant } from '#src/modules/joint-procurement/procurements-repository.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { cleanOrganisasjonsnummer, readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'

type NumberProblem =
  | { readonly kind: 'numberWrong' }
  /** The register has it: it is not for the participants to say otherwise. */
  | { readonly kind: 'numberKnown' }
  | { readonly kind: 'numberOfAnother'; readonly name: string }

export type FillInNumberFailure =
  | NotOpen
  | NumberProblem
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'notAmongThem' }
  | { readonly kind: 'locked' }

type Own = { readonly organisation: OrganisationId; readonly number: string }

/** Fills in the organisation number of a participant whose number the register lacks, as Haram's. */
export function fillInNumber(
  context: Context,
  actor: Actor,
  { id, organisation, number: written }: Own & { readonly id: ProcurementId },
): Promise<Result<string, FillInNumberFailure>> {
  return changeProcurement(context, actor, {
    id,
    work: async (changing): Promise<Result<string, FillInNumberFailure>> => {
      const { tx, joint, at } = changing
      if (!mayWriteFor(actor, organisation)) return fail({ kind: 'notAllowed' })
      const one = joint.participants.find((each) => each.organisation === organisation)
      if (!one) return fail({ kind: 'notAmongThem' })
      if (isPublished(joint)) return fail({ kind: 'locked' })
      const read = await readNumber(tx, { organisation, number: written })
      if (!read.ok || one.standing.organisationNumber === read.value) return read
      const standing = { ...one.standing, organisationNumber: read.value }
      if (!(await saveParticipant(tx, id, { ...one, standing })))
        throw new Error(`${organisation} was saved in ${id} while it was locked`)
      await keep(tx, await withNewRound(tx, { ...joint, changedAt: at }))
      await note(changing, actor, { action: 'joint.number-filled-in', organisation })
      return read
    },
  })
}

async function readNumber(
  db: Database,
  { organisation, number: written }: Own,
): Promise<Result<string, NumberProblem>> {
  const { number, valid } = cleanOrganisasjonsnummer(written)
  if (!valid || !number) return fail({ kind: 'numberWrong' })
  const register = await readRegister(db)
  if (register.organisations.get(organisation)?.organisasjonsnummer) return fail({ kind: 'numberKnown' })
  const owner = register.byNumber.get(number)
  return owner && owner !== organisation
    ? fail({ kind: 'numberOfAnother', name: register.organisations.get(owner)?.name ?? number })
    : ok(number)
}
