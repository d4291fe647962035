/** Where people have their own mail. */
export const PRIVATE_PROVIDERS =
  /@(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|yahoo|online|broadpark|proton|protonmail)\.[a-z.]+$/

/** Words that a shared box is named with, rather than a person. */
const ROLE =
  /post|mottak|innkj|anskaff|kontakt|firma|prosjekt|drift|helse|oppvekst|teknisk|service|kommune|info|avdeling|enhet|eining|team|digital|miljo|klima|eigedom|eiendom|vann|renovasjon|support|leverandor|innovasjon|utvikling|radmann|radhus/

/** `kari.nordmann@`: two words that neither of them names a task. */
export function looksPersonal(address: string): boolean {
  const [, local = ''] = /^([^@]+)@[^@]+$/.exec(address) ?? []
  const words = local.split(/[._-]/).filter((word) => word !== '')
  return words.length >= 2 && words.every((word) => /^\p{L}+$/u.test(word)) && !ROLE.test(local)
}
