export type View = { product_id: string; customer_id: string | null }

export type Views = {
  counted: { product_id: string; count: number }[]
  recent: { customer_id: string; product_id: string; viewed_at: string }[]
}

type Options = {
  /** So many different products or customers are held at most. */
  size: number
  milliseconds: number
  write: (views: Views) => Promise<void>
}

/**
 * Holds views in memory and writes them together: when there are many, when
 * some time has passed, and before the process ends. What a killed process
 * held is lost, and nothing else: at most what came in the last moments.
 */
export class ViewBuffer {
  private counts = new Map<string, number>()
  private recent = new Map<string, Views["recent"][number]>()
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly options: Options) {}

  add({ product_id, customer_id }: View): void {
    this.counts.set(product_id, (this.counts.get(product_id) ?? 0) + 1)
    if (customer_id) {
      this.recent.set(`${customer_id} ${product_id}`, {
        ...{ customer_id, product_id },
        viewed_at: new Date().toISOString(),
      })
    }
    if (this.counts.size + this.recent.size >= this.options.size) {
      void this.flush()
    } else {
      this.timer ??= setTimeout(
        () => void this.flush(),
        this.options.milliseconds
      ).unref()
    }
  }

  /** Writes what is held; ends when it is written, or given up. */
  flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const counted = [...this.counts].map(([product_id, count]) => ({
      product_id,
      count,
    }))
    const recent = [...this.recent.values()]
    this.counts = new Map()
    this.recent = new Map()
    if (counted.length) {
      this.writing = this.writing.then(() =>
        this.options.write({ counted, recent })
      )
    }
    return this.writing
  }
}
