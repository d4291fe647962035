/**
 * The rules of the OCDS 1.1 release schema, with those of the extensions we use, for the fields that we write. A field
 * that is not here is none that we should write.
 */
export type FieldRule =
  | 'text'
  | 'number'
  | 'integer'
  | 'flag'
  | 'instant'
  | 'address'
  | { readonly code: readonly string[] }
  | { readonly object: string }
  | { readonly list: 'text' | { readonly code: readonly string[] } | { readonly object: string } }

export type ObjectRule = {
  readonly required: readonly string[]
  readonly fields: Readonly<Record<string, FieldRule>>
}

const one = (object: string) => ({ object })
const many = (object: string) => ({ list: { object } })
const code = (values: string) => ({ code: values.split(' ') })
const texts = { list: 'text' } as const
const rule = (required: string, fields: ObjectRule['fields']): ObjectRule => ({
  required: required === '' ? [] : required.split(' '),
  fields,
})

const TAGS =
  'planning planningUpdate tender tenderAmendment tenderUpdate tenderCancellation award awardUpdate awardCancellation ' +
  'contract contractUpdate contractAmendment implementation implementationUpdate contractTermination compiled'
const TENDER_STATUS = code('planning planned active cancelled unsuccessful complete withdrawn')
const CATEGORY = code('goods works services')

export const RELEASE_SCHEMA: Readonly<Record<string, ObjectRule>> = {
  Package: rule('uri version publishedDate publisher releases', {
    uri: 'address',
    version: code('1.1'),
    publishedDate: 'instant',
    publisher: one('Publisher'),
    license: 'address',
    publicationPolicy: 'address',
    extensions: texts,
    releases: many('Release'),
  }),
  Publisher: rule('name', { name: 'text', uri: 'address', scheme: 'text', uid: 'text' }),
  Release: rule('ocid id date tag initiationType', {
    ocid: 'text',
    id: 'text',
    date: 'instant',
    tag: { list: code(TAGS) },
    initiationType: code('tender'),
    language: 'text',
    parties: many('Party'),
    buyer: one('Reference'),
    tender: one('Tender'),
    bids: one('Bids'),
    awards: many('Award'),
    contracts: many('Contract'),
    relatedProcesses: many('RelatedProcess'),
  }),
  Party: rule('id name roles', {
    id: 'text',
    name: 'text',
    identifier: one('Identifier'),
    address: one('Address'),
    roles: texts,
    details: one('PartyDetails'),
  }),
  PartyDetails: rule('', { classifications: many('Classification') }),
  Reference: rule('id name', { id: 'text', name: 'text' }),
  Identifier: rule('scheme id', { scheme: 'text', id: 'text', legalName: 'text' }),
  Address: rule('', { locality: 'text', region: 'text', countryName: 'text' }),
  Classification: rule('scheme id', { scheme: 'text', id: 'text', description: 'text' }),
  Value: rule('amount currency', { amount: 'number', currency: 'text' }),
  Period: rule('', { startDate: 'instant', endDate: 'instant', durationInDays: 'integer' }),
  Document: rule('id', { id: 'text', documentType: 'text', title: 'text', url: 'address' }),
  Amendment: rule('id', { id: 'text', rationale: 'text', description: 'text' }),
  Tender: rule('id', {
    id: 'text',
    title: 'text',
    description: 'text',
    status: TENDER_STATUS,
    procuringEntity: one('Reference'),
    value: one('Value'),
    procurementMethod: code('open selective limited direct'),
    procurementMethodDetails: 'text',
    procurementMethodRationale: 'text',
    mainProcurementCategory: CATEGORY,
    tenderPeriod: one('Period'),
    contractPeriod: one('Period'),
    communication: one('Communication'),
    items: many('Item'),
    lots: many('Lot'),
    lotGroups: many('LotGroup'),
    documents: many('Document'),
    amendments: many('Amendment'),
  }),
  Communication: rule('', { futureNoticeDate: 'instant' }),
  Item: rule('id', {
    id: 'text',
    description: 'text',
    classification: one('Classification'),
    additionalClassifications: { list: { object: 'Classification' } },
    relatedLot: 'text',
    deliveryAddresses: { list: { object: 'Address' } },
  }),
  Lot: rule('id', {
    id: 'text',
    title: 'text',
    description: 'text',
    status: TENDER_STATUS,
    value: one('Value'),
    mainProcurementCategory: CATEGORY,
    contractPeriod: one('Period'),
    tenderPeriod: one('Period'),
    enquiryPeriod: one('Period'),
    hasSustainability: 'flag',
    sustainability: many('Sustainability'),
    hasOptions: 'flag',
    options: one('Options'),
    hasRenewal: 'flag',
    renewal: one('Renewal'),
    awardCriteria: one('AwardCriteria'),
    selectionCriteria: one('SelectionCriteria'),
    submissionTerms: one('SubmissionTerms'),
    techniques: one('Techniques'),
    documents: many('Document'),
  }),
  LotGroup: rule('id', { id: 'text', relatedLots: texts, maximumValue: one('Value') }),
  Sustainability: rule('goal', {
    goal: 'text',
    strategies: {
      list: code('awardCriteria contractPerformanceConditions selectionCriteria technicalSpecifications'),
    },
  }),
  Options: rule('', { description: 'text' }),
  Renewal: rule('', { maximumRenewals: 'integer', description: 'text' }),
  AwardCriteria: rule('', { criteria: many('AwardCriterion') }),
  AwardCriterion: rule('', {
    type: 'text',
    name: 'text',
    description: 'text',
    numbers: many('CriterionNumber'),
  }),
  CriterionNumber: rule('number', { number: 'number', weight: 'text', fixed: 'text', threshold: 'text' }),
  SelectionCriteria: rule('', { criteria: many('SelectionCriterion') }),
  SelectionCriterion: rule('', { type: 'text', name: 'text', description: 'text' }),
  SubmissionTerms: rule('', { variantPolicy: code('required allowed notAllowed') }),
  Techniques: rule('', { hasFrameworkAgreement: 'flag', frameworkAgreement: one('FrameworkAgreement') }),
  FrameworkAgreement: rule('', {
    method: code('withReopeningCompetition withoutReopeningCompetition withAndWithoutReopeningCompetition'),
    value: one('Value'),
    buyerCategories: 'text',
  }),
  Bids: rule('', { statistics: many('BidsStatistic') }),
  BidsStatistic: rule('id measure value', {
    id: 'text',
    measure: 'text',
    value: 'number',
    relatedLot: 'text',
  }),
  Award: rule('id', {
    id: 'text',
    status: code('pending active cancelled unsuccessful'),
    date: 'instant',
    value: one('Value'),
    suppliers: many('Reference'),
    relatedLots: texts,
  }),
  Contract: rule('id awardID', {
    id: 'text',
    awardID: 'text',
    status: code('pending active cancelled terminated'),
    dateSigned: 'instant',
  }),
  RelatedProcess: rule('id', { id: 'text', relationship: texts, scheme: 'text', identifier: 'text' }),
}
