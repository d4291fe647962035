import type { TogetherView } from '#src/web/present/together-view.ts'
import { useMessages } from './messages.ts'

/** Who of a group has found together already, with the demand they are in. */
export function TogetherLines({ together }: { together: readonly TogetherView[] }) {
  const { t, list } = useMessages()
  return together.map(({ names, title, language, href }) => (
    <p key={href}>
      {t('matching.together.in', { names: list(names) })}{' '}
      <a href={href} lang={language}>
        {title}
      </a>
    </p>
  ))
}
