/**
 * Every organisation the program knows: the municipalities and counties of today with the facts they are compared
 * by, the older numbers and names that lead to them, cooperatives and other joint bodies with whom they act for,
 * state bodies, enterprises and suppliers.
 *
 * Public bodies are few and looked up all the time, so they are read into a `Register` once and asked there;
 * suppliers are many and are asked for in the database.
 */
export { buysFor, hostedBy, membershipsDigest, namesBody } from './buys-for.ts'
export { ensureOrganisation, type NewOrganisation } from './ensure-organisation.ts'
export { findOrganisation, type OrganisationDescription } from './find-organisation.ts'
export type { JointBody, JointBodyMember } from './joint-body.ts'
export { type LikeMunicipality, type LikenessReason, municipalitiesLike } from './likeness.ts'
export {
  type County,
  type FormerCounty,
  type FormerMunicipality,
  type Municipality,
  population,
} from './municipality.ts'
export {
  type CountyPage,
  cooperationsOf,
  countyPage,
  type JointBodyMembership,
  type MunicipalityPage,
  municipalityPage,
} from './municipality-page.ts'
export {
  type NearOrganisation,
  nameLikeness,
  namesakes,
  nearestOrganisations,
} from './nearest-organisations.ts'
export { kilometresBetween, type Neighbour, neighbours } from './neighbours.ts'
export { type CleanedNumber, cleanOrganisasjonsnummer, isOrganisasjonsnummer } from './organisasjonsnummer.ts'
export type { Organisation, OtherName } from './organisation.ts'
export { organisationKind } from './organisation-kind.ts'
export { nameKey } from './organisation-name.ts'
export {
  findOrganisationById,
  listOrganisations,
  type OrganisationFilter,
  type OrganisationList,
  organisationsByIds,
  suppliersBeginning,
} from './organisations-repository.ts'
export { readRegister } from './read-register.ts'
export {
  counties,
  county,
  currentCounties,
  currentMunicipalities,
  currentMunicipality,
  formerMunicipality,
  municipalities,
  municipality,
  organisation,
  type Register,
} from './register.ts'
export { type SeedReport, seedOrganisations } from './seed-organisations.ts'
export { isSmallDistrict, SMALL_DISTRICT_RULES, type SmallDistrictRule } from './small-district.ts'
