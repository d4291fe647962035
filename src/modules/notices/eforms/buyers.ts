import type { Buyer, ContactPerson } from '#src/modules/notices/notice.ts'
import { child, children, codeAt, lineAt } from './element.ts'
import type { ListedOrganisations } from './organisations.ts'
import type { Reading } from './reading.ts'
import type { XmlElement } from './xml-tree.ts'

export type Buyers = { readonly buyers: readonly Buyer[]; readonly contacts: readonly ContactPerson[] }

/**
 * Who buys. A notice lists its organisations in any order, so only the reference from the contracting party
 * tells the buyer; the first company of the list is often a court, a mediator or the winner.
 */
export function readBuyers(reading: Reading, root: XmlElement, listed: ListedOrganisations): Buyers {
  const buyers = new Map<string, Buyer>()
  const contacts: ContactPerson[] = []
  for (const party of children(root, 'ContractingParty')) {
    const reference = lineAt(party, 'Party/PartyIdentification/ID') ?? ''
    const found = listed.get(reference)
    if (!found)
      reading.remark('buyerNotListed', child(party, 'Party/PartyIdentification/ID') ?? party, { reference })
    if (!found || buyers.has(found.reference)) continue
    if (found.contact) contacts.push(found.contact)
    buyers.set(found.reference, {
      ...found.organisation,
      lead: found.leadsGroup,
      legalType: codeAt(party, 'ContractingPartyType/PartyTypeCode', 'buyer-legal-type'),
      activity:
        codeAt(party, 'ContractingActivity/ActivityTypeCode', 'authority-activity') ??
        codeAt(party, 'ContractingActivity/ActivityTypeCode', 'entity-activity'),
      awardsForOthers: found.awardsForOthers,
      acquiresForOthers: found.acquiresForOthers,
    })
  }
  if (buyers.size === 0) reading.remark('buyerMissing')
  return { buyers: withOneLeader(reading, [...buyers.values()]), contacts }
}

function withOneLeader(reading: Reading, buyers: readonly Buyer[]): readonly Buyer[] {
  const leaders = buyers.filter((buyer) => buyer.lead)
  if (buyers.length === 1) return buyers.map((buyer) => ({ ...buyer, lead: false }))
  if (buyers.length > 1 && leaders.length !== 1) {
    reading.remark(leaders.length === 0 ? 'leadBuyerMissing' : 'leadBuyersSeveral', null, {
      buyers: buyers.length,
    })
  }
  return buyers
}
