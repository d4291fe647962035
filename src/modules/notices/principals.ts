import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  buysFor,
  hostedBy,
  type JointBody,
  namesBody,
  type Register,
} from '#src/modules/organisations/index.ts'
import type { PrincipalBasis } from './contract.ts'
import type { Notice } from './notice.ts'

/** Somebody a notice was bought for though it does not name them, by the register of joint bodies of its day. */
export type Principal = {
  readonly organisation: OrganisationId
  /** The joint body whose member it is. */
  readonly body: OrganisationId
  readonly basis: PrincipalBasis
}

/** What is asked about a notice; `buyers` with who they are, in the order of the notice. */
export type NoticeBought = {
  readonly notice: Omit<Notice, 'contacts'>
  readonly buyers: readonly (OrganisationId | null)[]
  /** The day it is listed under. */
  readonly day: string
}

/** To be raised when the rule below is another one, so that all notices are asked about anew. */
export const PRINCIPALS_RULE = 1

/**
 * Whom a notice was bought for beside those it names.
 *
 * A notice must name every buyer (KOFA 2019/389), so this is what a register says and never what the notice says: kept
 * apart from the buyers, and shown as such. Of a host, which also buys for itself alone, it takes more: that it says it
 * acquires for others (OPP-051, OPP-052), or that the notice names the body it is the host of.
 */
export function principalsOf(register: Register, bought: NoticeBought): readonly Principal[] {
  const named = new Set(bought.buyers)
  const found = new Map<OrganisationId, Principal>()
  for (const { body, basis } of bodiesBehind(register, bought)) {
    for (const { organisation } of buysFor(body, bought.day)) {
      if (named.has(organisation) || found.has(organisation)) continue
      found.set(organisation, { organisation, body: body.id, basis })
    }
  }
  return [...found.values()]
}

type Behind = { readonly body: JointBody; readonly basis: PrincipalBasis }

function bodiesBehind(register: Register, { notice, buyers }: NoticeBought): readonly Behind[] {
  const itself = register.jointBodies
    .filter(({ id }) => buyers.includes(id))
    .map((body): Behind => ({ body, basis: 'body' }))
  const hosted = buyers.flatMap((buyer, at) => {
    if (buyer === null) return []
    const { awardsForOthers = false, acquiresForOthers = false } = notice.buyers[at] ?? {}
    return hostedBy(register, buyer).flatMap((body): Behind[] => {
      if (awardsForOthers || acquiresForOthers) return [{ body, basis: 'hostForOthers' }]
      return namesBody(textOf(notice), body) ? [{ body, basis: 'hostNamesBody' }] : []
    })
  })
  return [...itself, ...hosted]
}

function textOf({
  buyers,
  title,
  description,
  procedureDescription,
  lots,
  parts,
}: NoticeBought['notice']): string {
  return [
    ...buyers.map(({ name }) => name),
    title,
    description,
    procedureDescription ?? '',
    ...[...lots, ...parts].flatMap((lot) => [lot.title, lot.description]),
  ].join('\n')
}
