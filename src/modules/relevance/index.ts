/**
 * What of others' is of use to an organisation: by the themes its people follow and it works with, and by the
 * municipalities that are like it. One rule, with the reason, for what is told, shown and put a little higher.
 */
export { caseThing } from './case-thing.ts'
export { readProfile } from './read-profile.ts'
export { type Profile, RELEVANT, type Relevance, relevanceOf, type Why } from './relevance.ts'
export { type RelevantCase, relevantCases } from './relevant-cases.ts'
