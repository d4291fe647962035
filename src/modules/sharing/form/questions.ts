import {
  BENEFITS,
  CASE_KINDS,
  EFFECT_GRADES,
  INNOVATION_KINDS,
  PARTY_ROLES,
  STEP_PHASES,
  STOP_REASONS,
} from '#src/modules/catalogue/contract.ts'
import type { DraftSize } from '#src/modules/sharing/contract.ts'
import type { Field, FieldKind, Rows, Step } from './field.ts'

type Options = Pick<Field, 'options' | 'neededFrom'>

function field(path: string, kind: FieldKind, from: DraftSize, options: Options = {}): Field {
  return { path, kind, from, ...options }
}

function rows(path: string, from: DraftSize, fields: readonly Field[], neededFrom?: DraftSize): Rows {
  return { path, kind: 'rows', from, fields, ...(neededFrom ? { neededFrom } : {}) }
}

const NEEDED_ALWAYS = { neededFrom: 'experience' } as const
const NEEDED_IN_CASES = { neededFrom: 'short' } as const

/** BT-105, in the order they are common; the words are those of the vocabulary. */
const PROCEDURES = [
  'open',
  'restricted',
  'neg-w-call',
  'comp-dial',
  'innovation',
  'neg-wo-call',
  'oth-single',
  'oth-mult',
]

/** BT-776, those in use. */
const INNOVATIVE_ACQUISITION = ['mar-nov', 'proc-innov', 'prod-innov', 'rd-act']

