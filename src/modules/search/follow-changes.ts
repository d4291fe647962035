import type { Database } from '#src/platform/database.ts'
import {
  addSegment,
  applyMerge,
  emptyIndex,
  type IndexSchema,
  planMerge,
  removeDocuments,
  type SearchIndex,
} from '#src/search-index/index.ts'
import { type Cursor, countDocuments, readChanged, readRemoved, START } from './changes-repository.ts'
import { toIndexDocument } from './index-schema.ts'
import type { SegmentWork } from './segment-work.ts'
import { type Followed, openSnapshotFile, writeSnapshotFile } from './snapshot-file.ts'
import { type FeedState, readFeedState } from './state-repository.ts'

/** The index of this process, which follows what the documents in the database become. */
export type Follower = {
  readonly index: () => SearchIndex
  /** Another number whenever other documents can be found, or the same say something else. */
  readonly generation: () => number
  /** False while documents are there that this process has not taken in since it began. */
  readonly isWhole: () => boolean
  /** Takes in all that has changed; one call at a time. */
  readonly follow: () => Promise<void>
  /** Waits for what goes on in the background. */
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

export type FollowerLog = {
  readonly info: (data: object, message: string) => void
  readonly error: (data: object, message: string) => void
}

type Options = {
  readonly db: Database
  readonly schema: IndexSchema
  readonly work: SegmentWork
  /** Where the snapshot lies; without one the index is made anew at every start. */
  readonly folder?: string
  readonly log?: FollowerLog
}

const AT_ONCE = 100
/** A snapshot is written after so many changes, and when the index has become whole. */
const CHANGES_A_SNAPSHOT = 2000

export function createFollower({ db, schema, work, folder, log }: Options): Follower {
  let following: Followed | null = null
  let shown: { readonly index: SearchIndex; readonly epoch: string | null } = {
    index: emptyIndex(schema),
    epoch: null,
  }
  let [generation, unsaved] = [0, 0]
  let [isWhole, isUnproven, isTidying] = [false, false, false]
  let background: Promise<void> = Promise.resolve()

  async function follow(): Promise<void> {
    const state = await readFeedState(db)
    const isNew = following?.epoch !== state.epoch
    let now = isNew ? await begin(state) : (following as Followed)
    following = now
    if (isNew) isWhole = false
    for (let more = true; more; ) {
      ;({ now, more } = await takeIn(now))
      following = now
      if (!more && state.isBuilt) isWhole = true
      show(now)
      tidy()
    }
    if (isUnproven && isWhole) await prove(state)
  }

  /** A rebuilding of everything shows when it has been followed to its end; until then what was there before. */
  function show({ index, epoch }: Followed): void {
    const isOther = epoch !== shown.epoch
    if (isOther && !isWhole && shown.index.documents > 0) return
    if (index !== shown.index) generation += 1
    shown = { index, epoch }
  }

  async function begin(state: FeedState): Promise<Followed> {
    const fresh = { index: emptyIndex(schema), epoch: state.epoch, changed: START, removed: START }
    if (folder === undefined || following !== null) return fresh
    const opened = await openSnapshotFile(folder, schema)
    const reason = opened.ok ? misfit(opened.followed, state) : opened.reason
    isUnproven = opened.ok && reason === null
    if (opened.ok && reason === null) return opened.followed
    if (reason !== 'missing') log?.info({ reason }, 'the snapshot of the search index does not fit')
    return fresh
  }

  async function takeIn(from: Followed): Promise<{ readonly now: Followed; readonly more: boolean }> {
    const rows = await readChanged(db, from.changed, AT_ONCE)
    const gone = await readRemoved(db, from.removed, AT_ONCE)
    const segment = rows.length > 0 ? await work.build(rows.map(toIndexDocument)) : null
    // While it was built a merge may have ended, and what it made is kept.
    const before = following?.index ?? from.index
    const index = removeDocuments(
      segment ? addSegment(before, segment) : before,
      gone.map((one) => one.id),
    )
    unsaved += rows.length + gone.length
    return {
      now: {
        epoch: from.epoch,
        index,
        changed: placeOf(rows.at(-1)) ?? from.changed,
        removed: placeOf(gone.at(-1)) ?? from.removed,
      },
      more: rows.length === AT_ONCE || gone.length === AT_ONCE,
    }
  }

  /** Merges and saves in the background; one thing at a time. */
  function tidy(): void {
    if (isTidying) return
    isTidying = true
    background = tidyUp()
      .catch((error: unknown) => log?.error({ err: error }, 'the search index could not be tidied'))
      .finally(() => {
        isTidying = false
      })
  }

  async function tidyUp(): Promise<void> {
    for (;;) {
      const inputs = following && planMerge(following.index)
      if (!inputs) break
      const merged = await work.merge(inputs)
      const index: SearchIndex | null = following && applyMerge(following.index, inputs, merged)
      // Everything may have begun anew meanwhile.
      if (!index || !following) continue
      following = { ...following, index }
      if (shown.epoch === following.epoch) shown = { index, epoch: following.epoch }
    }
    if (folder === undefined || !following || !isWhole || isUnproven) return
    if (unsaved < CHANGES_A_SNAPSHOT && wasSaved) return
    unsaved = 0
    wasSaved = true
    await writeSnapshotFile(folder, following)
  }
  let wasSaved = false

  /** A snapshot that does not lead to as many documents as there are came from a database that looked the same. */
  async function prove({ generation: before }: FeedState): Promise<void> {
    const documents = await countDocuments(db)
    const { generation: after } = await readFeedState(db)
    if (before !== after || !following) return
    isUnproven = false
    wasSaved = documents === following.index.documents
    if (wasSaved) return
    log?.info({ reason: 'otherDocuments' }, 'the snapshot of the search index does not fit')
    following = { ...following, index: emptyIndex(schema), changed: START, removed: START }
    await follow()
  }

  return {
    index: () => shown.index,
    generation: () => generation,
    isWhole: () => isWhole,
    follow,
    settle: () => background,
    close: async () => {
      await background
      await work.close()
    },
  }
}

function placeOf(row: { readonly id: string; readonly change_seq: number } | undefined): Cursor | null {
  return row ? { seq: row.change_seq, id: row.id } : null
}

/** What is wrong with a snapshot, for a database in this state. */
function misfit({ epoch, changed, removed }: Followed, state: FeedState): string | null {
  if (epoch !== state.epoch) return 'ofAnotherDatabase'
  return Math.max(changed.seq, removed.seq) > state.generation ? 'newerThanTheDatabase' : null
}
