import { numberOf } from "../number-of"
import type { Profile, ProfiledProduct } from "./types"

/** The form: what a person types, before it means anything. */
export type Draft = {
  brand: string
  short_description: string
  meta_title: string
  meta_description: string
  /** One a line. */
  features: string
  /** One a line: name, colon, value. */
  specifications: string
  has_warranty: boolean
  warranty: string
  video_url: string
  featured: boolean
  low_stock_threshold: string
  sku_prefix: string
  cost_amount: string
  cost_currency: string
}

const texts = [
  "brand",
  "short_description",
  "meta_title",
  "meta_description",
  "warranty",
  "video_url",
  "sku_prefix",
] as const

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)

export const draftOf = ({
  product_profile: profile,
  product_cost: cost,
}: ProfiledProduct): Draft => ({
  brand: profile?.brand ?? "",
  short_description: profile?.short_description ?? "",
  meta_title: profile?.meta_title ?? "",
  meta_description: profile?.meta_description ?? "",
  features: (profile?.features ?? []).join("\n"),
  specifications: (profile?.specifications ?? [])
    .map(({ name, value }) => `${name}: ${value}`)
    .join("\n"),
  has_warranty: profile?.has_warranty ?? false,
  warranty: profile?.warranty ?? "",
  video_url: profile?.video_url ?? "",
  featured: profile?.featured ?? false,
  low_stock_threshold: String(profile?.low_stock_threshold ?? ""),
  sku_prefix: profile?.sku_prefix ?? "",
  cost_amount: String(cost?.amount ?? ""),
  cost_currency: cost?.currency_code ?? "",
})

/** What the server is sent; what was emptied is null, and it judges the rest. */
export function profileOf(draft: Draft) {
  const text = Object.fromEntries(
    texts.map((name) => [name, draft[name].trim() || null])
  )
  const threshold = draft.low_stock_threshold.trim()
  const amount = draft.cost_amount.trim()
  return {
    ...text,
    features: lines(draft.features),
    specifications: lines(draft.specifications).map((line) => {
      const [name, ...value] = line.split(":")
      return { name: name.trim(), value: value.join(":").trim() }
    }),
    has_warranty: draft.has_warranty,
    featured: draft.featured,
    low_stock_threshold: threshold ? numberOf(threshold) : null,
    cost_price: amount
      ? {
          amount: numberOf(amount),
          currency_code: draft.cost_currency.trim().toLowerCase(),
        }
      : null,
  }
}

/** Whether there is anything to show; figures alone make no profile. */
export const isFilled = (
  profile: Profile | null | undefined
): profile is Profile =>
  Boolean(
    profile &&
    (texts.some((name) => profile[name]) ||
      profile.features.length ||
      profile.specifications?.length ||
      profile.has_warranty ||
      profile.featured ||
      profile.low_stock_threshold !== null)
  )
