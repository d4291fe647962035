import { splitPlace, tidyName } from './organisation-name.ts'

/** What a name says when it is the name of a municipality or a county. */
export type PublicName = {
  readonly level: 'municipality' | 'county' | 'either'
  /** Without «kommune», unit and place. */
  readonly name: string
  /** With the place, since «Bø i Vesterålen» is a name too. */
  readonly full: string
  /** The county in «Våler kommune (Østfold)». */
  readonly place: string | null
  /** Written with a Sami or Kven word for municipality, which bends the name in ways we do not all know. */
  readonly isParallel: boolean
}

/**
 * Bodies that a municipality or county owns, or that only bear its name: «Sandnes kommune Eiendom KF» and
 * «Bergen kommunale pensjonskasse» are not the municipality.
 */
const ANOTHER_BODY =
  /(?<!\p{L})(?:KF|FKF|IKS|AS|A\/S|ASA|SA|HF|RHF|BA|KO|IPR|stiftelsen?|pensjonskassen?|fellesråd|sokn|forening|regionråd(?:et)?)(?!\p{L})/iu

const COUNTY_WORD = 'fylkeskommunen?|fylkeskommunes|county council|county municipality'
const MUNICIPALITY_WORD = 'kommunen?|kommunes|herad|municipality'
const PARALLEL_WORD = 'suohkan|gielda|tjïelte|kom+uuni'
const WITH_WORD = new RegExp(
  `^(?<name>.+?)[\\s,]+(?:(?<county>${COUNTY_WORD})|${MUNICIPALITY_WORD}|(?<parallel>${PARALLEL_WORD}))(?!\\p{L})(?<rest>.*)$`,
  'iu',
)
const ENGLISH = /^(?:(?:the )?(?:municipality|city) of )(?<name>.+)$/iu
const SEVERAL = /\s*[/;]\s*|\s+[-–—]\s+|\s+og\s+(?=.*kommune)|\s*,\s*(?=.*kommune)/iu

/** What follows the word when it is a part of the same body: «v/ Bymiljøetaten», «(parkvesenet)», «Vannetaten». */
const UNIT =
  /^(?:[,(:/–—-]|v\/|v\.?\s|ved\s)|(?:etat(?:en)?|avdeling(?:en)?|seksjon(?:en)?|enhet(?:en)?|kontoret|tjenesten?|tenesta)$/iu
const PLACE = /^(?:,?\s*i\s+|[,(]\s*)(?<place>[\p{L} -]+?)\)?$/iu

/**
 * The readings of a name as one or more municipalities or counties; empty when it is something else.
 *
 * Two readings are either two languages («Guovdageainnu suohkan / Kautokeino kommune») or two buyers in one field
 * («Asker kommune / Bærum kommune»): only who knows the register can tell.
 */
export function readPublicNames(text: string): readonly PublicName[] {
  const name = tidyName(text)
  if (name === '' || ANOTHER_BODY.test(name)) return []
  const pieces = name.split(SEVERAL).filter((piece) => WITH_WORD.test(piece))
  const readings = (pieces.length > 1 ? pieces : [name]).map(readOne)
  return readings.every((reading) => reading !== null) ? readings : []
}

function readOne(text: string): PublicName | null {
  const english = ENGLISH.exec(text)?.groups?.name
  if (english) return { level: 'municipality', full: english, isParallel: false, ...splitPlace(english) }
  const found = WITH_WORD.exec(text)?.groups
  if (!found?.name) return { level: 'either', full: text, isParallel: false, ...splitPlace(text) }
  const rest = (found.rest ?? '').trim()
  const place = PLACE.exec(rest)?.groups?.place ?? null
  if (rest !== '' && place === null && !UNIT.test(rest)) return null
  return {
    level: found.county ? 'county' : 'municipality',
    name: found.name,
    full: `${found.name} ${rest}`,
    place,
    isParallel: found.parallel !== undefined,
  }
}
