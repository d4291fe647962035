import { matchNeeds } from '#src/modules/needs/matching/matching.ts'
import type { Method } from './method.ts'

/** The methods that are judged and timed; baselines stand beside them in the table. */
export const METHODS: readonly Method[] = [
  {
    name: 'our matching',
    groups: (needs) => matchNeeds(needs).groups.map(({ members }) => members),
    place: (needs) => {
      const matching = matchNeeds(needs)
      return (need) => matching.place(need)?.members ?? []
    },
  },
]
