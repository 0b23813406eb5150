import type { BadgeColor } from "../../components/common/state-badge"
import type { Review } from "./types"

export const statusColors: Record<Review["status"], BadgeColor> = {
  pending: "orange",
  approved: "green",
  rejected: "red",
}

export const statuses = Object.keys(statusColors) as Review["status"][]

export const STARS = [5, 4, 3, 2, 1] as const
