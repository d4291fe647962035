import { beginAdoption, listAdoptions, readCaseSpread, takeAdoptionStep } from './adoptions.ts'
import { listCases, readCase } from './cases.ts'
import { listDemands, readDemand } from './demands.ts'
import { listDocuments, readDocument } from './documents.ts'
import { changeDraft, listDrafts, publishOwnDraft, readDraft, submitOwnDraft } from './drafts.ts'
import type { Endpoint } from './endpoint.ts'
import { listGroups, readGroupOfNeed } from './groups.ts'
import { listJointProcurements, readJointProcurement } from './joint-procurements.ts'
import { listMunicipalities, readMunicipality } from './municipalities.ts'
import { beginNeed, listNeeds, readNeed } from './needs.ts'
import { listNotices, readNotice, readOriginal } from './notices.ts'
import { listOrganisations, readOrganisation } from './organisations.ts'
import { radar } from './radar.ts'
import { listRequirements, readRequirement } from './requirements.ts'
import { search } from './search.ts'
import { similarToCase, similarToNotice } from './similar.ts'
import { themesAsJson, themesAsTurtle } from './skos.ts'
import { startOwnDraft } from './start-draft.ts'
import { listStops, readStop } from './stops.ts'
import { suggest } from './suggest.ts'
import { listThemes, readTheme } from './themes.ts'

/** Everything the API answers, in the order of its documentation. */
export const endpoints: readonly Endpoint[] = [
  search,
  suggest,
  listCases,
  readCase,
  similarToCase,
  listAdoptions,
  readCaseSpread,
  beginAdoption,
  takeAdoptionStep,
  listNeeds,
  readNeed,
  beginNeed,
  readGroupOfNeed,
  listGroups,
  listDemands,
  readDemand,
  listJointProcurements,
  readJointProcurement,
  listNotices,
  readNotice,
  readOriginal,
  similarToNotice,
  listRequirements,
  readRequirement,
  listStops,
  readStop,
  radar,
  listDocuments,
  readDocument,
  listOrganisations,
  readOrganisation,
  listMunicipalities,
  readMunicipality,
  listThemes,
  readTheme,
  themesAsTurtle,
  themesAsJson,
  listDrafts,
  startOwnDraft,
  readDraft,
  changeDraft,
  submitOwnDraft,
  publishOwnDraft,
]
