import type { BadgeColor } from "../../components/common/state-badge"
import type { Coupon } from "./types"

export const stateColors: Record<Coupon["state"], BadgeColor> = {
  active: "green",
  scheduled: "blue",
  expired: "grey",
  used_up: "orange",
  inactive: "red",
}

export const states = Object.keys(stateColors) as Coupon["state"][]
