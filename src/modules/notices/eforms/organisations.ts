import type { ContactPerson, NoticeOrganisation } from '#src/modules/notices/notice.ts'
import { cleanOrganisasjonsnummer } from '#src/modules/organisations/index.ts'
import { personNames } from '#src/text/contact-details.ts'
import { mendEncoding } from '#src/text/mend-encoding.ts'
import { child, children, codeAt, flagAt, line, lineAt } from './element.ts'
import type { Reading } from './reading.ts'
import { textAt } from './texts.ts'
import type { XmlElement } from './xml-tree.ts'

/** An organisation of the notice's own list, found by its technical id (`ORG-0001`). */
export type ListedOrganisation = {
  readonly reference: string
  readonly organisation: NoticeOrganisation
  readonly leadsGroup: boolean
  readonly awardsForOthers: boolean
  readonly acquiresForOthers: boolean
  readonly contact: ContactPerson | null
}

export type ListedOrganisations = ReadonlyMap<string, ListedOrganisation>

export function readOrganisations(reading: Reading, root: XmlElement): ListedOrganisations {
  const contacts = ['Company', 'TouchPoint'].flatMap((name) =>
    children(root, `Organizations/Organization/${name}/Contact/Name`).flatMap((one) => line(one) ?? []),
  )
  for (const person of personNames(contacts.map(mendEncoding))) reading.persons.add(person)
  const listed = new Map<string, ListedOrganisation>()
  for (const element of children(root, 'Organizations/Organization')) {
    const company = child(element, 'Company')
    const reference = lineAt(company, 'PartyIdentification/ID')
    if (!company || !reference) continue
    if (listed.has(reference)) {
      reading.remark('organisationTwice', company, { reference })
      continue
    }
    const organisation = readCompany(reading, company)
    listed.set(reference, {
      reference,
      organisation,
      leadsGroup: flagAt(element, 'GroupLeadIndicator') ?? false,
      awardsForOthers: flagAt(element, 'AwardingCPBIndicator') ?? false,
      acquiresForOthers: flagAt(element, 'AcquiringCPBIndicator') ?? false,
      contact: readContact(organisation.name, company),
    })
    // A touch point is a second address of the same organisation, and roles may refer to it.
    for (const point of children(element, 'TouchPoint/PartyIdentification/ID')) {
      const id = point.text.trim()
      const first = listed.get(reference)
      if (id && first && !listed.has(id)) listed.set(id, { ...first, contact: null })
    }
  }
  return listed
}

function readCompany(reading: Reading, company: XmlElement): NoticeOrganisation {
  const country = lineAt(company, 'PostalAddress/Country/IdentificationCode')?.toUpperCase() ?? null
  const written = lineAt(company, 'PartyLegalEntity/CompanyID')
  const name = textAt(reading, company, 'PartyName/Name')?.replace(/\s+/g, ' ') ?? ''
  return {
    name,
    organisationNumber: readNumber(reading, company, { written, country, name }),
    numberAsWritten: written,
    country,
    nuts: codeAt(company, 'PostalAddress/CountrySubentityCode'),
    city: mended(lineAt(company, 'PostalAddress/CityName')),
  }
}

function readNumber(
  reading: Reading,
  company: XmlElement,
  { written, country, name }: { written: string | null; country: string | null; name: string },
): string | null {
  if (!written) return null
  const { number, valid } = cleanOrganisasjonsnummer(written)
  if (country === 'NOR' || country === 'NO') {
    if (valid) return number
    reading.remark('organisationNumberInvalid', child(company, 'PartyLegalEntity/CompanyID'), {
      name,
      written,
    })
    return null
  }
  // Nine digits that pass the Norwegian check by chance are still another country's number.
  if (country === null && valid) return number
  return written
}

function readContact(organisation: string, company: XmlElement): ContactPerson | null {
  const contact = {
    organisation,
    name: mended(lineAt(company, 'Contact/Name')),
    email: lineAt(company, 'Contact/ElectronicMail'),
    phone: lineAt(company, 'Contact/Telephone'),
  }
  return contact.name || contact.email || contact.phone ? contact : null
}

function mended(text: string | null): string | null {
  return text === null ? null : mendEncoding(text)
}
