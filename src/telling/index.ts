/**
 * Connects what happens in the modules to those whom it concerns: which events are told, to whom, with which words and
 * where they lead. The modules write events and know nothing of this; `notifications` keeps and sends.
 */
export { AUDIENCES } from './audiences.ts'
export { findHitsWith } from './find-hits.ts'
export { notificationJobs } from './notification-jobs.ts'
