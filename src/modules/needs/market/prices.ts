/** What may stand between the digits of an amount: «1 200 000», «1.200.000», «1,2». */
const AMOUNT = String.raw`\d(?:[\d .,']*\d)?`
const SCALE = String.raw`(?:k|t|m|tusen|mill\.?|million(?:er|ar)?|mrd\.?|milliard(?:er|ar)?)`
const CURRENCY = String.raw`(?:kr|kroner?|kronar|nok|mnok|tnok|sek|dkk|euro?|usd|dollar|gbp|pund|€|\$|£)`
const START = String.raw`(?<![\p{L}\p{N}])`
const END = String.raw`(?![\p{L}\p{N}])`
const COUNTED = `(?:innbygg|bruk|pers|målin|gong|gang|tim|menn?esk|kundar|kunder|kilomet|km|ton|liter|lit|dokument|data|rad|post|tilsyn|besøk|døg|dag|kvadrat|kub|m2|m3|kw|mw|gb|tb|mb|oppslag|nordm|elev|pasient|einin|enhet|enhe)`
const TOLD_AS_PRICE = `(?:koster|kostar|kosta|pris(?:en|ar|er|ane|ene)?|timepris(?:en)?|årspris(?:en)?|stykkpris(?:en)?|lisenspris(?:en)?|lisenskostnad(?:en)?|månedspris(?:en)?|månadspris(?:en)?|betaler|betalar)`

/** The ways Norwegians write a price; each is one way, so that a test can name it. */
const WAYS: readonly RegExp[] = [
  // kr 1 200 000 · NOK 400k · € 50
  `${START}${CURRENCY}\\.?\\s?${AMOUNT}\\s?${SCALE}?`,
  // 1 200 000 kr · 400k NOK · 1,2 mill. kroner
  `${START}${AMOUNT}\\s?${SCALE}?\\s?${CURRENCY}${END}`,
  // 89,- · 1 200:-
  `${START}${AMOUNT}[,:]\\s?[-–—]`,
  // 1,2 mill. · 3 millioner i året, but not 3 millioner innbyggere
  `${START}${AMOUNT}\\s?(?:mill\\.?|million(?:er|ar)?|mrd\\.?|milliard(?:er|ar)?|mnok|tnok)${END}(?!\\.?\\s${COUNTED})`,
  // to millioner kroner · femti tusen kroner · hundre kroner
  `${START}(?:hundre|tusen|million(?:er|ar)?|milliard(?:er|ar)?|ti|tjue|tretti|førti|femti)\\s(?:kroner|kronar|kr)${END}`,
  // en halv million
  `${START}halv(?:annen|anna)?\\smillion${END}(?!\\s${COUNTED})`,
  // prisen er 400 per bruker · koster fra 89, but not koster 2 uker
  `${START}${TOLD_AS_PRICE}${END}[^.\\d]{0,25}${AMOUNT}${END}(?!\\s?(?:uke|veke|dag|måned|månad|time|timar|minutt|år${END}|%|prosent))`,
].map((way) => new RegExp(way, 'iu'))

/**
 * The price a text names, as it stands there; null where there is none. Prices are for the competition: told in the
 * open before it, they tell the suppliers what the others will offer.
 */
export function priceIn(text: string): string | null {
  const plain = text.replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
  for (const way of WAYS) {
    const [found] = way.exec(plain) ?? []
    if (found) return found.trim()
  }
  return null
}

export function namesPrice(text: string): boolean {
  return priceIn(text) !== null
}
