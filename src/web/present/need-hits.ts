import type { Messages } from '#src/messages/index.ts'
import type { Need } from '#src/modules/needs/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { themeLabel } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import { address } from '#src/web/paths.ts'
import type { HitView } from '#src/web/ui/hit.tsx'
import { windowText } from './need-view.ts'

/** Needs as a list shows them, in the same order. */
export async function needHits(
  db: Database,
  needs: readonly Need[],
  messages: Messages,
): Promise<readonly HitView[]> {
  const bodies = await organisationsByIds(
    db,
    needs.map(({ organisation }) => organisation),
  )
  return needs.map((need) => toHit(need, bodies.get(need.organisation)?.name ?? null, messages))
}

function toHit(need: Need, who: string | null, messages: Messages): HitView {
  const { t, language } = messages
  const { content, id } = need
  const { innovationHeight, firmness, themes } = content
  const when = windowText(need, messages)
  return {
    href: address(language, 'need', { id }),
    kind: t('needs.kind'),
    facts: [who, when && `${t('needs.one.when')} ${when}`].filter((fact) => fact !== null),
    title: [{ text: content.title, match: false }],
    text: content.outcome ? [{ text: shortened(content.outcome), match: false }] : [],
    language: content.language,
    tags: [
      ...(innovationHeight ? [{ text: t(`needs.height.${innovationHeight}`), color: 'fjord' } as const] : []),
      ...(firmness ? [{ text: t(`needs.firmness.${firmness}`), color: 'neutral' } as const] : []),
      ...themes.map((theme) => ({
        text: themeLabel(theme, language),
        color: 'mose' as const,
        href: address(language, 'theme', { id: theme }),
      })),
    ],
  }
}

const MOST_LETTERS = 220

function shortened(text: string): string {
  if (text.length <= MOST_LETTERS) return text
  const end = text.lastIndexOf(' ', MOST_LETTERS)
  return `${text.slice(0, end > 0 ? end : MOST_LETTERS)} …`
}
