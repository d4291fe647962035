import type { Messages } from '#src/messages/index.ts'
import type { ListedDocument } from '#src/modules/documents/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { type Organisation, organisationsByIds } from '#src/modules/organisations/index.ts'
import { themeLabel } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import { address } from '#src/web/paths.ts'
import type { HitView, Tag } from '#src/web/ui/hit.tsx'
import { fileSize } from './file-size.ts'

/** Documents as a list shows them. */
export async function documentHits(
  db: Database,
  documents: readonly ListedDocument[],
  messages: Messages,
): Promise<readonly HitView[]> {
  const organisations = await organisationsByIds(
    db,
    documents.map(({ organisation }) => organisation),
  )
  return documents.map((document) => toHit(document, organisations, messages))
}

function toHit(
  document: ListedDocument,
  organisations: ReadonlyMap<OrganisationId, Organisation>,
  messages: Messages,
): HitView {
  const { t, date, language } = messages
  const { id, kind, title, description, changedAt, file, step } = document
  const organisation = organisations.get(document.organisation)?.name
  return {
    href: address(language, 'document', { id }),
    kind: t(`document.kind.${kind}`),
    facts: [
      ...(organisation ? [organisation] : []),
      ...(step ? [t(`case.phase.${step}`)] : []),
      date(changedAt),
    ],
    title: [{ text: title, match: false }],
    text: description ? [{ text: shortened(description), match: false }] : [],
    language: asHtmlLanguage(document.language),
    tags: [
      {
        text: `${t(`document.format.${file.format}`)}, ${fileSize(file.size, messages)}`,
        color: 'neutral',
      },
      ...tagsOf(document, organisation ?? '', messages),
    ],
  }
}

function tagsOf(
  { theme, licence, visibility }: ListedDocument,
  organisation: string,
  { t, language }: Messages,
): readonly Tag[] {
  return [
    ...(theme
      ? [
          {
            text: themeLabel(theme, language),
            color: 'mose',
            href: address(language, 'theme', { id: theme }),
          } as const,
        ]
      : []),
    ...(licence === 'none'
      ? []
      : [{ text: t(`document.licence.short.${licence}`), color: 'fjord' } as const]),
    ...(visibility === 'all'
      ? []
      : [{ text: t(`document.visibility.tag.${visibility}`, { organisation }), color: 'korn' } as const]),
  ]
}

const MOST_LETTERS = 220

function shortened(text: string): string {
  if (text.length <= MOST_LETTERS) return text
  return `${text.slice(0, text.lastIndexOf(' ', MOST_LETTERS))} …`
}

/** Nothing is said of a language that we have no code for. */
export function asHtmlLanguage(language: ListedDocument['language']): string {
  return language === 'other' ? 'und' : language
}
