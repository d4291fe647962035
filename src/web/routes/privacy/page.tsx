import { DEAD_TOKEN_KEPT_DAYS } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { cookiesOf } from '#src/web/cookies.ts'
import { Done } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { StoredTable } from './stored-table.tsx'

export function loader({ request, context }: Route.LoaderArgs) {
  const { config } = context.get(programContext)
  const { session, newcomer, idToken, signIn } = cookiesOf(config)
  return {
    operator: config.OPERATOR ?? null,
    cookies: {
      session: session.name,
      // Each sign-in has one, with a piece of its own at the end.
      steps: [signIn('').name.replace(/-$/, ''), newcomer.name],
      proof: idToken.name,
    },
    tokenDays: DEAD_TOKEN_KEPT_DAYS,
    hasLeft: new URL(request.url).searchParams.has('forlatt'),
  }
}

export default function PrivacyPage({ loaderData }: Route.ComponentProps) {
  const { t, list } = useMessages()
  const { operator, cookies, tokenDays, hasLeft } = loaderData
  return (
    <>
      <PageHead title={t('privacy.title')} description={t('privacy.lead')} />
      <PageTop title={t('privacy.title')} lead={t('privacy.lead')} />
      <div className="wide section prose">
        {hasLeft && <Done>{t('privacy.left')}</Done>}
        <h2>{t('privacy.who')}</h2>
        <ul>
          <li>{operator ? t('privacy.who.operator', { operator }) : t('privacy.who.operator.unnamed')}</li>
          <li>{t('privacy.who.organisation')}</li>
          <li>{t('privacy.who.registers')}</li>
        </ul>
        <h2 id="lagres">{t('privacy.stored')}</h2>
        <StoredTable tokenDays={tokenDays} />
        <h2>{t('privacy.cookies')}</h2>
        <p>{t('privacy.cookies.1')}</p>
        <p>
          {t('privacy.cookies.2', {
            session: cookies.session,
            steps: list(cookies.steps),
            proof: cookies.proof,
          })}
        </p>
        <h2>{t('privacy.log')}</h2>
        <p>{t('privacy.log.1')}</p>
        <h2>{t('privacy.people')}</h2>
        <p>{t('privacy.people.1')}</p>
        <p>{t('privacy.people.2')}</p>
        <h2>{t('privacy.rights')}</h2>
        <Linked text="privacy.rights.own" to={useAddress('myData')} />
        <Linked text="privacy.rights.remove" to={useAddress('askForRemoval')} />
        <p>{t('privacy.rights.1')}</p>
      </div>
    </>
  )
}

function Linked({ text, to }: { text: 'privacy.rights.own' | 'privacy.rights.remove'; to: string }) {
  const { parts } = useMessages()
  const pieces = parts(text, {
    link: (words) => (
      <a key={words} href={to}>
        {words}
      </a>
    ),
  })
  return <p>{pieces}</p>
}
