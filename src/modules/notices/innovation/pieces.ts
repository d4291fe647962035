import type { Lot, Notice } from '#src/modules/notices/notice.ts'
import type { Piece } from './read-signals.ts'

/** Every text of a notice that can say something about how it is bought, each in its own language. */
export function piecesOf(notice: Notice): readonly Piece[] {
  const { language } = notice
  const whole = (text: string | null, path: string, of: string = language): Piece => ({
    text: text ?? '',
    language: of,
    lot: null,
    path,
  })
  const pieces = [
    whole(notice.title, 'title'),
    whole(notice.description, 'description'),
    whole(notice.procedureDescription, 'procedureDescription'),
    ...notice.translations.flatMap((one) => [
      whole(one.title, `translations/${one.language}/title`, one.language),
      whole(one.description, `translations/${one.language}/description`, one.language),
    ]),
    ...notice.lots.flatMap((lot) => piecesOfLot(lot, `lots/${lot.id}`, language)),
    ...notice.parts.flatMap((part) => piecesOfLot(part, `parts/${part.id}`, language)),
    ...notice.lotGroups.flatMap((group) => [
      whole(group.title, `lotGroups/${group.id}/title`),
      whole(group.description, `lotGroups/${group.id}/description`),
    ]),
    ...notice.changes.map((change, at) => whole(change.description, `changes/${at}/description`)),
  ]
  return pieces.filter(({ text }) => text !== '')
}

function piecesOfLot(lot: Lot, path: string, language: string): Piece[] {
  const piece = (text: string | null | undefined, place: string, of = language): Piece => ({
    text: text ?? '',
    language: of,
    lot: lot.id,
    path: `${path}/${place}`,
  })
  return [
    piece(lot.title, 'title'),
    piece(lot.description, 'description'),
    ...lot.translations.flatMap((one) => [
      piece(one.title, `translations/${one.language}/title`, one.language),
      piece(one.description, `translations/${one.language}/description`, one.language),
    ]),
    ...lot.awardCriteria.flatMap((criterion, at) => [
      piece(criterion.name, `awardCriteria/${at}/name`),
      piece(criterion.description, `awardCriteria/${at}/description`),
    ]),
    piece(lot.options?.description, 'options/description'),
    piece(lot.renewals?.description, 'renewals/description'),
  ]
}
