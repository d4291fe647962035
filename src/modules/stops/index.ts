/**
 * «Hva stoppet oss»: what stopped an organisation, told to all, to public employees or to those it chose, with its
 * name or without, and from a day on to all. A story is there only for those who may read it: in lists, numbers and
 * searching alike, which all go through `readableStops`. Whole cases that stopped stand in the catalogue.
 */
export {
  type ChangeAudience,
  type ChangeAudienceFailure,
  changeAudience,
  withdrawStop,
} from './change-audience.ts'
export { type CorrectStop, type CorrectStopFailure, correctStop } from './correct-stop.ts'
export { stopOpening } from './open-stops.ts'
export { mayOpen, mayTellFor } from './policy.ts'
export {
  countReasons,
  findStop,
  findStopToCorrect,
  isStop,
  narrowStories,
  readableStops,
  seenStops,
  stopsAsAdviser,
  type Told,
} from './read-stops.ts'
export type { SeenStop } from './stop.ts'
export { stopSearchSource } from './stop-search-source.ts'
export { type TellStop, type TellStopFailure, tellStop } from './tell-stop.ts'
