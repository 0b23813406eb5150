import type { Context } from "@medusajs/framework/types"
import {
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { type Sql, sqlIn } from "../sql"
import * as models from "./models"
import type {
  NewReview,
  Rating,
  ReviewDecision,
  ReviewEdit,
  ReviewRemoval,
  ReviewReply,
  ReviewRow,
  ReviewVoteInput,
  Written,
} from "./types"
import * as authors from "./writes/authors"
import * as reviews from "./writes/reviews"
import * as summary from "./writes/summary"
import { vote } from "./writes/votes"

/**
 * Each write is one transaction that takes the product's summary first, so the
 * figures are right whoever writes at the same time. Reading is Medusa's own
 * `list…`; its own `create…` and `update…` would leave the figures behind.
 */
export class ReviewService extends MedusaService(models) {
  async writeReview(review: NewReview) {
    return this.write((sql) => reviews.createReview(sql, review))
  }

  async discardReview(review: ReviewRow) {
    return this.write((sql) => reviews.discardReview(sql, review))
  }

  async editReview(edit: ReviewEdit) {
    return this.write((sql) => reviews.editReview(sql, edit))
  }

  async decideOnReview(decision: ReviewDecision) {
    return this.write((sql) => reviews.decideOnReview(sql, decision))
  }

  async replyToReview(reply: ReviewReply) {
    return this.write((sql) => reviews.replyToReview(sql, reply))
  }

  async removeReview(removal: ReviewRemoval) {
    return this.write((sql) => reviews.removeReview(sql, removal))
  }

  async putBackReview(written: Written) {
    return this.write((sql) => reviews.putBackReview(sql, written))
  }

  async vote(input: ReviewVoteInput) {
    return this.write((sql) => vote(sql, input))
  }

  async uncopiedRatings(productId: string | null, limit: number) {
    return this.write((sql) => summary.uncopiedRatings(sql, productId, limit))
  }

  async markCopied(rating: Rating) {
    return this.write((sql) => summary.markCopied(sql, rating))
  }

  async forgetCustomers(ids: readonly string[]) {
    return this.write((sql) => authors.forgetCustomers(sql, ids))
  }

  async renameAuthor(customerId: string, name: string | null) {
    return this.write((sql) => authors.renameAuthor(sql, customerId, name))
  }

  async customersAfter(id: string, limit: number) {
    return this.write((sql) => authors.customersAfter(sql, id, limit))
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
