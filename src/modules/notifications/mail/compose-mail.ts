import { isMessageKey, type Messages, messagesIn } from '#src/messages/index.ts'
import { mostRelevantFirst, type Notification } from '#src/modules/notifications/notification.ts'
import { themeLabel } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import { escaped, mailMarkup, oneLine } from './mail-markup.ts'
import type { ReadyMail } from './mails-repository.ts'

type Composing = {
  readonly mail: Pick<ReadyMail, 'id' | 'form' | 'person' | 'notifications'>
  readonly language: Language
  /** The address of the site. */
  readonly site: string
}

export type MailText = { readonly subject: string; readonly text: string; readonly html: string }

type Item = { readonly text: string; readonly link: string }

/** The words of a mail, plain and as HTML, in the person's language. Everything that others have written is escaped. */
export function composeMail({ mail, language, site }: Composing): MailText {
  const messages = messagesIn(language)
  const { t } = messages
  const items = mostRelevantFirst(mail.notifications).map((one) =>
    toItem(one, messages, `${site}${prefix(language)}`),
  )
  const subject =
    mail.form === 'digest'
      ? t('notifications.mail.digest.subject', { count: items.length })
      : (items[0]?.text ?? 'Spydspiss')
  const parts: Parts = {
    hello: t('notifications.mail.hello', { name: mail.person?.name ?? '' }),
    lead: mail.form === 'digest' ? t('notifications.mail.digest.lead') : null,
    items,
    open: t('notifications.mail.open'),
    why: whyText(mail, messages),
    links: [
      { text: t('notifications.mail.change'), link: `${site}${prefix(language)}/varsler/valg` },
      { text: t('notifications.mail.stop'), link: `${site}${prefix(language)}/varsler/slutt/${mail.id}` },
    ],
  }
  return { subject: oneLine(subject), text: plain(parts), html: markup(parts, language) }
}

/** What has happened, as one sentence. */
export function notificationText(
  { kind, facts }: Pick<Notification, 'kind' | 'facts'>,
  { t, language }: Messages,
): string {
  const key = `notifications.kind.${kind}`
  // A theme is kept by its id, and told in the language of the reader.
  const { theme } = facts
  const said = typeof theme === 'string' && theme ? { ...facts, theme: themeLabel(theme, language) } : facts
  return isMessageKey(key) ? t(key, said) : kind
}

type Parts = {
  readonly hello: string
  readonly lead: string | null
  readonly items: readonly Item[]
  readonly open: string
  readonly why: string
  readonly links: readonly Item[]
}

function toItem(one: Notification, messages: Messages, base: string): Item {
  return { text: notificationText(one, messages), link: `${base}${one.path}` }
}

function whyText({ form, notifications }: Composing['mail'], { t }: Messages): string {
  const topic = notifications[0]?.topic
  if (form === 'digest' || !topic) return t('notifications.mail.why.digest')
  return t('notifications.mail.why.immediate', { topic: t(`notifications.topic.${topic}`) })
}

function plain({ hello, lead, items, open, why, links }: Parts): string {
  const told = items.map(({ text, link }) => `${text}\n${open}: ${link}`)
  const ends = links.map(({ text, link }) => `${text}: ${link}`)
  return `${[hello, ...(lead ? [lead] : []), ...told, `-- \n${[why, ...ends].join('\n')}`].join('\n\n')}\n`
}

function markup({ hello, lead, items, open, why, links }: Parts, language: Language): string {
  const told = items.map(
    ({ text, link }) =>
      `<p style="margin:0 0 20px;font-size:18px"><strong>${escaped(text)}</strong><br><a style="color:#0f4c75" href="${escaped(link)}">${escaped(open)}</a></p>`,
  )
  const ends = links.map(
    ({ text, link }) => `<a style="color:#4a5a66" href="${escaped(link)}">${escaped(text)}</a>`,
  )
  return mailMarkup(
    [
      `<p style="margin:0 0 20px">${escaped(hello)}</p>`,
      lead ? `<p style="margin:0 0 20px">${escaped(lead)}</p>` : '',
      ...told,
      `<p style="margin:32px 0 0;font-size:14px;color:#4a5a66">${escaped(why)}<br>${ends.join(' · ')}</p>`,
    ],
    language,
  )
}

function prefix(language: Language): string {
  return language === 'nb' ? '' : `/${language}`
}
