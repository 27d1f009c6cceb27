import { ProblemError } from '@/components/shell/request'
import { type ExplainedError, ownError } from '@/lib/cloud/explained-error'
import { IMAGE_PAGE_MAX, type ImageScope } from '@/lib/cloud/images/scopes'
import { ImageCollection } from '@/lib/images/collection'
import { FIRST_PAGE, type ImagePageQuery } from '@/lib/images/list-query'
import type { ListedImage } from '@/lib/images/listed'
import type { ImagePage, ImageSummary } from '@/lib/images/view'

export type ImageListState = {
  rows: readonly ListedImage[]
  isReading: boolean
  /** Why a scope that is asked for is not read to its end. */
  stopped: ReadonlyMap<ImageScope, ExplainedError>
  complete: ReadonlySet<ImageScope>
  /** When the oldest part of what is shown was read, by the server's clock; null while nothing was. */
  readAt: number | null
}

type GetPage = (query: ImagePageQuery) => Promise<ImagePage>

/**
 * Reads a list of images to its end, one page after the other, for as long as somebody looks at it. It outlives the
 * page that shows it: one comes back to the list as it was left.
 */
export class ImageReader {
  readonly #getPage: GetPage
  readonly #collection = new ImageCollection()
  readonly #stopped = new Map<ImageScope, ExplainedError>()
  readonly #listeners = new Set<() => void>()
  #wanted: readonly ImageScope[]
  #isOpen = false
  #reading: Promise<void> | null = null
  #state: ImageListState

  constructor(getPage: GetPage, wanted: readonly ImageScope[]) {
    this.#getPage = getPage
    this.#wanted = wanted
    this.#state = this.#now()
  }

  readonly state = (): ImageListState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Puts in what the server rendered, before anybody listens. */
  begin(scope: ImageScope, first: ImagePage): void {
    const pass = this.#collection.pass(scope)
    if (pass) this.#collection.go(pass, first, performance.now())
    this.#state = this.#now()
  }

  stopAt(scope: ImageScope, error: ExplainedError): void {
    this.#stopped.set(scope, error)
    this.#state = this.#now()
  }

  /** Reads on until these scopes are complete, in this order, or until `close`. */
  open(scopes: readonly ImageScope[]): void {
    const areOthers = scopes.join() !== this.#wanted.join()
    this.#wanted = scopes
    this.#isOpen = true
    // Else it looks as if there were none of them until the first page has come.
    if (areOthers) this.#publish()
    void this.#readOn()
  }

  close(): void {
    this.#isOpen = false
  }

  /** Goes on where a page could not be read. */
  readRest(): Promise<void> {
    this.#stopped.clear()
    return this.#readOn()
  }

  /** Reads all of it anew; what is there stays until it is known to be gone. */
  async readAgain(): Promise<void> {
    for (const scope of this.#wanted) this.#collection.begin(scope)
    await this.#reading
    await this.readRest()
  }

  /** The newest page alone, for what has come and what has changed. */
  async refresh(scope: ImageScope): Promise<ImagePage> {
    const askedAt = performance.now()
    const page = await this.#getPage({ ...FIRST_PAGE, scope })
    this.take(scope, page, askedAt)
    return page
  }

  /** A newest page that has come some other way. */
  take(scope: ImageScope, page: ImagePage, askedAt: number): void {
    this.#collection.refresh(scope, page, askedAt)
    // What stopped in the middle waits for a person; what never began has begun now.
    if (!this.#collection.pass(scope)?.after) this.#stopped.delete(scope)
    this.#publish()
    void this.#readOn()
  }

  change(id: string, changes: Partial<ImageSummary>, scope?: ImageScope): void {
    this.#collection.change(id, changes, performance.now(), scope)
    this.#publish()
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.#collection.remove(id)
    this.#publish()
  }

  #next(): ImageScope | undefined {
    return this.#wanted.find((scope) => !this.#stopped.has(scope) && this.#collection.pass(scope))
  }

  #readOn(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = null
      this.#publish()
      // What was asked for just as the last page came.
      if (this.#isOpen && this.#next()) void this.#readOn()
    })
    return this.#reading
  }

  /** One page at a time: two reads at once were more than a Glance on two busy cores always answered. */
  async #readAll(): Promise<void> {
    for (let scope = this.#next(); scope && this.#isOpen; scope = this.#next()) {
      await this.#readPage(scope)
      this.#publish()
    }
  }

  async #readPage(scope: ImageScope): Promise<void> {
    const pass = this.#collection.pass(scope)
    if (!pass) return
    const askedAt = performance.now()
    try {
      const page = await this.#getPage({ scope, after: pass.after, limit: IMAGE_PAGE_MAX })
      this.#collection.go(pass, page, askedAt)
    } catch (error) {
      const isGone = error instanceof ProblemError && error.problem === 'not-found'
      if (isGone && this.#collection.goBack(pass)) return
      this.#stopped.set(scope, error instanceof ProblemError ? error.error : unknown())
    }
  }

  #now(): ImageListState {
    return {
      rows: this.#collection.rows(),
      isReading: this.#next() !== undefined,
      stopped: new Map([...this.#stopped].filter(([scope]) => this.#wanted.includes(scope))),
      complete: new Set(this.#wanted.filter((scope) => this.#collection.isComplete(scope))),
      readAt: this.#collection.readAt(this.#wanted),
    }
  }

  #publish(): void {
    this.#state = this.#now()
    for (const listener of this.#listeners) listener()
  }
}

const unknown = (): ExplainedError =>
  ownError('The images could not be read', null, 'Read them again, or reload the page.')
