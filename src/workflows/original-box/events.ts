/** What others may listen to. */
export const OriginalBoxEvents = {
  /** The offer of a product was made, changed or withdrawn: `{ product_id }`. */
  CHANGED: "original-box.changed",
} as const
