import type { Messages } from '#src/messages/index.ts'
import type { NoticeVersion, StoredNotice } from '#src/modules/notices/index.ts'
import { codeLabel } from '#src/modules/vocabulary/index.ts'
import { address } from '#src/web/paths.ts'

export type ProcessView = {
  readonly href: string
  readonly title: string
  readonly kind: string
  readonly publishedOn: string | null
}
export type VersionView = {
  readonly href: string
  readonly version: string
  readonly publishedOn: string | null
  readonly shown: boolean
}

export type Newer = { readonly href: string; readonly version: string }

/** Where the version that counts is, for one that does not. */
export function newerVersion(
  { current, currentId }: StoredNotice,
  versions: readonly NoticeVersion[],
  { language }: Messages,
): Newer | null {
  if (current) return null
  const version = versions.find((one) => one.id === currentId)?.version ?? ''
  return { href: address(language, 'notice', { id: currentId }), version }
}

export function versionView(
  { id, version, publishedOn }: NoticeVersion,
  notice: StoredNotice,
  { language }: Messages,
): VersionView {
  return { href: address(language, 'notice', { id }), version, publishedOn, shown: id === notice.id }
}

export function processView(
  { id, title, formType, publishedOn }: NoticeVersion,
  { t, language }: Messages,
): ProcessView {
  return {
    href: address(language, 'notice', { id }),
    title: title || t('notice.untitled'),
    kind: formType ? codeLabel('form-type', formType, language) : t('notice.kind'),
    publishedOn,
  }
}
