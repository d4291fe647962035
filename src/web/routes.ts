import { type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes'
import { LANGUAGES } from '#src/platform/language.ts'
import { inLanguage, PAGES } from './paths.ts'

/** Each page of the table three times, once for each language, and one page for addresses that lead nowhere. */
const pages: RouteConfigEntry[] = LANGUAGES.flatMap((language) =>
  Object.entries(PAGES).map(([name, { path, file }]) =>
    route(inLanguage(path, language).slice(1), file, { id: `${language}.${name}` }),
  ),
)

export default [...pages, route('*', 'routes/missing/page.tsx', { id: 'missing' })] satisfies RouteConfig
