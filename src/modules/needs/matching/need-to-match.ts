/** A need as the matching sees it: what decides whether municipalities can buy together, and nothing of where it is stored. */
export type NeedToMatch = {
  readonly id: string
  readonly municipality: MunicipalityToMatch
  readonly title: string
  /** For whom and what outcome, in the municipality's own words, in one of the two written languages. */
  readonly text: string
  readonly language: 'nb' | 'nn'
  /** Ids of our themes. */
  readonly themes: readonly string[]
  /** Main codes, eight digits. */
  readonly cpv: readonly string[]
  readonly innovationHeight: 'exists' | 'adapt' | 'develop'
  readonly phase: 'considering' | 'mapping' | 'planning' | 'ready'
  /** When the municipality wants to have it bought: its first and its last month, each as the first day (`2027-03-01`). */
  readonly window: { readonly from: string; readonly until: string }
  readonly firmness: 'idea' | 'wanted' | 'decided'
  readonly wishes: 'lead' | 'follow' | 'either'
  /** Bodies it already buys through or works together in. */
  readonly cooperations: readonly string[]
  /** The day the contract it has today ends, where there is one. */
  readonly contractEndsOn: string | null
  /** What it is counted in, where told: places, beds, pupils, vehicles. */
  readonly volume: number | null
}

export type MunicipalityToMatch = {
  readonly kommunenummer: string
  readonly fylkesnummer: string
  /** In the newest year we know. */
  readonly population: number
  /** SSB centrality: 1 is most central, 6 least. */
  readonly centralityClass: number
  readonly centroid: { readonly lon: number; readonly lat: number }
}
