import { CONTACT, noticeXml } from './notice-xml.ts'

type DraftBuyer = { readonly name: string; readonly number?: string | null; readonly lead?: boolean }

type Draft = {
  readonly buyers: readonly DraftBuyer[]
  /** BT-27 and BT-271; a framework without a maximum has null. */
  readonly estimate?: number
  readonly maximum?: number | null
  /** BT-111. */
  readonly categories?: string
}

/** A draft of a notice of a framework with these buyers, made from the notice that every test knows. */
export function draftNoticeXml({
  buyers,
  estimate = 8_000_000,
  maximum = 12_000_000,
  categories,
}: Draft): string {
  const max =
    maximum === null
      ? ''
      : `<cac:RequestedTenderTotal><ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension><efbc:FrameworkMaximumAmount currencyID="NOK">${maximum}.00</efbc:FrameworkMaximumAmount></efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions></cac:RequestedTenderTotal>`
  const who = categories
    ? `<cac:FrameworkAgreement><cac:SubsequentProcessTenderRequirement><cbc:Name>buyer-categories</cbc:Name><cbc:Description languageID="NOB">${categories}</cbc:Description></cac:SubsequentProcessTenderRequirement></cac:FrameworkAgreement>`
    : ''
  return noticeXml({ id: 'aaaaaaaa-0000-4000-8000-00000000d4af', title: 'Digitalt tilsyn' })
    .replace(
      /<efac:Organizations>[\s\S]*<\/efac:Organizations>/,
      `<efac:Organizations>${buyers.map(organisation).join('')}</efac:Organizations>`,
    )
    .replace(/<cac:ContractingParty>[\s\S]*<\/cac:ContractingParty>/, buyers.map(party).join(''))
    .replace('1250000.00', `${estimate}.00`)
    .replace(
      '<cbc:ContractingSystemTypeCode listName="framework-agreement">none',
      '<cbc:ContractingSystemTypeCode listName="framework-agreement">fa-wo-rc',
    )
    .replace('<cac:ContractingSystem>', `${who}<cac:ContractingSystem>`)
    .replace('<cac:PlannedPeriod>', `${max}<cac:PlannedPeriod>`)
}

const idOf = (place: number) => `ORG-${String(place + 1).padStart(4, '0')}`

function organisation({ name, number = null, lead = false }: DraftBuyer, place: number): string {
  return `<efac:Organization><efbc:GroupLeadIndicator>${lead}</efbc:GroupLeadIndicator><efac:Company>
    <cac:PartyIdentification><cbc:ID schemeName="organization">${idOf(place)}</cbc:ID></cac:PartyIdentification>
    <cac:PartyName><cbc:Name languageID="NOB">${name}</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cac:Country><cbc:IdentificationCode>NOR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    ${number ? `<cac:PartyLegalEntity><cbc:CompanyID>${number}</cbc:CompanyID></cac:PartyLegalEntity>` : ''}
    <cac:Contact><cbc:Name>${CONTACT.name}</cbc:Name><cbc:ElectronicMail>${CONTACT.email}</cbc:ElectronicMail></cac:Contact>
  </efac:Company></efac:Organization>`
}

function party(_: DraftBuyer, place: number): string {
  return `<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>${idOf(place)}</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>`
}
