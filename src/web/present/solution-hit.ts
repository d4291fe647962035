import type { Messages } from '#src/messages/index.ts'
import type { SolutionSummary } from '#src/modules/catalogue/index.ts'
import { address } from '#src/web/paths.ts'
import type { HitView } from '#src/web/ui/hit.tsx'

export function solutionHit(solution: SolutionSummary, { t, language, list }: Messages): HitView {
  return {
    href: address(language, 'solution', { id: solution.id }),
    kind: t('solution.kind'),
    facts: [
      solution.suppliers.length > 0 ? list(solution.suppliers) : t('case.suppliers.notKnown'),
      t('solution.adopters.count', { count: solution.adopters }),
    ],
    title: [{ text: solution.name, match: false }],
    text: [{ text: solution.description, match: false }],
    language: solution.language,
    tags: [
      {
        text: t(`solution.status.${solution.status}`),
        color: solution.status === 'available' ? 'fjord' : 'neutral',
      },
    ],
  }
}
