import { z } from 'zod'

/** What can be told of, in the groups that a person chooses by; the words are `notifications.topic.<topic>`. */
export const TOPICS = ['waiting', 'own', 'access', 'searches', 'needs', 'joint', 'news'] as const
export const Topic = z.enum(TOPICS)
export type Topic = z.infer<typeof Topic>

/** How a person is told: not at all, in the list on the site, or by mail too, gathered or at once. */
export const WAYS = ['none', 'list', 'digest', 'immediate'] as const
export const Way = z.enum(WAYS)
export type Way = z.infer<typeof Way>

/**
 * The way of a topic for one who has chosen nothing: mail at once only for what waits for that person, and of what others
 * have shared no mail that nobody has asked for.
 */
export const USUAL_WAY = {
  waiting: 'immediate',
  own: 'digest',
  access: 'immediate',
  searches: 'digest',
  needs: 'digest',
  joint: 'digest',
  news: 'list',
} as const satisfies Record<Topic, Way>

export const Choices = z.object(
  Object.fromEntries(TOPICS.map((topic) => [topic, Way])) as Record<Topic, typeof Way>,
)
export type Choices = z.infer<typeof Choices>

export const SavedSearchId = z.uuid().brand<'SavedSearchId'>()
export type SavedSearchId = z.infer<typeof SavedSearchId>

/** What somebody fills in to follow a search. */
export const SavedSearchForm = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'notifications.search.name.missing')
    .max(120, 'notifications.search.name.long'),
  question: z.string().max(2000),
  way: z.enum(['list', 'digest', 'immediate'], { error: 'notifications.search.way.missing' }),
})
export type SavedSearchForm = z.infer<typeof SavedSearchForm>
