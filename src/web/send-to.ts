import { data, redirect } from 'react-router'

type Sending = { readonly origin: string; readonly cookies?: readonly string[] }

/**
 * Sends the browser on after a form: at once to a page of ours, by way of a page that says so to another site.
 *
 * Browsers hold a form to the policy of the page it stands on through every redirect that follows. So a form that ended
 * at a provider, and at whomever that sends people on to, would need a policy that lets forms be sent anywhere.
 */
export function sendTo(to: URL, { origin, cookies = [] }: Sending) {
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  if (to.origin === origin) throw redirect(to.href, { status: 303, headers })
  return data({ to: to.href }, { headers })
}
