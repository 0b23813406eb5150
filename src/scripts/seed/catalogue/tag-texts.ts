import type { tags } from "./groups"

/** What shoppers read above the products of a tag. */
export const tagTexts: Readonly<Record<(typeof tags)[number], string>> = {
  automatic: "Wound by the wrist, without a battery.",
  bestseller: "What others take home most.",
  bluetooth: "Connects without a cable.",
  "fast-charging": "Half full while the tea draws.",
  "for-her": "Picked with her in mind.",
  "for-him": "Picked with him in mind.",
  gift: "Comes in a box worth opening.",
  leather: "Straps and cases that age well.",
  new: "Arrived in the last weeks.",
  "noise-cancelling": "Turns the matatu down.",
  office: "Looks right at a desk.",
  solar: "Light is all it needs.",
  "stainless-steel": "Does not rust, hardly scratches.",
  travel: "Small, light and ready to go.",
  "water-resistant": "Rain, dishes and the pool are fine.",
}
