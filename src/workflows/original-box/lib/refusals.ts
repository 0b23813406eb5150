import { Refusal } from "../../refusal"

/** Of a box by itself, on a cart and in the edit of an order. */
export const followsWatch = () =>
  new Refusal(
    "original_box_follows_watch",
    "An original box has the quantity of its watch. Change that line, or remove this one.",
    {
      kind: "NOT_ALLOWED",
      details: [{ field: "quantity", message: "follows the watch" }],
    }
  )
