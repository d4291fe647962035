/**
 * What happens to a person's things reaches that person: noted from the stream of events, once for each; in a list on
 * the site, and by mail as the person has chosen. Other modules say whom an event concerns, as an `Audience`; this one
 * knows none of them.
 */
export { choicesOf, saveChoices } from './choices-repository.ts'
export { composeLetter } from './mail/compose-letter.ts'
export { composeMail, notificationText } from './mail/compose-mail.ts'
export { type HandedOver, handOverMails } from './mail/hand-over-mails.ts'
export { makeMails } from './mail/make-mails.ts'
export { stopMail, topicsOfMail } from './mail/stop-mail.ts'
export type { Audience, Facts, Notification, Telling } from './notification.ts'
export {
  countUnread,
  forgetName,
  markAllRead,
  markRead,
  type NotificationPage,
  notificationsOf,
} from './notifications-repository.ts'
export { lookForNews } from './searches/look-for-news.ts'
export { type SaveSearchFailure, saveSearch } from './searches/save-search.ts'
export type { FindHits, SavedSearch } from './searches/saved-search.ts'
export { deleteSavedSearch, followedThemes, savedSearchesOf } from './searches/saved-searches-repository.ts'
export { tellPeople } from './tell-people.ts'
