/**
 * The images of a list while it is read, scope by scope and page by page. Whatever comes is merged by id: rows stay
 * the rows they were, those that a later reading does not hold any more are gone, and a page that was asked for before
 * a change does not take the change back. Nothing here asks for anything.
 */
import type { ImageScope } from '../cloud/images/scopes.ts'
import { type ListedImage, toListed } from './listed.ts'
import type { ImagePage, ImageSummary } from './view.ts'

/** One way through a scope, from its newest image to its oldest. */
export type Pass = {
  scope: ImageScope
  /** Ids in the order they came. */
  ids: string[]
  /** The image after which the next page begins; null before the first. */
  after: string | null
  /** How often the image to go on after was gone. */
  stepsBack: number
}

/** Deletions do not outrun a reader that often; a cloud that refuses every cursor would. */
const STEPS_BACK_MAX = 10

type Scope = {
  pass: Pass | null
  /** Read to its end at least once. */
  isComplete: boolean
  /** When the last whole way through began, by the server's clock (epoch milliseconds); null before that. */
  readAt: number | null
  passReadAt: number | null
}

const NOT_READ: Scope = { pass: null, isComplete: false, readAt: null, passReadAt: null }

export class ImageCollection {
  #rows = new Map<string, ListedImage>()
  readonly #scopes = new Map<ImageScope, Scope>()
  /** When rows were changed here, on the clock of `askedAt`. */
  readonly #changed = new Map<string, number>()
  readonly #removed = new Set<string>()

  rows(): ListedImage[] {
    return [...this.#rows.values()]
  }

  has(id: string): boolean {
    return this.#rows.has(id)
  }

  /** The way through a scope that is under way, begun where there is none and it was never read to its end. */
  pass(scope: ImageScope): Pass | null {
    const { pass, isComplete } = this.#of(scope)
    return pass ?? (isComplete ? null : this.begin(scope))
  }

  /** Reads a scope anew from its newest image; rows stay where they are meanwhile. */
  begin(scope: ImageScope): Pass {
    const pass = { scope, ids: [], after: null, stepsBack: 0 }
    this.#scopes.set(scope, { ...this.#of(scope), pass, passReadAt: null })
    return pass
  }

  isComplete(scope: ImageScope): boolean {
    return this.#of(scope).isComplete
  }

  /** When what is shown of these scopes was read, the oldest part of it; null where nothing was. */
  readAt(scopes: readonly ImageScope[]): number | null {
    const times = scopes.flatMap((scope) => {
      const { readAt, passReadAt } = this.#of(scope)
      return readAt ?? passReadAt ?? []
    })
    return times.length > 0 ? Math.min(...times) : null
  }

  /**
   * The next page of a pass. An answer to a pass that was begun anew meanwhile is left out.
   * @param askedAt when it was asked for, on the clock that `change` uses
   */
  go(pass: Pass, page: ImagePage, askedAt: number): void {
    const scope = this.#of(pass.scope)
    if (scope.pass !== pass) return
    const above = pass.after === null ? Number.POSITIVE_INFINITY : this.#createdAt(pass.after)
    const came = this.#merge(pass.scope, page, askedAt)
    this.#dropMissing(pass.scope, page, above, askedAt)
    pass.ids.push(...came)
    const passReadAt = scope.passReadAt ?? page.readAt
    if (page.next !== null) {
      pass.after = page.next
      this.#scopes.set(pass.scope, { ...scope, passReadAt })
      return
    }
    const seen = new Set(pass.ids)
    for (const [id, row] of this.#rows)
      if (row.scope === pass.scope && !seen.has(id) && !this.#isChangedSince(id, askedAt))
        this.#rows.delete(id)
    this.#scopes.set(pass.scope, { pass: null, isComplete: true, readAt: passReadAt, passReadAt: null })
  }

  /**
   * The image that the next page was to begin after is gone: goes on from one before it, further back each time.
   * @returns false where that leads nowhere
   */
  goBack(pass: Pass): boolean {
    if (pass.after === null || pass.stepsBack >= STEPS_BACK_MAX) return false
    pass.ids.splice(-(2 ** pass.stepsBack))
    pass.stepsBack += 1
    pass.after = pass.ids.at(-1) ?? null
    return true
  }

  /** The newest page of a scope, read once more beside whatever is under way. */
  refresh(scope: ImageScope, page: ImagePage, askedAt: number): void {
    const known = this.#of(scope)
    const overlaps = page.images.some(({ id }) => this.#rows.get(id)?.scope === scope)
    const came = this.#merge(scope, page, askedAt)
    this.#dropMissing(scope, page, Number.POSITIVE_INFINITY, askedAt)
    if (known.pass) {
      const passed = new Set(known.pass.ids)
      known.pass.ids.unshift(...came.filter((id) => !passed.has(id)))
    }
    if (page.next === null)
      this.#scopes.set(scope, { pass: null, isComplete: true, readAt: page.readAt, passReadAt: null })
    // So many are new that some lie between this page and what was known.
    else if (!overlaps && known.isComplete && !known.pass) this.begin(scope)
  }

  /** What was done to an image here: shown at once, whatever an answer on its way still says. */
  change(id: string, changes: Partial<ImageSummary>, at: number, scope?: ImageScope): void {
    const row = this.#rows.get(id)
    if (!row) return
    this.#changed.set(id, at)
    this.#rows.set(id, toListed({ ...row.image, ...changes }, scope ?? row.scope))
  }

  /** Ids of images never come back. */
  remove(id: string): void {
    this.#removed.add(id)
    this.#rows.delete(id)
    for (const { pass } of this.#scopes.values()) {
      if (!pass) continue
      const at = pass.ids.indexOf(id)
      if (at >= 0) pass.ids.splice(at, 1)
      if (pass.after === id) pass.after = pass.ids.at(-1) ?? null
    }
  }

  #of(scope: ImageScope): Scope {
    return this.#scopes.get(scope) ?? NOT_READ
  }

  #createdAt(id: string): number {
    return this.#rows.get(id)?.image.createdAt ?? Number.NEGATIVE_INFINITY
  }

  #isChangedSince(id: string, askedAt: number): boolean {
    return (this.#changed.get(id) ?? Number.NEGATIVE_INFINITY) >= askedAt
  }

  /** @returns the ids that belong to the scope now */
  #merge(scope: ImageScope, page: ImagePage, askedAt: number): string[] {
    const came: string[] = []
    for (const image of page.images) {
      if (this.#removed.has(image.id)) continue
      const known = this.#rows.get(image.id)
      came.push(image.id)
      if (known && this.#isChangedSince(image.id, askedAt)) continue
      if (!known || known.scope !== scope || !isSame(known.image, image))
        this.#rows.set(image.id, toListed(image, scope))
    }
    return came
  }

  /** What stood between the page's ends and is not on it is gone. Where two are of one second, a whole pass tells. */
  #dropMissing(scope: ImageScope, page: ImagePage, above: number, askedAt: number): void {
    const onPage = new Set(page.images.map(({ id }) => id))
    const last = page.images.at(-1)?.createdAt ?? Number.POSITIVE_INFINITY
    const below = page.next === null ? Number.NEGATIVE_INFINITY : last
    for (const [id, row] of this.#rows) {
      const at = row.image.createdAt
      if (row.scope !== scope || onPage.has(id) || at === null || this.#isChangedSince(id, askedAt)) continue
      if (at < above && at > below) this.#rows.delete(id)
    }
  }
}

/** So that rows which say the same are not drawn again. */
const isSame = (one: ImageSummary, other: ImageSummary): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
