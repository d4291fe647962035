import { address } from '#src/web/paths.ts'
import { useMessages } from './messages.ts'
import type { Crumb } from './page-top.tsx'

/** The way to a case, above the pages that belong to it. */
export function useCaseCrumbs({ id, title }: { id: string; title: string }): readonly Crumb[] {
  const { t, language } = useMessages()
  return [
    { text: t('case.crumb'), href: address(language, 'cases') },
    { text: title, href: address(language, 'case', { id }) },
  ]
}
