import { defineMarket } from "./define-market"

export const bangladesh = defineMarket({
  code: "bd",
  name: "Bangladesh",
  country: "bd",
  currency: "bdt",
  locales: ["bn", "en"],
  time_zone: "Asia/Dhaka",
  tax: { name: "VAT", rate: 15, included: false },
  address: {
    required: ["address_1", "city", "province", "postal_code"],
    province: {
      label: "Division",
      names: [
        { code: "C", name: "Dhaka", aliases: ["ঢাকা"] },
        { code: "B", name: "Chittagong", aliases: ["Chattogram", "চট্টগ্রাম"] },
        { code: "E", name: "Rajshahi", aliases: ["রাজশাহী"] },
        { code: "D", name: "Khulna", aliases: ["খুলনা"] },
        { code: "A", name: "Barisal", aliases: ["Barishal", "বরিশাল"] },
        { code: "G", name: "Sylhet", aliases: ["সিলেট"] },
        { code: "F", name: "Rangpur", aliases: ["রংপুর"] },
        { code: "H", name: "Mymensingh", aliases: ["ময়মনসিংহ"] },
      ],
    },
    postal_code: { pattern: /^\d{4}$/, example: "1205" },
  },
  phone: {
    calling_code: "880",
    mobile: /^01[1-9]\d{8}$/,
    example: "01712345678",
  },
  identifier: "phone",
  payment_methods: ["bkash", "nagad", "rocket", "card", "stripe", "cash"],
  cash_limits: { order: 25_000, open_orders: 3 },
  couriers: [
    { code: "pathao", name: "Pathao Courier" },
    {
      code: "steadfast",
      name: "Steadfast Courier",
      tracking_url: "https://steadfast.com.bd/t/{number}",
    },
    {
      code: "redx",
      name: "RedX",
      tracking_url: "https://redx.com.bd/track-parcel/?trackingId={number}",
    },
    { code: "sundarban", name: "Sundarban Courier Service" },
  ],
})
