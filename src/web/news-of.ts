/** What a page tells after something was done, by the word in its address; nothing for a word that is not ours. */
export function newsOf<News extends Readonly<Record<string, unknown>>>(
  news: News,
  word: string | null,
): News[keyof News] | null {
  return word !== null && Object.hasOwn(news, word) ? (news[word] as News[keyof News]) : null
}
