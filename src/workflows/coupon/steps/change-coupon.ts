import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, PromotionStatus } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PromotionService } from "../../../modules/promotion"
import type { CouponTerms } from "../../../modules/promotion/terms"
import { Refusal } from "../../refusal"
import { minimumAttribute } from "../lib/coupon"
import { afterLastOf, firstOf } from "../lib/days"
import { type ListedCoupon, readCoupon } from "../lib/select"
import { refuseTerms } from "../lib/terms"

export const changeCouponStepId = "change-coupon"

/** What is left out stays as it is. */
export type ChangeCouponInput = { id: string } & Partial<
  Omit<CouponTerms, "starts_at" | "ends_at"> & {
    /** A day or a clock time of the shop, or an instant. */
    starts_at: string
    /** The last day, or when it is over. */
    ends_at: string
  }
>

/** What a step keeps for later comes back through JSON. */
const revived = (instant: Date | null) => instant && new Date(instant)

const write = (
  container: MedusaContainer,
  { id, currency_code, used, starts_at, ends_at, ...terms }: ListedCoupon
) =>
  container.resolve<PromotionService>(Modules.PROMOTION).changeCoupon({
    ...terms,
    starts_at: revived(starts_at),
    ends_at: revived(ends_at),
    id,
    used,
    minimum_attribute: minimumAttribute(currency_code),
  })

const switchOnOff = (
  container: MedusaContainer,
  { id, active }: Pick<ListedCoupon, "id" | "active">
) =>
  container.resolve(Modules.PROMOTION).updatePromotions({
    id,
    status: active ? PromotionStatus.ACTIVE : PromotionStatus.INACTIVE,
  })

const notSimple = () =>
  new Refusal(
    "coupon_not_simple",
    "This promotion has more to it than a coupon: change it among the promotions.",
    { kind: "NOT_ALLOWED" }
  )

/** Changes what was sent and puts everything back when a later step fails. */
export const changeCouponStep = createStep(
  changeCouponStepId,
  async (
    { id, starts_at, ends_at, ...changes }: ChangeCouponInput,
    { container }
  ) => {
    const before = await readCoupon(container, id)
    const wanted = {
      ...before,
      ...changes,
      ...(starts_at ? { starts_at: firstOf(starts_at) } : {}),
      ...(ends_at ? { ends_at: afterLastOf(ends_at) } : {}),
    }
    const onlySwitched =
      !starts_at &&
      !ends_at &&
      Object.keys(changes).every((field) => field === "active")
    if (before.simple) {
      refuseTerms(wanted, { used: before.used, total: wanted.usage_limit })
      const campaign = await write(container, wanted)
      return new StepResponse(id, { before, campaign })
    }
    if (!onlySwitched) {
      throw notSimple()
    }
    await switchOnOff(container, wanted)
    return new StepResponse(id, { before, campaign: null })
  },
  async (written, { container }) => {
    if (!written) {
      return
    }
    const { before, campaign } = written
    await (before.simple ? write : switchOnOff)(container, before)
    if (campaign) {
      await container.resolve(Modules.PROMOTION).deleteCampaigns([campaign])
    }
  }
)
