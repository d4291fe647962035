/** What tells one made-up notice from another. */
export type NoticeXml = {
  readonly id: string
  readonly version?: string
  readonly title?: string
  readonly publishedOn?: string
  /** Bergen where nothing is said; without a number, none is written. */
  readonly buyer?: { readonly name: string; readonly number?: string }
  /** In the file only: a comment makes other bytes of the same notice. */
  readonly comment?: string
}

/** The person who stands in every made-up notice, and in no answer. */
export const CONTACT = { name: 'Kari Nordmann', email: 'kari.nordmann@example.no', phone: '+47 99 88 77 66' }

/** A notice of a competition by Bergen with one lot, written from the documented structure of eForms. */
export function noticeXml({
  id,
  version = '01',
  title = 'Trygghetsalarmer',
  publishedOn,
  buyer = { name: 'Bergen kommune', number: '964338531' },
  comment = '',
}: NoticeXml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
  xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"
  xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1"
  xmlns:efbc="http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1"
  xmlns:efext="http://data.europa.eu/p27/eforms-ubl-extensions/1">
  <!-- ${comment} -->
  <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
    <efac:NoticeSubType><cbc:SubTypeCode listName="notice-subtype">16</cbc:SubTypeCode></efac:NoticeSubType>
    <efac:Organizations><efac:Organization><efac:Company>
      <cac:PartyIdentification><cbc:ID schemeName="organization">ORG-0001</cbc:ID></cac:PartyIdentification>
      <cac:PartyName><cbc:Name languageID="NOB">${buyer.name}</cbc:Name></cac:PartyName>
      <cac:PostalAddress><cbc:CityName>Bergen</cbc:CityName><cac:Country><cbc:IdentificationCode>NOR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
      ${buyer.number ? `<cac:PartyLegalEntity><cbc:CompanyID>${buyer.number}</cbc:CompanyID></cac:PartyLegalEntity>` : ''}
      <cac:Contact><cbc:Name>${CONTACT.name}</cbc:Name><cbc:Telephone>${CONTACT.phone}</cbc:Telephone><cbc:ElectronicMail>${CONTACT.email}</cbc:ElectronicMail></cac:Contact>
    </efac:Company></efac:Organization></efac:Organizations>
    ${publishedOn ? `<efac:Publication><efbc:NoticePublicationID schemeName="ojs-notice-id">00123456-2026</efbc:NoticePublicationID><efbc:PublicationDate>${publishedOn}</efbc:PublicationDate></efac:Publication>` : ''}
  </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
  <cbc:ID schemeName="notice-id">${id}</cbc:ID>
  <cbc:ContractFolderID>7f3c9a10-0000-4000-8000-00000000f01d</cbc:ContractFolderID>
  <cbc:IssueDate>2026-10-01+02:00</cbc:IssueDate>
  <cbc:IssueTime>12:00:00+02:00</cbc:IssueTime>
  <cbc:VersionID>${version}</cbc:VersionID>
  <cbc:NoticeTypeCode listName="competition">cn-standard</cbc:NoticeTypeCode>
  <cbc:NoticeLanguageCode>NOB</cbc:NoticeLanguageCode>
  <cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>
  <cac:TenderingProcess><cbc:ProcedureCode listName="procurement-procedure-type">open</cbc:ProcedureCode></cac:TenderingProcess>
  <cac:ProcurementProject>
    <cbc:Name languageID="NOB">${title}</cbc:Name>
    <cbc:Description languageID="NOB">Varsling for hjemmeboende som trenger hjelp</cbc:Description>
    <cbc:ProcurementTypeCode listName="contract-nature">supplies</cbc:ProcurementTypeCode>
    <cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID="NOK">1250000.00</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>
    <cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv">35121700</cbc:ItemClassificationCode></cac:MainCommodityClassification>
    <cac:RealizedLocation><cac:Address><cbc:CountrySubentityCode listName="nuts">NO0A2</cbc:CountrySubentityCode></cac:Address></cac:RealizedLocation>
  </cac:ProcurementProject>
  <cac:ProcurementProjectLot>
    <cbc:ID schemeName="Lot">LOT-0001</cbc:ID>
    <cac:TenderingTerms>
      <cbc:VariantConstraintCode listName="permission">allowed</cbc:VariantConstraintCode>
      <cac:AwardingTerms><cac:AwardingCriterion><cac:SubordinateAwardingCriterion>
        <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension><efac:AwardCriterionParameter>
          <efbc:ParameterCode listName="number-weight">per-exa</efbc:ParameterCode><efbc:ParameterNumeric>60</efbc:ParameterNumeric>
        </efac:AwardCriterionParameter></efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
        <cbc:AwardingCriterionTypeCode listName="award-criterion-type">quality</cbc:AwardingCriterionTypeCode>
        <cbc:Name languageID="NOB">Nytte for brukeren</cbc:Name>
        <cbc:Description languageID="NOB">Hvor raskt hjelpen kommer</cbc:Description>
      </cac:SubordinateAwardingCriterion></cac:AwardingCriterion></cac:AwardingTerms>
    </cac:TenderingTerms>
    <cac:TenderingProcess>
      <cac:TenderSubmissionDeadlinePeriod><cbc:EndDate>2026-12-01+01:00</cbc:EndDate><cbc:EndTime>12:00:00+01:00</cbc:EndTime></cac:TenderSubmissionDeadlinePeriod>
      <cac:ContractingSystem><cbc:ContractingSystemTypeCode listName="framework-agreement">none</cbc:ContractingSystemTypeCode></cac:ContractingSystem>
    </cac:TenderingProcess>
    <cac:ProcurementProject>
      <cbc:ID schemeName="InternalID">1</cbc:ID>
      <cbc:Name languageID="NOB">Alarmer med mottak</cbc:Name>
      <cbc:Description languageID="NOB">Alarm, mottak og utrykning</cbc:Description>
      <cac:ProcurementAdditionalType><cbc:ProcurementTypeCode listName="strategic-procurement">inn-pur</cbc:ProcurementTypeCode></cac:ProcurementAdditionalType>
      <cac:ProcurementAdditionalType><cbc:ProcurementTypeCode listName="innovative-acquisition">prod-innov</cbc:ProcurementTypeCode></cac:ProcurementAdditionalType>
      <cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv">35121700</cbc:ItemClassificationCode></cac:MainCommodityClassification>
      <cac:PlannedPeriod><cbc:DurationMeasure unitCode="MONTH">48</cbc:DurationMeasure></cac:PlannedPeriod>
    </cac:ProcurementProject>
  </cac:ProcurementProjectLot>
</ContractNotice>
`
}
