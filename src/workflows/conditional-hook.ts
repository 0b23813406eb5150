/**
 * A hook that is reached under a condition only: `declare` goes into `then`,
 * which gives nothing back, and `hook` into the workflow's response, which
 * must name it.
 */
export class ConditionalHook<Declared> {
  private readonly declared: Declared[] = []

  constructor(private readonly create: () => Declared) {}

  readonly declare = () => {
    this.declared.push(this.create())
  }

  get hook(): Declared {
    return this.declared[0]
  }
}
