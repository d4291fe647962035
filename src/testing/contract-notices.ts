const SPACES = `xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
  xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"
  xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1"
  xmlns:efbc="http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1"
  xmlns:efext="http://data.europa.eu/p27/eforms-ubl-extensions/1"`

type Buyer = { readonly name: string; readonly number: string | null }

type Common = {
  readonly id: string
  readonly procedure?: string
  readonly title: string
  readonly cpv: string
  readonly buyers: readonly Buyer[]
  readonly publishedOn: string
}

/** A contract that has been made, with one lot; without `endsOn` nobody is told how long it lasts. */
export type ContractNotice = Common & {
  readonly endsOn?: string
  readonly renewals?: { readonly maximum: number; readonly each: string }
  readonly options?: string
  readonly supplier?: string
  /** A notice of a modified contract instead of a result. */
  readonly isModified?: boolean
}

/** A made-up result, written from the documented structure of eForms. */
export function contractNoticeXml(notice: ContractNotice): string {
  const { isModified = false, endsOn, renewals, options, supplier = 'Fjordens Drift AS' } = notice
  return document('ContractAwardNotice', notice, {
    subtype: isModified ? '38' : '29',
    type: isModified ? ['cont-modif', 'can-modif'] : ['result', 'can-standard'],
    results: `<efac:NoticeResult>
      <efac:LotResult><cbc:ID>RES-0001</cbc:ID><cbc:TenderResultCode>selec-w</cbc:TenderResultCode>
        <efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender><efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotResult>
      <efac:LotTender><cbc:ID>TEN-0001</cbc:ID><efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID></efac:TenderingParty></efac:LotTender>
      <efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID><efac:Tenderer><cbc:ID>ORG-9000</cbc:ID></efac:Tenderer></efac:TenderingParty>
    </efac:NoticeResult>`,
    organisations: organisation('ORG-9000', { name: supplier, number: null }),
    lot: `<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">LOT-0001</cbc:ID><cac:ProcurementProject>
      <cbc:Name languageID="NOB">${notice.title}</cbc:Name>
      ${codeOf(notice.cpv)}
      ${endsOn ? `<cac:PlannedPeriod><cbc:StartDate>2023-01-01Z</cbc:StartDate><cbc:EndDate>${endsOn}Z</cbc:EndDate></cac:PlannedPeriod>` : ''}
      ${
        renewals || options
          ? `<cac:ContractExtension>
        ${options ? `<cbc:OptionsDescription languageID="NOB">${options}</cbc:OptionsDescription>` : ''}
        ${renewals ? `<cbc:MaximumNumberNumeric>${renewals.maximum}</cbc:MaximumNumberNumeric><cac:Renewal><cac:Period><cbc:Description languageID="NOB">${renewals.each}</cbc:Description></cac:Period></cac:Renewal>` : ''}
      </cac:ContractExtension>`
          : ''
      }
    </cac:ProcurementProject></cac:ProcurementProjectLot>`,
  })
}

export type PlanningNotice = Common & {
  readonly plannedOn?: string
  readonly parts?: readonly { readonly title: string; readonly cpv: string }[]
}

/** A made-up prior information notice. */
export function planningNoticeXml(notice: PlanningNotice): string {
  const parts = (notice.parts ?? []).map(
    (
      { title, cpv },
      place,
    ) => `<cac:ProcurementProjectLot><cbc:ID schemeName="Part">PAR-000${place + 1}</cbc:ID>
      <cac:ProcurementProject><cbc:Name languageID="NOB">${title}</cbc:Name>${codeOf(cpv)}</cac:ProcurementProject>
    </cac:ProcurementProjectLot>`,
  )
  return document('PriorInformationNotice', notice, {
    subtype: '4',
    type: ['planning', 'pin-only'],
    lot: parts.join('\n'),
    planned: notice.plannedOn ? `<cbc:PlannedDate>${notice.plannedOn}Z</cbc:PlannedDate>` : '',
  })
}

type Parts = {
  readonly subtype: string
  readonly type: readonly [string, string]
  readonly lot: string
  readonly results?: string
  readonly organisations?: string
  readonly planned?: string
}

function document(root: string, notice: Common, parts: Parts): string {
  const { subtype, type, lot, results = '', organisations = '', planned = '' } = parts
  const ids = notice.buyers.map((_, place) => `ORG-000${place + 1}`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" ${SPACES}>
  <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
    ${results}
    <efac:NoticeSubType><cbc:SubTypeCode listName="notice-subtype">${subtype}</cbc:SubTypeCode></efac:NoticeSubType>
    <efac:Organizations>
      ${notice.buyers.map((buyer, place) => organisation(ids[place] ?? '', buyer)).join('\n')}
      ${organisations}
    </efac:Organizations>
    <efac:Publication><efbc:PublicationDate>${notice.publishedOn}Z</efbc:PublicationDate></efac:Publication>
  </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
  <cbc:ID schemeName="notice-id">${notice.id}</cbc:ID>
  <cbc:ContractFolderID>${notice.procedure ?? notice.id}</cbc:ContractFolderID>
  <cbc:IssueDate>${notice.publishedOn}Z</cbc:IssueDate>
  <cbc:IssueTime>08:00:00Z</cbc:IssueTime>
  <cbc:VersionID>01</cbc:VersionID>
  ${planned}
  <cbc:NoticeTypeCode listName="${type[0]}">${type[1]}</cbc:NoticeTypeCode>
  <cbc:NoticeLanguageCode>NOB</cbc:NoticeLanguageCode>
  ${ids.map((id) => `<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>${id}</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>`).join('\n')}
  <cac:ProcurementProject><cbc:Name languageID="NOB">${notice.title}</cbc:Name>${codeOf(notice.cpv)}</cac:ProcurementProject>
  ${lot}
</${root}>
`
}

function organisation(id: string, { name, number }: Buyer): string {
  return `<efac:Organization><efac:Company>
    <cac:PartyIdentification><cbc:ID schemeName="organization">${id}</cbc:ID></cac:PartyIdentification>
    <cac:PartyName><cbc:Name languageID="NOB">${name}</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cac:Country><cbc:IdentificationCode>NOR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    ${number ? `<cac:PartyLegalEntity><cbc:CompanyID>${number}</cbc:CompanyID></cac:PartyLegalEntity>` : ''}
  </efac:Company></efac:Organization>`
}

function codeOf(cpv: string): string {
  return `<cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv">${cpv}</cbc:ItemClassificationCode></cac:MainCommodityClassification>`
}
