import type { Buyer, ContactPerson, NoticeOrganisation } from '#src/modules/notices/notice.ts'
import { cleanOrganisasjonsnummer } from '#src/modules/organisations/index.ts'
import { mendEncoding } from '#src/text/mend-encoding.ts'
import { isObject, type JsonObject, lineAt, lineOf, linesAt, objectAt, objectsAt } from './json-object.ts'
import { type Reading, titleAt } from './reading.ts'

export type Party = {
  readonly organisation: NoticeOrganisation
  readonly roles: readonly string[]
  readonly legalType: string | null
  readonly activity: string | null
  readonly contact: ContactPerson | null
}

/** The parties of a release, found by their id, and references to them. */
export type Parties = {
  readonly all: ReadonlyMap<string, Party>
  /** The party that a reference names, or as much as the reference says itself. */
  readonly of: (reference: JsonObject | null) => Party | null
}

export function readParties(reading: Reading, release: JsonObject): Parties {
  const all = new Map<string, Party>()
  for (const party of objectsAt(release, 'parties')) {
    const id = lineOf(party.id) ?? `#${all.size}`
    if (all.has(id)) reading.remark('organisationTwice', 'parties', { reference: id })
    else all.set(id, readParty(reading, party))
  }
  return {
    all,
    of: (reference) => {
      if (!isObject(reference)) return null
      const known = all.get(lineOf(reference.id) ?? '')
      return known ?? (lineAt(reference, 'name') ? readParty(reading, reference) : null)
    },
  }
}

function readParty(reading: Reading, party: JsonObject): Party {
  const name = titleAt(reading, party, 'name') || titleAt(reading, party, 'identifier.legalName')
  const classifications = objectsAt(party, 'details.classifications')
  const codeOf = (schemes: RegExp) =>
    lineOf(classifications.find((one) => schemes.test(lineAt(one, 'scheme') ?? ''))?.id)
  return {
    organisation: {
      name,
      ...readNumber(reading, party, name),
      country: countryOf(party),
      nuts: nutsOf(lineAt(party, 'address.region')),
      city: lineAt(party, 'address.locality'),
    },
    roles: linesAt(party, 'roles'),
    legalType: codeOf(/^(TED_CA_TYPE|eu-buyer-legal-type)$/i),
    activity: codeOf(/^(COFOG|eu-main-activity|Directive 2014\/25\/EU)$/i),
    contact: readContact(name, objectAt(party, 'contactPoint')),
  }
}

/** The national register's number first; schemes are named `<country>-<register>`, org-id.guide. */
function readNumber(reading: Reading, party: JsonObject, name: string) {
  const identifiers = [...objectsAt(party, 'identifier'), ...objectsAt(party, 'additionalIdentifiers')]
  const national = identifiers.find((one) => /^NO\b/i.test(lineAt(one, 'scheme') ?? '') && lineAt(one, 'id'))
  const written = lineAt(national ?? identifiers.find((one) => lineAt(one, 'id')) ?? null, 'id')
  if (!written) return { organisationNumber: null, numberAsWritten: null }
  const { number, valid } = cleanOrganisasjonsnummer(written)
  const country = countryOf(party)
  if (country !== 'NOR' && country !== null) return { organisationNumber: written, numberAsWritten: written }
  if (!valid && country === 'NOR') reading.remark('organisationNumberInvalid', 'parties', { name, written })
  const foreign = country === null ? written : null
  return { organisationNumber: valid ? number : foreign, numberAsWritten: written }
}

function countryOf(party: JsonObject): string | null {
  const scheme = /^([A-Z]{2})-/i.exec(lineAt(party, 'identifier.scheme') ?? '')?.[1]
  return countryAt(objectAt(party, 'address')) ?? toCountry(scheme ?? null)
}

export function countryAt(address: JsonObject | null): string | null {
  return toCountry(
    lineAt(address, 'country') ?? lineAt(address, 'countryCode') ?? lineAt(address, 'countryName'),
  )
}

/** As eForms writes it where it is Norway; what is no code is still not Norway. */
function toCountry(written: string | null): string | null {
  if (!written) return null
  return /^(NO|NOR|Norge|Noreg|Norway|Norga|Vuodna)$/i.test(written) ? 'NOR' : written.toUpperCase()
}

export function nutsOf(region: string | null): string | null {
  const code = region?.toUpperCase() ?? ''
  return /^[A-Z]{2}[A-Z0-9]{1,3}$/.test(code) && /\d/.test(code) ? code : null
}

function readContact(organisation: string, point: JsonObject | null): ContactPerson | null {
  const name = lineAt(point, 'name')
  const contact = {
    organisation,
    name: name === null ? null : mendEncoding(name),
    email: lineAt(point, 'email'),
    phone: lineAt(point, 'telephone'),
  }
  return contact.name || contact.email || contact.phone ? contact : null
}

/** Who buys: by role, by reference, or in want of both whoever runs the procedure. */
export function readBuyers(reading: Reading, release: JsonObject, parties: Parties) {
  const inRole = (role: string) => [...parties.all.values()].filter((party) => party.roles.includes(role))
  const asBuyer = parties.of(objectAt(release, 'buyer'))
  const asEntity = parties.of(objectAt(release, 'tender.procuringEntity'))
  const named = [...(asBuyer ? [asBuyer] : []), ...inRole('buyer')]
  const fallback = [...(asEntity ? [asEntity] : []), ...inRole('procuringEntity')]
  const found = [...new Set(named.length > 0 ? named : fallback)]
  if (found.length === 0) reading.remark('buyerMissing')
  const buyers = found.map(
    (party): Buyer => ({
      ...party.organisation,
      lead: found.length > 1 && party.roles.includes('leadBuyer'),
      legalType: party.legalType,
      activity: party.activity,
      awardsForOthers: party.roles.includes('centralPurchasingBody'),
      acquiresForOthers: party.roles.includes('wholesaleBuyer'),
    }),
  )
  const leaders = buyers.filter((buyer) => buyer.lead).length
  if (buyers.length > 1 && leaders !== 1)
    reading.remark(leaders === 0 ? 'leadBuyerMissing' : 'leadBuyersSeveral', undefined, {
      buyers: buyers.length,
    })
  return { buyers, contacts: found.flatMap((party) => party.contact ?? []) }
}
