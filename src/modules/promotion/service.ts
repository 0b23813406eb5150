import type {
  BigNumberInput,
  Context,
  PromotionDTO,
  PromotionTypes,
} from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MathBN,
  MedusaContext,
  PromotionStatus,
} from "@medusajs/framework/utils"
import { first, sqlIn } from "../sql"
import { computeRefusal, usageRefusal } from "./errors"
import { cappedTo, sumsByCode } from "./maximum-discount"
import {
  type CouponChange,
  type DeletedCoupon,
  MAXIMUM_KEY,
  maximumOf,
  perCustomerBudget,
} from "./terms"
import { PromotionModuleService } from "./upstream"

type Actions = PromotionTypes.ComputeActions[]
type Used = PromotionTypes.UsageComputedActions[]

const sumOf = (
  items: PromotionTypes.ComputeActionContext["items"] = [],
  field: "original_total" | "subtotal"
) =>
  items.reduce<BigNumberInput>(
    (sum, item) => MathBN.add(sum, item[field] ?? 0),
    0
  )

/** Carts know these figures; an order that is edited knows only its lines. */
const withFigures = (
  context: PromotionTypes.ComputeActionContext
): PromotionTypes.ComputeActionContext => ({
  original_item_total: sumOf(context.items, "original_total"),
  original_item_subtotal: sumOf(context.items, "subtotal"),
  ...context,
})

/**
 * Medusa's Promotion module, which knows a maximum discount.
 *
 * Medusa computes what a code takes off, and nothing there can say "20 %, but
 * no more than 500". The maximum stands in the promotion's metadata
 * (`maximum_discount`), and is applied to what Medusa has computed, wherever it
 * computes: carts, draft orders and edits of orders.
 *
 * Besides, what Medusa throws of limits has a code, a use that is taken back
 * is counted under the same row locks as one that is made, and all terms of a
 * coupon change in one transaction.
 *
 * Not guaranteed: of several codes on one cart, a later one is computed from
 * what an earlier one would leave without its maximum.
 */
export class PromotionService extends PromotionModuleService {
  @InjectManager()
  override async computeActions(
    codes: string[],
    context: PromotionTypes.ComputeActionContext,
    options: PromotionTypes.ComputeActionOptions = {},
    @MedusaContext() shared: Context = {}
  ): Promise<Actions> {
    const actions = await super
      .computeActions(codes, withFigures(context), options, shared)
      .catch((error: unknown) => {
        throw computeRefusal(error)
      })
    return cappedTo(await this.maximums_(actions, shared), actions)
  }

  @InjectTransactionManager()
  override async registerUsage(
    actions: Used,
    registration: PromotionTypes.CampaignBudgetUsageContext,
    @MedusaContext() shared: Context = {}
  ): Promise<void> {
    await super
      .registerUsage(actions, registration, shared)
      .catch((error: unknown) => {
        throw usageRefusal(error)
      })
  }

  /** Medusa reads, subtracts and writes without a lock, and loses count. */
  @InjectTransactionManager()
  override async revertUsage(
    actions: Used,
    registration: PromotionTypes.CampaignBudgetUsageContext,
    @MedusaContext() shared: Context = {}
  ): Promise<void> {
    await this.lock_(
      "code",
      actions.map(({ code }) => code),
      shared
    )
    await super.revertUsage(actions, registration, shared)
  }

  /**
   * Everything a coupon says, at once or not at all. Answers with the campaign
   * that had to be made for it, if it had none.
   */
  @InjectTransactionManager()
  async changeCoupon(
    { id, used, minimum_attribute, ...terms }: CouponChange,
    @MedusaContext() shared: Context = {}
  ): Promise<string | null> {
    await this.lock_("id", [id], shared)
    const promotion = await this.retrievePromotion(
      id,
      {
        relations: [
          "application_method",
          "rules",
          "campaign",
          "campaign.budget",
        ],
      },
      shared
    )
    const counted = typeof promotion.limit === "number"
    await this.promotionService_.update(
      [
        {
          id,
          status: terms.active
            ? PromotionStatus.ACTIVE
            : PromotionStatus.INACTIVE,
          limit: terms.usage_limit,
          metadata: {
            ...promotion.metadata,
            [MAXIMUM_KEY]: terms.maximum_discount,
          },
          ...(counted ? {} : { used }),
        },
      ],
      shared
    )
    await this.applicationMethodService_.update(
      [{ id: promotion.application_method?.id, value: terms.value }],
      shared
    )
    await this.changeMinimum_(
      promotion,
      { attribute: minimum_attribute, amount: terms.minimum_amount },
      shared
    )
    return this.changeCampaign_(promotion, terms, shared)
  }

  /** With the campaign, when no other promotion is in it. */
  @InjectTransactionManager()
  async deleteCoupon(
    id: string,
    @MedusaContext() shared: Context = {}
  ): Promise<DeletedCoupon> {
    await this.lock_("id", [id], shared)
    const { campaign } = await this.retrievePromotion(
      id,
      { relations: ["campaign", "campaign.budget"] },
      shared
    )
    const others = await sqlIn(shared)(
      `select 1 from promotion
        where campaign_id = ? and id <> ? and deleted_at is null limit 1`,
      [campaign?.id ?? null, id]
    )
    const own = others.length ? null : campaign
    await this.softDeletePromotions([id], {}, shared)
    if (own) {
      await this.softDeleteCampaigns([own.id], {}, shared)
    }
    return { id, campaign: own?.id ?? null, budget: own?.budget?.id ?? null }
  }

