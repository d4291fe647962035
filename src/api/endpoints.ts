import { beginAdoption, listAdoptions, readCaseSpread, takeAdoptionStep } from './adoptions.ts'
import { listCases, readCase } from './cases.ts'
import { changeDraft, listDrafts, publishOwnDraft, readDraft, submitOwnDraft } from './drafts.ts'
import type { Endpoint } from './endpoint.ts'
import { listMunicipalities, readMunicipality } from './municipalities.ts'
import { listNotices, readNotice, readOriginal } from './notices.ts'
import { listOrganisations, readOrganisation } from './organisations.ts'
import { search } from './search.ts'
import { similarToCase, similarToNotice } from './similar.ts'
import { themesAsJson, themesAsTurtle } from './skos.ts'
import { startOwnDraft } from './start-draft.ts'
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
  listNotices,
  readNotice,
  readOriginal,
  similarToNotice,
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
