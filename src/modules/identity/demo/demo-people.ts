import type { Role } from '#src/modules/identity/contract.ts'
import type { OrganisationKind } from '#src/modules/organisations/contract.ts'

/** Where a demo person works: a municipality, or another body by its name. */
export type DemoPlace =
  | { readonly kommunenummer: string }
  | { readonly name: string; readonly kind: OrganisationKind }

export type DemoPerson = {
  /** The name it signs in by; never changed, since it is in the databases of demonstrations. */
  readonly key: string
  readonly name: string
  readonly email: string
  /** Under which of them the page of people lists the person. */
  readonly role: Role
  /** Null for those who act for the platform. */
  readonly place: DemoPlace | null
  readonly roles: readonly Role[]
  /** In their own words, in bokmål. */
  readonly title: string
  /** Where else the person works, with the same roles. */
  readonly alsoAt?: DemoPlace
  /** There, but not among those one is offered to be. */
  readonly isUnlisted?: true
}

const ROYRVIK = { kommunenummer: '5043' }
const BODO = { kommunenummer: '1804' }
const BERGEN = { kommunenummer: '4601' }
const TINGVOLL = { kommunenummer: '1560' }
const AVEROY = { kommunenummer: '1554' }
const SUNNDAL = { kommunenummer: '1563' }
export const DEMO_COOPERATIVE = {
  name: 'Nordmøre Interkommunale Innkjøpssamarbeid (NII)',
  kind: 'purchasing-cooperative',
} as const

/** Every person is invented; the surnames are lakes, mountains and streams. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    key: 'ingrid',
    name: 'Ingrid Namsvatn',
    email: 'ingrid.namsvatn@royrvik.example',
    role: 'contributor',
    place: ROYRVIK,
    roles: ['contributor'],
    title: 'Innkjøper i halv stilling',
  },
  {
    key: 'jonas',
    name: 'Jonas Saltstraum',
    email: 'jonas.saltstraum@bodo.example',
    role: 'contributor',
    place: BODO,
    roles: ['contributor'],
    title: 'Prosjektleder i helse og omsorg',
  },
  {
    key: 'henrik',
    name: 'Henrik Svartisen',
    email: 'henrik.svartisen@nii.example',
    role: 'contributor',
    place: DEMO_COOPERATIVE,
    roles: ['contributor'],
    title: 'Innkjøpsrådgiver',
  },
  {
    key: 'mona',
    name: 'Mona Jostedal',
    email: 'mona.jostedal@averoy.example',
    role: 'contributor',
    place: AVEROY,
    alsoAt: TINGVOLL,
    roles: ['contributor'],
    title: 'Innkjøper som to kommuner deler',
  },
  {
    key: 'solveig',
    name: 'Solveig Børvatn',
    email: 'solveig.borvatn@bodo.example',
    role: 'coordinator',
    place: BODO,
    roles: ['coordinator'],
    title: 'Innkjøpssjef',
  },
  {
    key: 'odd',
    name: 'Odd Limingen',
    email: 'odd.limingen@royrvik.example',
    role: 'coordinator',
    place: ROYRVIK,
    roles: ['coordinator'],
    title: 'Kommunedirektør',
  },
  {
    key: 'turid',
    name: 'Turid Trollheim',
    email: 'turid.trollheim@tingvoll.example',
    role: 'coordinator',
    place: TINGVOLL,
    roles: ['coordinator'],
    title: 'Økonomisjef',
  },
  {
    key: 'anne',
    name: 'Anne Kvernes',
    email: 'anne.kvernes@averoy.example',
    role: 'coordinator',
    place: AVEROY,
    roles: ['coordinator'],
    title: 'Innkjøpsleder',
    isUnlisted: true,
  },
  {
    key: 'kjell',
    name: 'Kjell Driva',
    email: 'kjell.driva@sunndal.example',
    role: 'coordinator',
    place: SUNNDAL,
    roles: ['coordinator'],
    title: 'Kommunalsjef',
    isUnlisted: true,
  },
  {
    key: 'bente',
    name: 'Bente Ulriken',
    email: 'bente.ulriken@bergen.example',
    role: 'network-leader',
    place: BERGEN,
    roles: ['network-leader'],
    title: 'Leder for læringsnettverket i vest',
  },
  {
    key: 'rolf',
    name: 'Rolf Tryvann',
    email: 'rolf.tryvann@radgiver.example',
    role: 'adviser',
    place: { name: 'Leverandørutviklingsprogrammet (LUP)', kind: 'support-body' },
    roles: ['adviser'],
    title: 'Pådriver',
  },
  {
    key: 'petter',
    name: 'Petter Hestmann',
    email: 'petter.hestmann@konsulent.example',
    role: 'consultant',
    place: ROYRVIK,
    roles: ['consultant'],
    title: 'Innleid prosjektleder',
  },
  {
    key: 'amira',
    name: 'Amira Galdhø',
    email: 'amira.galdho@leverandor.example',
    role: 'supplier',
    place: { name: 'Oppdiktet Velferdsteknologi AS', kind: 'supplier' },
    roles: ['supplier'],
    title: 'Produktsjef',
  },
  {
    key: 'marit',
    name: 'Marit Snøhetta',
    email: 'marit.snohetta@konkurrent.example',
    role: 'supplier',
    place: { name: 'Påfunnet Sensor AS', kind: 'supplier' },
    roles: ['supplier'],
    title: 'Daglig leder',
  },
  {
    key: 'nina',
    name: 'Nina Blefjell',
    email: 'nina.blefjell@redaksjon.example',
    role: 'curator',
    place: null,
    roles: ['curator'],
    title: 'Redaktør for katalogen',
  },
  {
    key: 'sigrid',
    name: 'Sigrid Norefjell',
    email: 'sigrid.norefjell@drift.example',
    role: 'administrator',
    place: null,
    roles: ['administrator'],
    title: 'Drifter av plattformen',
  },
]

/** Whom the cooperative may act for, from when to when, and which demo coordinator gave the mandate. */
export const DEMO_MANDATES = [
  {
    principal: TINGVOLL,
    givenBy: 'turid',
    startsOn: '2024-01-01',
    endsOn: null,
    decision: 'Kommunestyret, PS 87/23',
  },
  {
    principal: AVEROY,
    givenBy: 'anne',
    startsOn: '2025-07-01',
    endsOn: '2029-06-30',
    decision: 'Kommunestyret, PS 41/25',
  },
  {
    principal: SUNNDAL,
    givenBy: 'kjell',
    startsOn: '2022-01-01',
    endsOn: '2030-12-31',
    decision: 'Formannskapet, PS 9/22',
  },
] as const

/** The issuer of demo people: a name that no provider in the world has, whatever port the program runs on. */
export const DEMO_ISSUER = 'http://demo.invalid/demo-innlogging/oidc'
