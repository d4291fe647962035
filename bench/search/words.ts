const list = (text: string) => text.trim().split(/\s+/)

/** The most usual words first, as in ordinary text; together four of ten words. */
export const STOP_WORDS = list(`og i det på som er en til å av for at med har de ikke den et om var fra så men
  han hun kan vi skal eller ved blir vil der dette seg også ut opp når nå etter over må bare mot være hva da man
  enn alle denne mellom under disse sine sin før hvor samt inn kun både hvis uten andre noen mange`)

/** Words of the field, roughly by how usual they are; each also a part of compounds. */
export const NOUNS =
  list(`kommune tjeneste avtale leverandør tilbud anskaffelse kontrakt oppdrag arbeid prosjekt
  levering krav løsning system drift utstyr behov bruker bygg anlegg plan vedlikehold kostnad pris miljø helse
  skole barn vei vann avløp transport omsorg sykehjem bolig energi data program opplæring kurs verktøy maskin bil
  buss båt ferge bru tunnel bane tak vegg dør vindu gulv lys varme strøm gass olje avfall kildesortering park skog
  jord elv sjø havn fisk mat kjøkken renhold vask tekstil klær sko møbel stol bord seng hjelpemiddel alarm sensor
  kamera nett telefon radio skjerm tavle bok bibliotek museum teater idrett hall basseng bane løype lek brann
  redning politi vakt sikkerhet beredskap ambulanse lege tann medisin vaksine prøve laboratorium sykehus pasient
  eldre ungdom familie barnehage elev lærer student forsker universitet fylke stat etat direktorat nemnd råd utvalg
  regnskap budsjett lønn pensjon forsikring bank lån skatt avgift gebyr faktura betaling handel marked innkjøp
  ramme del minste konkurranse kvalifikasjon erfaring kompetanse kvalitet vurdering rapport analyse måling kontroll
  tilsyn revisjon veiledning rådgivning prosjektering byggeleder arkitekt ingeniør grunn betong stål tre asfalt grus
  sand stein rør pumpe ventil kum ledning kabel motor batteri lader panel sol vind fjernvarme biogass klima utslipp
  støy luft flom skred ras natur dyr fugl hund hest kart måler robot drone lisens sky lager arkiv sak post skjema
  portal innsyn personvern nøkkel adgang heis rampe trapp toalett dusj garasje parkering sykkel gang fortau kryss`)

export const LINKS = ['', '', 's', 's', 'e'] as const
export const ENDINGS = ['', '', '', 'en', 'er', 'ene'] as const
export const SYLLABLES =
  list(`ba be bo da de di fa fi fo ga gra ha he hol il ja ka kle kro la lei li lo ma me mo na
  ne ni no ola ra re ri ro sa se si skar sol sta sund ta te ti tor ul va ve vik ås øy`)
