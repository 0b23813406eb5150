import { choice, duration, flag, list, number, text, timeZone } from "../kinds"
import { section, setting } from "../setting"

const requirement = list(
  choice("image", "tag", "category"),
  "some of `image`, `tag`, `category`, or `none`"
)

export const shop = section(
  "Shop",
  "How the shop behaves in every market. What differs between markets stands in `src/markets`.",
  {
    SHOP_TIME_ZONE: setting(timeZone, {
      about:
        "The zone of clock times: days begin by it, a coupon's first and last too.",
      fallback: "UTC",
    }),
    ORDER_NUMBER_PATTERN: setting(text, {
      about:
        "How order numbers look, from `{market}`, `{year}` and `{number}`. The market's own pattern when it is not set.",
      later: "orders",
    }),
    GUEST_CHECKOUT: setting(flag, {
      about: "Whether one may buy without an account.",
      fallback: "true",
    }),
    LINE_QUANTITY_MAX: setting(number(1, 10_000), {
      about: "The most pieces of one thing in a cart.",
      fallback: "100",
    }),
    ORIGINAL_BOX_PROMOTABLE: setting(flag, {
      about: "Whether promotions lower the price of an original box, too.",
      fallback: "false",
    }),
    ORIGINAL_BOX_TAXED_AS: setting(choice("watch", "standard"), {
      about:
        "`watch` taxes a box by the tax rules of its product, `standard` by the default rate of the tax region.",
      fallback: "watch",
    }),
    LOW_STOCK_THRESHOLD: setting(number(0, 100_000), {
      about:
        "Stock is low at or below this, where neither variant nor product says.",
      fallback: "5",
    }),
    PUBLISH_REQUIRES: setting(
      {
        ...requirement,
        read: (raw) => (raw === "none" ? [] : requirement.read(raw)),
      },
      {
        about: "What a product needs before it is published.",
        fallback: "image,tag,category",
      }
    ),
    META_TITLE_UNIQUE: setting(flag, {
      about: "Whether two products may not share a meta title.",
      fallback: "true",
    }),
    CATEGORY_NAME_UNIQUE: setting(choice("siblings", "everywhere", "no"), {
      about: "Where the name of a category must be unique.",
      fallback: "siblings",
    }),
    REVIEWS_VERIFIED_ONLY: setting(flag, {
      about: "Whether only buyers of a delivered line may review.",
      fallback: "true",
    }),
    REVIEWS_MODERATION: setting(choice("after", "before"), {
      about:
        "`after` shows a review at once and lets staff take it down; `before` waits for staff.",
      fallback: "after",
    }),
    CART_IDLE_TTL: setting(duration, {
      about: "How long a cart lives without being touched.",
      fallback: "30d",
      later: "checkout",
    }),
    MESSAGE_RETENTION: setting(duration, {
      about: "How long sent messages stay in the log.",
      fallback: "365d",
      later: "messages",
    }),
    CALLBACK_RETENTION: setting(duration, {
      about: "How long stored callbacks of payment providers are kept.",
      fallback: "730d",
      later: "mobile money",
    }),
    AUDIT_RETENTION: setting(duration, {
      about: "How long the record of staff actions is kept.",
      fallback: "1825d",
      later: "audit",
    }),
  }
)
