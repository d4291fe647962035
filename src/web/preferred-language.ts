import type { Language } from '#src/platform/language.ts'

/** The first language the browser asks for that we have; bokmål when there is none. */
export function preferredLanguage(headers: Headers): Language {
  const wanted = (headers.get('accept-language') ?? '').toLowerCase().split(',')
  for (const one of wanted) {
    if (/^\s*nn\b/.test(one)) return 'nn'
    if (/^\s*(nb|no)\b/.test(one)) return 'nb'
    if (/^\s*en\b/.test(one)) return 'en'
  }
  return 'nb'
}
