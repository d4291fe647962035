/**
 * Words that only one of the forms uses and that stand in most texts, with those of the public sector that
 * settle short titles. A word that both forms allow is in neither list.
 */
const BOKMAL =
  words(`ikke noe noen hva hvem hvor hvordan hvilke hvilken hvilket hvis jeg fra disse deres uten bare mye mer
  være vært gjøre gjøres gjennomføres sammen innen dersom hvorav hver hvert mellom kun utføre utføres
  anskaffelse anskaffelsen anskaffelser anskaffelsene løsning løsningen løsninger tjeneste tjenesten tjenester tjenestene
  kunngjøring kunngjøringen oppdragsgiver oppdragsgivers leveranser leverandøren leverandører rammeavtaler avtaler vann
  sykehjem skolen skoler veien veier levering leveringen omfatter inneholder inngå inngås tildeles gjelder vedlikehold
  tilbudene tilbydere tilbyder oppdraget kommunens bygger beskrivelse mulighet muligheter forespørsel behov ytelser`)

const NYNORSK =
  words(`ikkje noko nokon kva kven kor korleis eg frå desse deira utan berre mykje meir vere vore gjere
  gjerast gjennomførast saman innan viss kvar kvart ein eit dei me ho nokre sjølv medan òg einskild vidare
  anskaffing anskaffinga anskaffingar løysing løysinga løysingar teneste tenesta tenester tenestene
  kunngjering kunngjeringa oppdragsgjevar oppdragsgjevaren leverandørar leverandørane rammeavtalar avtalar avtala vatn
  sjukeheim skulen skular vegen vegar omfattar inneheld inngåast tildelast gjeld vedlikehald tilboda tilbydarar tilbydar
  moglegheit moglegheiter førespurnad ynskjer ønskjer skildring eigar fylgje følgje utføre utførast ytingar arbeidet`)

const NORWEGIAN = words('og til av på med som skal eller ved kan har det den er for om i en et')

const ENGLISH =
  words(`the of and to is be will shall this that which are by from with for or an on must may supplier
  suppliers contract tender tenderer framework agreement services procurement`)

export type DetectedLanguage = 'nb' | 'nn' | 'en'

/**
 * The form a Norwegian text is written in, or that it is English; null when too little speaks for one of them.
 *
 * Notices are marked NOB or NOR whatever they are written in, so the text itself has to tell.
 */
export function detectLanguage(text: string): DetectedLanguage | null {
  const counts = { nb: 0, nn: 0, no: 0, en: 0 }
  for (const [word] of text
    .slice(0, 20_000)
    .toLowerCase()
    .matchAll(/[a-zæøåòéôü]+/g)) {
    if (BOKMAL.has(word)) counts.nb += 1
    if (NYNORSK.has(word)) counts.nn += 1
    if (NORWEGIAN.has(word)) counts.no += 1
    if (ENGLISH.has(word)) counts.en += 1
  }
  if (counts.en > 2 && counts.en > 2 * (counts.nb + counts.nn + counts.no)) return 'en'
  if (counts.nn > counts.nb) return 'nn'
  return counts.nb > counts.nn ? 'nb' : null
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
