/** The languages of the interface: bokmål, nynorsk, English. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text in every language of the interface. */
export type LocalisedText = Readonly<Record<Language, string>>
