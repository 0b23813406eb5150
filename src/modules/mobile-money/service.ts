import type { Context } from "@medusajs/framework/types"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import type { AskOutcome, GiveBackOutcome, MobileMoneyDriver } from "./driver"
import * as attempts from "./ledger/attempts"
import * as awaited from "./ledger/awaited"
import * as choices from "./ledger/choices"
import {
  type Difference,
  report,
  resolveDifference,
} from "./ledger/differences"
import { type Entry, enter } from "./ledger/entries"
import * as events from "./ledger/events"
import { acceptProof, type Proof, takeLease } from "./ledger/proofs"
import * as returns from "./ledger/returns"
import type { EventRow } from "./ledger/rows"
import { type Sql, sqlIn } from "./ledger/sql"
import { DRIVER_NAMES, DRIVER_PREFIX } from "./loaders/drivers"
import * as models from "./models"

/**
 * The ledger of mobile money. What moves a state is one method, one
 * transaction and one compare-and-set; reading is Medusa's own `list…`.
 */
export class MobileMoneyService extends MedusaService(models) {
  private readonly container: Record<string, unknown>

  constructor(container: Record<string, unknown>) {
    super(...(arguments as unknown as [Record<string, unknown>]))
    this.container = container
  }

  get driverNames() {
    return this.container[DRIVER_NAMES] as readonly string[]
  }

  /** The driver of a name, or a refusal that says it is not set up. */
  async driver(name: string): Promise<MobileMoneyDriver> {
    if (!this.driverNames.includes(name)) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The payment method "${name}" is not set up in this shop.`,
        "payment_method_unavailable"
      )
    }
    return this.container[`${DRIVER_PREFIX}${name}`] as MobileMoneyDriver
  }

  async expectPayment(expected: awaited.Expected) {
    return this.write((sql) => awaited.expectPayment(sql, expected))
  }

  async awaitedOf(orderId: string) {
    return this.write((sql) => awaited.awaitedOf(sql, orderId))
  }

  async claimOverdue(limit: number) {
    return this.write((sql) => awaited.claimOverdue(sql, limit))
  }

  async halfSettled(limit: number) {
    return this.write((sql) => awaited.halfSettled(sql, limit))
  }

  async neverAsked(limit: number) {
    return this.write((sql) => awaited.neverAsked(sql, limit, this.driverNames))
  }

  async claimUnclosed(limit: number, id?: string) {
    return this.write((sql) => awaited.claimUnclosed(sql, limit, id))
  }

  async claimUnannounced(limit: number, id?: string) {
    return this.write((sql) => awaited.claimUnannounced(sql, limit, id))
  }

  async markAnnounced(id: string) {
    return this.write((sql) => awaited.markAnnounced(sql, id))
  }

  async endWait(id: string, end: awaited.WaitEnd) {
    return this.write((sql) => awaited.endWait(sql, id, end))
  }

  async prolong(id: string, seconds: number) {
    return this.write((sql) => awaited.prolong(sql, id, seconds))
  }

  async markClosed(id: string) {
    return this.write((sql) => awaited.markClosed(sql, id))
  }

  async markPaid(paid: awaited.Paid) {
    return this.write((sql) => awaited.markPaid(sql, paid))
  }

  async openAttempt(opening: Omit<attempts.Opening, "drivers">) {
    const drivers = this.driverNames
    return this.write((sql) =>
      attempts.openAttempt(sql, { ...opening, drivers })
    )
  }

  async chooseMethod(choice: choices.Choice) {
    return this.write((sql) => choices.chooseMethod(sql, choice))
  }

  async chooseBack(choice: choices.Back) {
    return this.write((sql) => choices.chooseBack(sql, choice))
  }

  /** Works on a wait alone, for a minute or until it is let go. */
  async hold(id: string) {
    return this.write((sql) => takeLease(sql, id))
  }

  async letGo(id: string) {
    return this.write((sql) => choices.letGo(sql, id))
  }

  async takeSession(taking: choices.Taking) {
    return this.write((sql) => choices.takeSession(sql, taking))
  }

  async giveUpSession(given: choices.GivenUp) {
    return this.write((sql) => choices.giveUpSession(sql, given))
  }

  async noteAsked(id: string, outcome: AskOutcome) {
    return this.write((sql) => attempts.noteAsked(sql, id, outcome))
  }

  async markFailed(failure: attempts.Failure) {
    return this.write((sql) => attempts.markFailed(sql, failure))
  }

  async claimChecks(limit: number) {
    return this.write((sql) => attempts.claimChecks(sql, limit))
  }

  async openAttemptsOf(awaitedId: string) {
    return this.write((sql) => attempts.openAttemptsOf(sql, awaitedId))
  }

  async attemptBy(column: attempts.AttemptKey, value: string) {
    return this.write((sql) => attempts.attemptBy(sql, column, value))
  }

  async acceptProof(proof: Proof) {
    return this.write((sql) => acceptProof(sql, proof))
  }

  async storeEvent(event: events.IncomingEvent) {
    return this.write((sql) => events.storeEvent(sql, event))
  }

  async claimEvents(limit: number, id?: string) {
    return this.write((sql) => events.claimEvents(sql, limit, id))
  }

  async finishEvent(id: string, outcome: string) {
    return this.write((sql) => events.finishEvent(sql, id, outcome))
  }

  async postponeEvent(event: EventRow, error: string) {
    return this.write((sql) => events.postponeEvent(sql, event, error))
  }

  async parkEvent(event: EventRow, error: string) {
    return this.write((sql) => events.parkEvent(sql, event, error))
  }

  async unparkEvent(id: string) {
    return this.write((sql) => events.unparkEvent(sql, id))
  }

  async requestReturn(request: returns.ReturnRequest) {
    return this.write((sql) => returns.requestReturn(sql, request))
  }

  async claimReturns(limit: number, id?: string) {
    return this.write((sql) => returns.claimReturns(sql, limit, id))
  }

  async markSending(id: string, tokenHash: string) {
    return this.write((sql) => returns.markSending(sql, id, tokenHash))
  }

  async noteGiveBack(id: string, outcome: GiveBackOutcome) {
    return this.write((sql) => returns.noteGiveBack(sql, id, outcome))
  }

  async endReturn(id: string, end: returns.ReturnEnd) {
    return this.write((sql) => returns.endReturn(sql, id, end))
  }

  async returnBy(column: returns.ReturnKey, value: string) {
    return this.write((sql) => returns.returnBy(sql, column, value))
  }

  async overdueReturns(limit: number) {
    return this.write((sql) => returns.overdueReturns(sql, limit))
  }

  async claimUnbooked(limit: number, id?: string) {
    return this.write((sql) => returns.claimUnbooked(sql, limit, id))
  }

  async markBooked(id: string, refundId: string) {
    return this.write((sql) => returns.markBooked(sql, id, refundId))
  }

  async reportDifference(difference: Difference) {
    return this.write((sql) => report(sql, difference))
  }

  async resolveDifference(id: string, resolution: string, actor: string) {
    return this.write((sql) => resolveDifference(sql, id, resolution, actor))
  }

  async writeEntry(entry: Entry) {
    return this.write((sql) => enter(sql, entry))
  }

  private write<T>(work: (sql: Sql) => Promise<T>) {
    return this.write_(work)
  }

  @InjectTransactionManager()
  protected async write_<T>(
    work: (sql: Sql) => Promise<T>,
    @MedusaContext() context: Context = {}
  ): Promise<T> {
    return work(sqlIn(context))
  }
}
