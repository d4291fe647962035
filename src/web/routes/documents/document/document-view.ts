import type { Messages } from '#src/messages/index.ts'
import { casesByIds } from '#src/modules/catalogue/index.ts'
import type { Subject } from '#src/modules/documents/contract.ts'
import {
  type DocumentVersion,
  type DocumentWithVersions,
  isPicture,
  mayChange,
  mayWithdraw,
  type Reader,
} from '#src/modules/documents/index.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { themeLabel } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import { documentFileAddress, NEWEST } from '#src/web/document-address.ts'
import { address } from '#src/web/paths.ts'
import { asHtmlLanguage } from '#src/web/present/document-hits.ts'
import { fileSize } from '#src/web/present/file-size.ts'

type Link = { readonly text: string; readonly href: string | null }

/** The document as its page shows it to this reader. */
export async function documentView(
  db: Database,
  document: DocumentWithVersions,
  { reader, messages }: { readonly reader: Reader; readonly messages: Messages },
) {
  const { t, date, language } = messages
  const answersFor = mayChange(reader, document)
  const organisation = await findOrganisationById(db, document.organisation)
  const [current] = document.versions
  return {
    id: document.id,
    title: document.title,
    language: asHtmlLanguage(document.language),
    kind: t(`document.kind.${document.kind}`),
    changed: t('document.changedOn', { date: date(document.changedAt) }),
    description: document.description,
    organisation: organisation?.name ?? '',
    subject: document.subject && (await subjectLink(db, document.subject, messages)),
    step: document.step && t(`case.phase.${document.step}`),
    theme: document.theme && {
      text: themeLabel(document.theme, language),
      href: address(language, 'theme', { id: document.theme }),
    },
    documentLanguage: t(`document.language.${document.language}`),
    visibility:
      document.visibility === 'all'
        ? t('document.visibility.all')
        : t(`document.visibility.tag.${document.visibility}`, { organisation: organisation?.name ?? '' }),
    rightsOwner: document.rightsOwner,
    rightsHolder: document.rightsHolder,
    permission: answersFor ? document.permission : '',
    licence: document.licence,
    added: date(document.addedAt),
    withdrawn: document.withdrawn && {
      on: t('document.withdrawn', { date: date(document.withdrawn.at) }),
      cause: t(`document.cause.${document.withdrawn.cause}`),
      reason: document.withdrawn.reason,
    },
    versions: document.versions.map((version) => versionView(document, version, { answersFor, messages })),
    remarks: answersFor ? (current?.remarks ?? []).map((remark) => t(`document.remark.${remark}`)) : [],
    may: {
      change: answersFor && !document.withdrawn,
      withdraw: mayWithdraw(reader, document) && !document.withdrawn,
    },
  }
}

export type DocumentView = Awaited<ReturnType<typeof documentView>>
export type VersionView = DocumentView['versions'][number]

function versionView(
  document: DocumentWithVersions,
  version: DocumentVersion,
  { answersFor, messages }: { readonly answersFor: boolean; readonly messages: Messages },
) {
  const { t, date, language } = messages
  const isNewest = version.version === document.currentVersion
  const isThere = version.sha256 !== null && !document.withdrawn
  const place = { id: document.id, version: isNewest ? NEWEST : version.version, name: version.name } as const
  return {
    number: version.version,
    name: version.name,
    facts: `${t(`document.format.${version.format}`)}, ${fileSize(version.size, messages)}`,
    on: date(version.addedAt),
    note: version.note,
    isNewest,
    isPicture: isPicture(version.format),
    isErased: version.erasedAt !== null,
    href: isThere ? documentFileAddress(language, place) : null,
    sentAs: answersFor && version.originalName !== version.name ? version.originalName : '',
  }
}

/** A case by its title; a joint procurement keeps its own to itself, and a draft has no address others could follow. */
async function subjectLink(db: Database, { kind, id }: Subject, { t, language }: Messages): Promise<Link> {
  if (kind === 'draft') return { text: t('document.facts.subject.draft'), href: null }
  if (kind === 'joint-procurement')
    return { text: t('joint.kind'), href: address(language, 'jointTalk', { id }) }
  const [found] = await casesByIds(db, [id])
  return { text: found?.title ?? id, href: address(language, 'case', { id }) }
}
