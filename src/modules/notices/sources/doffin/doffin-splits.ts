export type Split = { readonly name: string; readonly values: readonly string[] }

/** What Doffin calls its kinds of notices; one that it has given up answers 400 and is passed over. */
const TYPES = [
  'ANNOUNCEMENT_OF_COMPETITION',
  'ANNOUNCEMENT_OF_CONCLUSION_OF_CONTRACT',
  'ADVISORY_NOTICE',
  'CANCELLED_OR_MISSING_CONCLUSION_OF_CONTRACT',
  'ANNOUNCEMENT_OF_INTENT',
  'DYNAMIC_PURCHASING_SCHEME',
  'QUALIFICATION_SCHEME',
  'PRE_ANNOUNCEMENT',
  'NOTICE_ON_BUYER_PROFILE',
  'CHANGE_OF_CONCLUSION_OF_CONTRACT',
]

/** The divisions of CPV; a division matches everything below it. */
const CPV_DIVISIONS = (
  '03 09 14 15 16 18 19 22 24 30 31 32 33 34 35 37 38 39 41 42 43 44 45 48 50 51 55 60 63 64 65 66 70 71 72 ' +
  '73 75 76 77 79 80 85 90 92 98'
).split(' ')

const PLACES =
  'NO020 NO060 NO071 NO072 NO073 NO074 NO081 NO082 NO083 NO084 NO085 NO091 NO092 NO093 NO094 NO0A1 NO0A2 NO0A3 NO0B1 NO0B2 NOZZZ anyw'

/**
 * The ways to part a day with more hits than can be reached, the coarsest first. A notice may stand in several parts,
 * or in none: what was reached is counted, not assumed.
 */
export const SPLITS: readonly Split[] = [
  { name: 'type', values: TYPES },
  { name: 'cpvCode', values: CPV_DIVISIONS.map((division) => `${division}000000`) },
  { name: 'location', values: PLACES.split(' ') },
]
