type Leave = () => void

/** Who wants the same key waits in line, within this process. */
export class LocalQueue {
  private readonly lines = new Map<string, Promise<void>>()

  /**
   * Resolves when it is the caller's turn at every key. Keys are taken in the
   * order given, so callers give them sorted: (A, B) and (B, A) would otherwise
   * wait for each other.
   */
  async enter(keys: string[], tooLate: Promise<never>): Promise<Leave> {
    const left: Leave[] = []
    const leaveAll = () => left.forEach((leave) => leave())
    try {
      for (const key of keys) {
        const { turn, leave } = this.join(key)
        left.push(leave)
        await Promise.race([turn, tooLate])
      }
    } catch (error) {
      leaveAll()
      throw error
    }
    return leaveAll
  }

  private join(key: string): { turn: Promise<void>; leave: Leave } {
    const turn = this.lines.get(key) ?? Promise.resolve()
    let leave: Leave = () => undefined
    const mine = new Promise<void>((done) => (leave = done))
    const line = turn.then(() => mine)
    this.lines.set(key, line)
    void line.then(() => {
      if (this.lines.get(key) === line) {
        this.lines.delete(key)
      }
    })
    return { turn, leave }
  }
}
