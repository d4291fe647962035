import { z } from 'zod'
import { StepPhase } from '#src/modules/catalogue/contract.ts'
import {
  DOCUMENT_FORMATS,
  DocumentKind,
  Licence,
  RightsOwner,
  Visibility,
} from '#src/modules/documents/contract.ts'
import { named } from './components.ts'
import { OrganisationReference } from './organisation-answer.ts'
import { pageOf } from './paging.ts'

export const DocumentAnswer = named(
  'Document',
  z.strictObject({
    id: z.uuid(),
    url: z.url().describe('The page for people, in `lang`.'),
    self: z.url().describe('Its address in this API.'),
    title: z.string(),
    description: z.string().nullable(),
    language: z.string().describe('Of the document; `other` for one that has no code here.'),
    kind: DocumentKind,
    kindLabel: z.string().describe('In `lang`.'),
    step: StepPhase.nullable().describe('Where in a procurement it belongs.'),
    theme: z.string().nullable().describe('The id of a theme.'),
    organisation: OrganisationReference.nullable().describe('Who has shared it.'),
    case: z.string().nullable().describe('The case it belongs to.'),
    visibility: Visibility.describe('Who may see it: `all`, or fewer, for a key that may.'),
    licence: Licence.describe('`none`: the right to use it is not given here.'),
    rightsOwner: RightsOwner.describe('Who has the right to it.'),
    rightsHolder: z.string().nullable().describe('By name, where it is not the organisation.'),
    version: z.int(),
    addedOn: z.iso.date(),
    changedAt: z.string().describe('UTC.'),
    file: z.strictObject({
      url: z
        .url()
        .describe('The bytes of this version. What is not for all is given to those who are signed in.'),
      name: z.string(),
      format: z.enum(DOCUMENT_FORMATS),
      mediaType: z.string(),
      size: z.int().describe('Bytes.'),
      sha256: z.string().nullable(),
    }),
  }),
)
export const DocumentsAnswer = named('DocumentPage', pageOf(DocumentAnswer))