/** Every question of the form, once. To ask for more: a line here, and its words in the messages. */
export const STEPS: readonly Step[] = [
  {
    name: 'about',
    slug: 'om',
    parts: [
      field('identity.title', 'line', 'experience', NEEDED_ALWAYS),
      field('identity.kind', 'choice', 'short', { options: CASE_KINDS, ...NEEDED_IN_CASES }),
      field('identity.themes', 'themes', 'experience', NEEDED_ALWAYS),
      field('identity.fromYear', 'year', 'short'),
      field('identity.toYear', 'year', 'short'),
      field('language', 'choice', 'short', { options: ['nb', 'nn', 'en'] }),
      field('identity.cpv', 'cpv', 'full'),
      field('identity.innovationKind', 'choice', 'full', { options: INNOVATION_KINDS }),
      field('identity.innovativeAcquisition', 'choices', 'full', { options: INNOVATIVE_ACQUISITION }),
      field('identity.funding', 'text', 'full'),
      field('identity.award', 'text', 'full'),
      field('identity.statusToday', 'text', 'full'),
    ],
  },
  {
    name: 'who',
    slug: 'hvem',
    parts: [
      rows(
        'who.parties',
        'experience',
        [
          field('name', 'line', 'experience', NEEDED_ALWAYS),
          field('role', 'choice', 'short', { options: PARTY_ROLES, ...NEEDED_IN_CASES }),
        ],
        'experience',
      ),
      field('who.joint', 'tick', 'short'),
      rows('who.suppliers', 'full', [
        field('name', 'line', 'full', NEEDED_ALWAYS),
        field('role', 'line', 'full'),
      ]),
    ],
  },
  {
    name: 'need',
    slug: 'behov',
    parts: [
      field('need.text', 'text', 'short', NEEDED_IN_CASES),
      field('need.forWhom', 'text', 'full'),
      field('need.volume', 'text', 'full'),
      field('need.costToday', 'text', 'full'),
      field('need.rootCause', 'text', 'full'),
      field('need.outcome', 'text', 'full'),
      field('need.triedBefore', 'text', 'full'),
    ],
  },
  { name: 'users', slug: 'brukere', parts: [field('userInvolvement.text', 'text', 'full')] },
  {
    name: 'approach',
    slug: 'slik-gjorde-vi-det',
    parts: [
      field('approach', 'text', 'experience', NEEDED_ALWAYS),
      rows('steps', 'full', [
        field('phase', 'choice', 'full', { options: STEP_PHASES, ...NEEDED_ALWAYS }),
        field('text', 'text', 'full', NEEDED_ALWAYS),
      ]),
    ],
  },
  {
    name: 'requirements',
    slug: 'krav',
    parts: [
      rows('requirements', 'full', [
        field('text', 'text', 'full', NEEDED_ALWAYS),
        field('strength', 'choice', 'full', { options: ['must', 'should'] }),
        field('measuredBy', 'text', 'full'),
      ]),
    ],
  },
  {
    name: 'marketDialogue',
    slug: 'markedsdialog',
    parts: [
      field('marketDialogue.text', 'text', 'full'),
      field('marketDialogue.form', 'line', 'full'),
      field('marketDialogue.heldOn', 'days', 'full'),
      field('marketDialogue.participants', 'number', 'full'),
      field('marketDialogue.learned', 'text', 'full'),
      field('marketDialogue.equalTreatment', 'text', 'full'),
      rows('marketDialogue.questions', 'full', [field('text', 'text', 'full', NEEDED_ALWAYS)]),
    ],
  },
  {
    name: 'competition',
    slug: 'konkurranse',
    parts: [
      field('competition.procedure', 'choice', 'full', { options: PROCEDURES }),
      field('competition.text', 'text', 'full'),
      rows('competition.criteria', 'full', [
        field('name', 'line', 'full', NEEDED_ALWAYS),
        field('weight', 'line', 'full'),
      ]),
      field('competition.phases', 'text', 'full'),
      field('competition.offers', 'number', 'full'),
      field('competition.notices', 'lines', 'full'),
    ],
  },
  {
    name: 'contract',
    slug: 'kontrakt',
    parts: [
      field('contract.text', 'text', 'full'),
      field('contract.form', 'line', 'full'),
      field('contract.valueBand', 'line', 'full'),
      field('contract.stopPoints', 'text', 'full'),
      field('contract.rights', 'text', 'full'),
      field('contract.options', 'text', 'full'),
    ],
  },
  {
    name: 'effects',
    slug: 'resultater',
    parts: [
      rows(
        'effects',
        'short',
        [
          field('text', 'text', 'short', NEEDED_ALWAYS),
          field('grade', 'choice', 'short', { options: EFFECT_GRADES, ...NEEDED_ALWAYS }),
          field('main', 'tick', 'full'),
          field('benefit', 'choice', 'full', { options: BENEFITS }),
          field('forWhom', 'line', 'full'),
          field('condition', 'text', 'full'),
          field('figure.value', 'line', 'full'),
          field('figure.unit', 'line', 'full'),
          field('dimension', 'choice', 'full', { options: ['economic', 'environmental', 'social'] }),
          field('baseline', 'text', 'full'),
          field('target', 'text', 'full'),
          field('method', 'text', 'short'),
          field('measuredOn', 'day', 'full'),
          field('owner', 'line', 'full'),
          field('confirmedBy', 'line', 'full'),
        ],
        'short',
      ),
      field('noBenefit.reason', 'text', 'short'),
    ],
  },
  {
    name: 'stopped',
    slug: 'stoppet',
    parts: [
      field('stopped.reasons', 'choices', 'full', { options: STOP_REASONS }),
      field('stopped.phase', 'choice', 'full', { options: STEP_PHASES }),
      field('stopped.text', 'text', 'full'),
      field('stopped.wouldHaveHelped', 'text', 'full'),
    ],
  },
  {
    name: 'lessons',
    slug: 'laerdommer',
    parts: [
      rows('lessons', 'experience', [field('text', 'text', 'experience', NEEDED_ALWAYS)], 'experience'),
    ],
  },
  {
    name: 'reuse',
    slug: 'gjenbruk',
    parts: [
      field('reuse.mailbox', 'email', 'short', NEEDED_IN_CASES),
      // Asked only when the address looks like a person's.
      field('reuse.$shared', 'tick', 'short'),
      field('reuse.prerequisites', 'text', 'full'),
      field('reuse.personDays', 'number', 'full'),
      rows('reuse.documents', 'full', [
        field('title', 'line', 'full', NEEDED_ALWAYS),
        field('url', 'url', 'full', NEEDED_ALWAYS),
        field('licence', 'line', 'full'),
      ]),
    ],
  },
  {
    name: 'sources',
    slug: 'kilder',
    parts: [
      rows('provenance.sources', 'full', [
        field('title', 'line', 'full', NEEDED_ALWAYS),
        field('url', 'url', 'full'),
      ]),
      field('provenance.note', 'text', 'full'),
      field('provenance.archiveReference', 'line', 'full'),
    ],
  },
]
