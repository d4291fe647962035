/**
 * What municipalities need before there is a procurement: announced for those they choose, found by others who need the
 * same, answered by suppliers on equal terms, and gathered into a joint demand. A need here is not a notice.
 */
export type { Need } from './need.ts'
export { missingInNeed, REQUIRED_OF_NEED, type RequiredOfNeed } from './need-content.ts'
export { announcedNeeds, findNeed, needsByIds, needsOf } from './needs-repository.ts'
export { mayAnnounce, mayReadNeed, mayWriteNeed } from './policy.ts'
