import type { OrganisationKind } from './contract.ts'
import { tidyName } from './organisation-name.ts'
import { readPublicNames } from './public-name.ts'

/** A sign in a name, the surest first: a municipal enterprise is named «kommune» too, so its letters come before. */
const SIGNS: readonly (readonly [OrganisationKind, RegExp])[] = [
  ['municipal-enterprise', word('KF|FKF|kommunalt foretak|kommunalt føretak')],
  ['intermunicipal-company', word('IKS|interkommunalt selskap')],
  [
    'hospital-trust',
    word(
      'HF|RHF|helseforetak|helseføretak|sykehusinnkjøp|sjukehusinnkjøp|helse (?:vest|nord|midt-norge|sør-øst|bergen|førde|fonna|stavanger)',
    ),
  ],
  ['hospital-trust', /(?<!\p{L})(?:universitets)?(?:sykehus|sjukehus)(?:et)?(?!\p{L})|olavs hospital/iu],
  [
    'purchasing-cooperative',
    /innkjøpssamarbeid|innkjøpssentral|fellesinnkjøp|innkjøpsordning|innkjøpsring/iu,
  ],
  ['task-community', /oppgavefellesskap|oppgåvefellesskap/iu],
  ['regional-council', /regionråd|interkommunalt politisk råd|(?<!\p{L})IPR(?!\p{L})/iu],
  ['digital-network', /^digi ?(?:viken|nordland|tro|rogaland|tv|møre|vestland|innlandet|agder)/iu],
]

const STATE =
  /direktorat|\p{L}{4}departement|tingrett|lagmannsrett|klagenemnd|statsforvalter|fylkesmannen|universitet|høgskol|høyskol|politi|forsvar|statens|statsbygg|tilsynet|(?<!\p{L})(?:nav|arbeids- og velferdsetaten|tolletaten|skatteetaten|riksantikvaren|kystverket|arkivverket|stortinget|nasjonalbiblioteket|kriminalomsorgen|domstoladministrasjonen|jernbanedirektoratet|forskningsrådet|ntnu|nmbu)(?!\p{L})/iu

const COMPANY = word(
  'AS|A/S|ASA|SA|ANS|DA|ENK|NUF|BA|AB|ApS|Oyj?|GmbH|Ltd|Limited|Inc|LLC|LLP|PLC|B\\.?V|N\\.?V|S\\.?A|SE|SARL|S\\.?r\\.?l|S\\.?p\\.?A|AG|KG|Corp(?:oration)?',
)

/** What an eForms buyer says of itself (BT-11), where the name says nothing. */
const KIND_BY_LEGAL_TYPE: Readonly<Record<string, OrganisationKind>> = {
  cga: 'state',
  'def-cont': 'state',
  'body-pl-cga': 'state',
  'pub-undert-cga': 'public-company',
  'pub-undert': 'public-company',
  'pub-undert-la': 'public-company',
  'pub-undert-ra': 'public-company',
  'spec-rights-entity': 'public-company',
}

/**
 * The kind of an organisation, guessed from its name and, for a buyer, its `buyer-legal-type` (BT-11).
 *
 * The name is asked first, since the code is often wrong: «body-pl» is written by everybody. A company is a supplier
 * unless it is met as a buyer, which is what having a legal type means.
 */
export function organisationKind(described: {
  readonly name: string
  readonly legalType?: string | null | undefined
}): OrganisationKind {
  const name = tidyName(described.name)
  const sign = SIGNS.find(([, pattern]) => pattern.test(name))
  if (sign) return sign[0]
  const level = readPublicNames(name)[0]?.level
  if (level === 'municipality' || level === 'county') return level
  const isBuyer = Boolean(described.legalType)
  if (COMPANY.test(name)) return isBuyer ? 'public-company' : 'supplier'
  if (STATE.test(name)) return 'state'
  return KIND_BY_LEGAL_TYPE[described.legalType ?? ''] ?? 'other'
}

function word(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'iu')
}
