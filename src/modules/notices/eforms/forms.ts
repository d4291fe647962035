/** The eForms subtypes by form type, with the Norwegian national ones (N4, N16, N29 in older notices). */
const FORM_TYPES: Readonly<Record<string, readonly string[]>> = {
  planning: ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'N4', 'E2'],
  consultation: ['E1'],
  competition: [
    '10',
    '11',
    '12',
    '13',
    '14',
    '15',
    '16',
    '17',
    '18',
    '19',
    '20',
    '21',
    '22',
    '23',
    '24',
    'CEI',
    'T01',
    'N16',
    'E3',
  ],
  'dir-awa-pre': ['25', '26', '27', '28'],
  result: ['29', '30', '31', '32', '33', '34', '35', '36', '37', 'T02', 'N29', 'E4'],
  'cont-modif': ['38', '39', '40', 'E6'],
  completion: ['E5'],
  'bus-reg': ['X01', 'X02'],
}

const FORM_TYPE_OF = new Map(
  Object.entries(FORM_TYPES).flatMap(([form, subtypes]) => subtypes.map((one) => [one, form])),
)

/** Forms without the fields BT-06 and BT-776: there only type and text can tell about innovation. */
const WITHOUT_INNOVATION_FIELDS = new Set([
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  'N4',
  'CEI',
  'E1',
  'E2',
  'T01',
  'T02',
  'X01',
  'X02',
])

export function formTypeOf(subtype: string): string | null {
  return FORM_TYPE_OF.get(subtype) ?? null
}

export function canDeclareInnovation(subtype: string | null): boolean {
  return subtype === null || !WITHOUT_INNOVATION_FIELDS.has(subtype)
}
