import interLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import type { ReactNode } from 'react'
import {
  Links,
  type LoaderFunctionArgs,
  type MiddlewareFunction,
  Outlet,
  Scripts,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from 'react-router'
import { countUnread } from '#src/modules/notifications/index.ts'
import { programContext, requestContext, signedInContext } from '#src/web/context.ts'
import { languageOf, PAGES } from '#src/web/paths.ts'
import { personView } from '#src/web/present/person-view.ts'
import { guardPage } from '#src/web/require-actor.ts'
import '#src/web/styles/index.css'
import enhance from '#src/web/ui/enhance.ts?worker&url'
import { ErrorPage } from '#src/web/ui/error-page.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { DemoBanner, SiteFooter, SiteHeader } from '#src/web/ui/site-header.tsx'

export const middleware: MiddlewareFunction<Response>[] = [
  (asked, next) => {
    guardPage(asked)
    return next()
  },
]

export async function loader({ context }: LoaderFunctionArgs) {
  const signedIn = context.get(signedInContext)
  const { db, config } = context.get(programContext)
  return {
    person: signedIn && personView(signedIn, await countUnread(db, signedIn.actor.personId)),
    origin: context.get(requestContext).origin,
    demo: config.MODE === 'demo',
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  return (
    <html lang={languageOf(pathname)} data-color-scheme="auto">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="preload" href={interLatin} as="font" type="font/woff2" crossOrigin="anonymous" />
        <Links />
        <script src={enhance} defer />
      </head>
      <body>
        <Frame>{children}</Frame>
        {useHydrates() && <Scripts />}
      </body>
    </html>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const { t } = useMessages()
  const { demo, person } = useRouteLoaderData<typeof loader>('root') ?? {}
  return (
    <>
      <a className="ds-skip-link" href="#innhold">
        {t('site.skip')}
      </a>
      {demo && <DemoBanner />}
      <SiteHeader person={person ?? null} />
      <main id="innhold" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </>
  )
}

/** Pages that are only read send no framework script. */
function useHydrates(): boolean {
  const name = useMatches().at(-1)?.id.split('.')[1]
  return Object.entries(PAGES).some(([page, facts]) => page === name && facts.hydrates)
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />
}
