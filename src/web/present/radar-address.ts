import { CIRCLES, type Circle, RADAR_MONTHS, type RadarQuestion } from '#src/modules/needs/contract.ts'
import { county, currentMunicipality, type Register } from '#src/modules/organisations/index.ts'
import { theme } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import { address } from '#src/web/paths.ts'

export const RADAR_VIEWS = ['list', 'wheel', 'theme'] as const
export type RadarView = (typeof RADAR_VIEWS)[number]

/** What stands in the address, which is kept and shared; the same in every language. */
export const CIRCLE_WORDS = {
  around: 'rundt',
  like: 'lik',
  cooperation: 'samarbeid',
  county: 'fylke',
  all: 'alle',
} as const satisfies Record<Circle, string>
const VIEW_WORDS = { list: 'liste', wheel: 'hjul', theme: 'tema' } as const satisfies Record<
  RadarView,
  string
>

/** What was asked for and could not be answered: a number nobody has, or a circle around nobody. */
export type RadarMisfit = 'unknownMunicipality' | 'choosePlace'

export type AskedRadar = RadarQuestion & {
  readonly view: RadarView
  readonly page: number
  /** Only this group, by its key, and then all of it. */
  readonly what: string | null
  readonly misfit: RadarMisfit | null
}

type Known = {
  readonly register: Register /** Whose radar it is where none is asked for. */
  readonly home: string | null
}

/** Reads an address that may be old or mistyped: what cannot be used falls back, and what matters of it is told. */
export function readRadarAddress(url: URL, { register, home }: Known): AskedRadar {
  const given = (name: string) => url.searchParams.get(name)?.trim() ?? ''
  const written = url.searchParams.has('kommune') ? given('kommune') : given('fylke') ? '' : (home ?? '')
  const own = currentMunicipality(register, written)
  const fylkesnummer = own?.fylkesnummer ?? county(register, given('fylke'))?.fylkesnummer ?? null
  const asked = CIRCLES.find((one) => CIRCLE_WORDS[one] === given('krets')) ?? null
  const months = RADAR_MONTHS.find((one) => String(one) === given('mnd')) ?? RADAR_MONTHS[0]
  const circle = asked ?? (own ? 'around' : fylkesnummer ? 'county' : 'all')
  const isPossible = circle === 'all' || own !== null || (circle === 'county' && fylkesnummer !== null)
  return {
    kommunenummer: own?.kommunenummer ?? null,
    fylkesnummer,
    circle: isPossible ? circle : 'all',
    theme: theme(given('tema'))?.id ?? null,
    from: /^20\d{2}-(0[1-9]|1[0-2])$/.test(given('fra')) ? given('fra') : null,
    months,
    view: RADAR_VIEWS.find((one) => VIEW_WORDS[one] === given('visning')) ?? 'list',
    page: /^[1-9]\d{0,3}$/.test(given('side')) ? Number(given('side')) : 1,
    what: /^[a-z0-9-]{1,80}$/.test(given('hva')) ? given('hva') : null,
    misfit: written !== '' && !own ? 'unknownMunicipality' : isPossible ? null : 'choosePlace',
  }
}

type Shown = Partial<Pick<AskedRadar, 'view' | 'page' | 'what'>> & RadarQuestion

/** The parameters that stand for what is asked for; what nobody need say is left out. */
export function radarQuery(asked: Shown): string {
  const { kommunenummer, fylkesnummer, circle, theme, from, months, view = 'list', page = 1, what } = asked
  const all = {
    kommune: kommunenummer ?? '',
    fylke: circle === 'county' && kommunenummer === null ? (fylkesnummer ?? '') : '',
    krets: CIRCLE_WORDS[circle],
    tema: theme ?? '',
    fra: from ?? '',
    mnd: months === RADAR_MONTHS[0] ? '' : String(months),
    visning: view === 'list' ? '' : VIEW_WORDS[view],
    hva: what ?? '',
    side: page === 1 ? '' : String(page),
  }
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value !== '')).toString()
}

export function radarAddress(language: Language, asked: Shown): string {
  return `${address(language, 'radar')}?${radarQuery(asked)}`
}

type RadarFile = 'radarFeed' | 'radarCalendar'

/** The same as it is asked for here, to be followed elsewhere: always from the month that has come. */
export function radarFileAddress(language: Language, file: RadarFile, asked: RadarQuestion): string {
  return `${address(language, file)}?${radarQuery({ ...asked, from: null })}`
}

type Begun =
  | { readonly notice: string; readonly lot: string | null }
  /** Another's need that is ours too. */
  | { readonly need: string }

/** Where a need begins from what somebody else must buy; a lot only where the notice has it as one. */
export function newNeedAddress(language: Language, from: Begun): string {
  const told =
    'need' in from
      ? { behov: from.need }
      : { kunngjoring: from.notice, ...(from.lot !== null && { del: from.lot }) }
  return `${address(language, 'needNew')}?${new URLSearchParams(told)}`
}
