/** Mail by SMTP: one way to hand a mail over, which says whether it is worth trying again. */
export { type Mailer, type MailFailure, type OutgoingMail, openMailer } from './mailer.ts'
