/** Parts of words that only bokmål has. Names and words both forms share are let through. */
export const BOKMAL_ONLY =
  /(?<!\p{L})(ikke|fra|noen?|hvor|hva|hvem|bare|flere|uten|utenfor|annen|annet|ble|være|vei(er|en)?|klær|høy(?!re|ring)\p{L}*|lav\p{L}*|ansatte|egen|måneder|uker|dager|offentlige?|faglige?|mulige?)(?!\p{L})|skole|løsning|tjeneste|sykehjem|sykehus|hjemme|anskaffelse(?!r\.no)|vannmål|vannforsyning|eiendom|vedlikehold|virksomhet|kunngjøring|rengjøring|trygghet|sikkerhet|regnskap|forskning|rådgivning|markeds|oppdragsgiver|utslipp|bærekraft|mangfold|forurens|byggeplass|bolig|tilbud|innbygger|leverandører|kommuner(?!eform)|systemer|produkter|kjøretøyer|myndighet/iu

/** Parts of words that only nynorsk has. */
export const NYNORSK_ONLY =
  /(?<!\p{L})(ikkje|frå|nokon?|kvar|kva|kven|korleis|berre|fleire|utan|vatn|veg|vegar|eigen|tilsette|veker)(?!\p{L})|skule|løysing|teneste|sjukeheim|sjukehus|(?<!alz)heime|anskaffing|eigedom|verksemd|kunngjering|reingjering|tryggleik|rekneskap|forsking|rådgjeving|marknad|oppdragsgjevar|utslepp|berekraft|mangfald|innbyggjar/iu
