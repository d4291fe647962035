import type { Messages } from '#src/messages/index.ts'
import type { SharedDocument } from '#src/modules/documents/index.ts'
import { themeLabel } from '#src/modules/vocabulary/index.ts'
import type { Typed } from '#src/web/read-form.ts'

/** What is saved, as if it had been typed. */
export function typedFrom(document: SharedDocument): Typed {
  return {
    revision: String(document.revision),
    title: document.title,
    description: document.description,
    kind: document.kind,
    step: document.step ?? '',
    theme: document.theme ?? '',
    language: document.language,
    visibility: document.visibility,
    rightsOwner: document.rightsOwner,
    rightsHolder: document.rightsHolder,
    permission: document.permission,
    licence: document.licence,
  }
}

type NamedText = { readonly name: string; readonly value: string }

/** What somebody else has saved meanwhile, to be read beside one's own. */
export function descriptionFacts(document: SharedDocument, { t, language }: Messages): readonly NamedText[] {
  const facts: readonly (readonly [string, string])[] = [
    [t('document.field.title'), document.title],
    [t('document.field.kind'), t(`document.kind.${document.kind}`)],
    [t('document.field.step'), document.step ? t(`case.phase.${document.step}`) : ''],
    [t('document.field.theme'), document.theme ? themeLabel(document.theme, language) : ''],
    [t('document.field.language'), t(`document.language.${document.language}`)],
    [t('document.field.description'), document.description],
    [t('document.field.rightsOwner'), t(`document.owner.${document.rightsOwner}`)],
    [t('document.field.rightsHolder'), document.rightsHolder],
    [t('document.field.permission'), document.permission],
    [t('document.field.licence'), t(`document.licence.${document.licence}`)],
    [t('document.field.visibility'), t(`document.visibility.${document.visibility}`)],
  ]
  return facts.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }))
}
