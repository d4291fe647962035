/** The papers of a joint procurement, and what they are called in addresses. */
export const JOINT_PAPERS = {
  'case-memo': 'saksframlegg',
  mandate: 'fullmakt',
  agreement: 'samarbeidsavtale',
  invitation: 'invitasjon',
  schedule: 'moteplan',
  'dialogue-summary': 'oppsummering',
  participants: 'deltakerliste',
} as const
export type JointPaperKind = keyof typeof JOINT_PAPERS

/** Made for one of the participants, and not for all. */
export const OWN_PAPERS = ['case-memo', 'mandate'] as const satisfies readonly JointPaperKind[]

/** What may be read by everybody who may read the procurement: it is told to the market, or stands in the notice. */
export const OPEN_PAPERS = ['invitation', 'participants'] as const satisfies readonly JointPaperKind[]