  @InjectTransactionManager()
  async restoreCoupon(
    { id, campaign, budget }: DeletedCoupon,
    @MedusaContext() shared: Context = {}
  ): Promise<void> {
    await this.restorePromotions([id], {}, shared)
    if (campaign) {
      await this.restoreCampaigns([campaign], {}, shared)
      // With it comes a limit that had been taken away before.
      await sqlIn(shared)(
        `update promotion_campaign_budget set deleted_at = now()
          where campaign_id = ? and id is distinct from ?`,
        [campaign, budget]
      )
    }
  }

  /** As if it had never been: a coupon that could not be made. */
  @InjectTransactionManager()
  async eraseCoupon(
    id: string,
    @MedusaContext() shared: Context = {}
  ): Promise<void> {
    const { rules = [], campaign } = await this.retrievePromotion(
      id,
      { relations: ["rules", "campaign"] },
      shared
    )
    await this.removePromotionRules(
      id,
      rules.map((rule) => rule.id),
      shared
    )
    await this.deletePromotions([id], shared)
    if (campaign) {
      await this.deleteCampaigns([campaign.id], shared)
    }
  }

  private async changeMinimum_(
    { id, rules = [] }: PromotionDTO,
    { attribute, amount }: { attribute: string; amount: number | null },
    shared: Context
  ) {
    const held = rules.filter(
      (rule) => rule.operator === "gte" && rule.attribute === attribute
    )
    if (held.length) {
      await this.removePromotionRules(
        id,
        held.map((rule) => rule.id),
        shared
      )
    }
    if (amount !== null) {
      await this.addPromotionRules(
        id,
        [{ attribute, operator: "gte", values: [String(amount)] }],
        shared
      )
    }
  }

  private async changeCampaign_(
    { id, code = id, campaign }: PromotionDTO,
    {
      starts_at,
      ends_at,
      ...terms
    }: Omit<CouponChange, "id" | "used" | "minimum_attribute">,
    shared: Context
  ): Promise<string | null> {
    const budget = perCustomerBudget(terms.usage_limit_per_customer)
    if (!campaign) {
      const made = await this.createCampaigns(
        {
          name: code,
          campaign_identifier: `coupon-${id}`,
          starts_at,
          ends_at,
          ...(budget ? { budget } : {}),
        },
        shared
      )
      await this.addPromotionsToCampaign(
        { id: made.id, promotion_ids: [id] },
        shared
      )
      return made.id
    }
    await this.updateCampaigns({ id: campaign.id, starts_at, ends_at }, shared)
    await this.changeBudget_(campaign.id, campaign.budget?.id, budget, shared)
    return null
  }

  /** A limit that was taken away and comes back goes on where it stopped. */
  private async changeBudget_(
    campaign: string,
    held: string | undefined,
    budget: ReturnType<typeof perCustomerBudget>,
    shared: Context
  ) {
    if (!budget) {
      if (held) {
        // Medusa's own soft deletion takes the campaign with it.
        await sqlIn(shared)(
          "update promotion_campaign_budget set deleted_at = now() where id = ?",
          [held]
        )
      }
      return
    }
    const id = held ?? (await this.revivedBudget_(campaign, shared))
    if (id) {
      await this.campaignBudgetService_.update(
        [{ id, limit: budget.limit }],
        shared
      )
    } else {
      await this.campaignBudgetService_.create(
        [{ ...budget, campaign }],
        shared
      )
    }
  }

  private async revivedBudget_(campaign: string, shared: Context) {
    const gone = await first(
      sqlIn(shared)<{ id: string }>(
        `update promotion_campaign_budget set deleted_at = null
          where id = (select id from promotion_campaign_budget
            where campaign_id = ? and type = 'use_by_attribute'
            order by updated_at desc limit 1)
          returning id`,
        [campaign]
      )
    )
    return gone?.id
  }

  private async maximums_(actions: Actions, shared: Context) {
    const codes = [...sumsByCode(actions).keys()]
    const promotions = codes.length
      ? await this.listPromotions(
          { code: codes },
          { select: ["id", "code", "metadata"] },
          shared
        )
      : []
    return new Map(
      promotions.flatMap((promotion) => {
        const maximum = maximumOf(promotion)
        return maximum === null ? [] : [[promotion.code ?? "", maximum]]
      })
    )
  }

  /** In the order Medusa locks them in when it counts a use. */
  private async lock_(
    column: "id" | "code",
    values: readonly string[],
    shared: Context
  ) {
    const sql = sqlIn(shared)
    const list = [...new Set(values)]
    const marks = list.map(() => "?").join(", ") || "null"
    await sql(
      `select id from promotion where ${column} in (${marks}) order by id for update`,
      list
    )
    await sql(
      `select id from promotion_campaign_budget where campaign_id in
         (select campaign_id from promotion where ${column} in (${marks}))
       order by id for update`,
      list
    )
  }
}
