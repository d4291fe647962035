/**
 * Several who buy together: the paths there are, the life of each, what stands before the next step and whose turn it
 * is, the check before publication, and what comes after it, to a measured benefit.
 */
export { buyers, type JointProcurement, type Participant, type StepTaken } from './joint-procurement.ts'
export { mayBegin, mayBind, mayLead, mayRead, mayWriteFor, takesPart } from './policy.ts'
export {
  allProcurements,
  findProcurement,
  procurementsOf,
  procurementsOfDemand,
} from './procurements-repository.ts'
