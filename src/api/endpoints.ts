import { listCases, readCase } from './cases.ts'
import type { Endpoint } from './endpoint.ts'
import { listMunicipalities, readMunicipality } from './municipalities.ts'
import { listNotices, readNotice, readOriginal } from './notices.ts'
import { listOrganisations, readOrganisation } from './organisations.ts'
import { search } from './search.ts'
import { listThemes } from './themes.ts'

/** Everything the API answers, in the order of its documentation. */
export const endpoints: readonly Endpoint[] = [
  search,
  listCases,
  readCase,
  listNotices,
  readNotice,
  readOriginal,
  listOrganisations,
  readOrganisation,
  listMunicipalities,
  readMunicipality,
  listThemes,
]
