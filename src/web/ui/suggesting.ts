import { useMessages } from './messages.ts'

/** What a field needs to suggest while somebody types, when scripts run: where to ask, and words for how many. */
export function useSuggesting() {
  const { t, language } = useMessages()
  return {
    'data-suggest': `/api/v1/suggest?lang=${language}`,
    'data-suggest-label': t('search.suggest.label'),
    'data-suggest-none': t('search.suggest.none'),
    'data-suggest-one': t('search.suggest.one'),
    'data-suggest-many': t('search.suggest.many', { count: '#' }),
  } as const
}
