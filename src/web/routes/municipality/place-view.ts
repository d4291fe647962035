import { isMessageKey, type Messages } from '#src/messages/index.ts'
import type { ComingContractEnd } from '#src/modules/notices/index.ts'
import type {
  JointBodyMembership,
  LikeMunicipality,
  Municipality,
  MunicipalityPage,
} from '#src/modules/organisations/index.ts'
import { population, SMALL_DISTRICT_RULES } from '#src/modules/organisations/index.ts'
import { compareNames } from '#src/platform/compare-names.ts'
import type { Language } from '#src/platform/language.ts'
import { address } from '#src/web/paths.ts'

export type PlaceLink = { readonly name: string; readonly href: string; readonly note: string }
export type JointBodyView = {
  readonly name: string
  readonly kind: string
  readonly notes: readonly string[]
  readonly sourceUrl: string | null
}

export function placeView(page: MunicipalityPage, messages: Messages) {
  const { municipality: one, county } = page
  const { t, number, language } = messages
  const [newest] = one.populations
  return {
    name: one.name,
    title: t('place.title', { name: one.name }),
    population: newest ?? { year: 0, count: 0 },
    county: { text: county.name, href: address(language, 'county', { number: county.fylkesnummer }) },
    alsoCalled: one.otherNames.filter(({ kind }) => kind === 'parallel').map(({ name }) => name),
    kommunenummer: one.kommunenummer,
    organisasjonsnummer: one.organisasjonsnummer,
    centralityClass: one.centralityClass,
    kostraGroup: one.kostraGroup,
    languageForm: one.languageForm,
    sami: one.samiAdministrativeArea,
    smallDistrict: page.isSmallDistrict ? smallDistrictRule(messages) : null,
    neighbours: page.neighbours.map(({ municipality, kilometres }) =>
      placeLink(municipality, t('place.neighbours.km', { count: number(Math.round(kilometres)) }), language),
    ),
    like: page.like.map((like) => placeLink(like.municipality, likenessText(like, messages), language)),
    jointBodies: page.jointBodies.map((membership) => jointBodyView(membership, messages)),
  }
}
export type PlaceView = ReturnType<typeof placeView>

function placeLink({ name, kommunenummer }: Municipality, note: string, language: Language): PlaceLink {
  return { name, href: address(language, 'municipality', { number: kommunenummer }), note }
}

function smallDistrictRule({ t }: Messages): string {
  const key = SMALL_DISTRICT_RULES[0].text
  return t('place.smallDistrict.yes', { rule: isMessageKey(key) ? t(key) : '' })
}

function likenessText({ municipality, reasons }: LikeMunicipality, { t, number }: Messages): string {
  const size = t('place.like.population', { count: number(population(municipality)) })
  const others = reasons
    .filter(({ kind }) => kind !== 'population')
    .map(({ kind }) => t(`place.like.${kind}`))
  return [size, ...others].join(', ')
}

function jointBodyView({ body, membership }: JointBodyMembership, { t }: Messages): JointBodyView {
  return {
    name: body.name,
    kind: t(`organisations.kind.${body.kind}`),
    notes: [
      membership.isHost ? t('place.bodies.host') : null,
      membership.asOfYear ? t('place.bodies.asOf', { year: `${membership.asOfYear}` }) : null,
      body.endedYear ? t('place.bodies.ended', { year: `${body.endedYear}` }) : null,
    ].filter((note) => note !== null),
    sourceUrl: body.sourceUrl,
  }
}

export type ContractEndView = {
  readonly title: string
  readonly language: string
  readonly href: string
  readonly buyers: readonly string[]
  readonly suppliers: readonly string[]
  readonly endsOn: string
  readonly latestEndsOn: string | null
  readonly mayBeExtended: boolean
  /** Those here whom it was bought for without naming them. */
  readonly unnamed: readonly string[]
  /** Whether the length was told by the competition and not by the result. */
  readonly fromCompetition: boolean
}

export function contractEndViews(
  ends: readonly ComingContractEnd[],
  language: Language,
  near: readonly string[],
): readonly ContractEndView[] {
  return ends.map((end) => ({
    title: end.lotTitle || end.noticeTitle,
    language: end.language,
    href: address(language, 'notice', { id: end.notice }),
    buyers: end.buyers.map(({ name, municipality }) => municipality?.name ?? name),
    suppliers: end.suppliers,
    endsOn: end.endsOn,
    latestEndsOn: end.latestEndsOn,
    mayBeExtended: (end.renewals ?? 0) > 0 || end.options !== null,
    unnamed: unnamedOf(end, near),
    fromCompetition: end.durationFrom !== null,
  }))
}

function unnamedOf({ boughtFor }: ComingContractEnd, near: readonly string[]): readonly string[] {
  return boughtFor
    .flatMap(({ principals }) => principals)
    .flatMap(({ municipality }) =>
      municipality && near.includes(municipality.number) ? municipality.name : [],
    )
    .toSorted(compareNames)
}
