/**
 * What the program does by itself: named jobs with a time, one process at a time by a lease in the database, tried
 * again with growing waits, and their state there for everybody to read.
 */
export { type Job, type JobFailure, type JobState, nextDaily } from './job.ts'
export { jobStates, registerJob } from './jobs-repository.ts'
export { type JobRunner, registerJobs, runJob } from './run-job.ts'
export { type RunningJobs, startJobs } from './start-jobs.ts'

import './tables.ts'
