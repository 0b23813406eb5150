import type { MarketCode } from "../../../markets"

type Words = { title: string | null; comment: string | null }

/** What people say, by how many stars they give. */
export const words: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly Words[]>> = {
  5: [
    {
      title: "Better than in the pictures",
      comment:
        "I was not sure about buying this without holding it first. It arrived well packed, everything was in the box, and after two weeks I still look at it with joy.",
    },
    { title: "Exactly what I wanted", comment: null },
    {
      title: null,
      comment: "Ordered on Monday, wore it on Wednesday. Will buy again.",
    },
    {
      title: "A gift that was loved",
      comment: "For my father's birthday. He has not put it down since.",
    },
  ],
  4: [
    {
      title: "Good value",
      comment: "Does what it says. The strap is a little stiff at first.",
    },
    {
      title: "Happy with it",
      comment: "One star less because the courier came a day late.",
    },
    { title: null, comment: "Good, and it feels solid." },
  ],
  3: [
    {
      title: "All right for the price",
      comment: "Looks nice. The manual could say more.",
    },
    { title: "As expected", comment: null },
  ],
  2: [
    {
      title: "Not for me",
      comment: "Smaller than I thought. Check the measurements first.",
    },
    {
      title: "The colour differs",
      comment: "It is darker than on the picture.",
    },
  ],
  1: [
    {
      title: "Stopped after a week",
      comment: "It ran for six days. I have written to the shop.",
    },
  ],
}

/** Some say it in the language they think in. */
export const local: Readonly<Record<MarketCode, readonly Words[]>> = {
  ke: [
    {
      title: "Nzuri sana",
      comment: "Imefika haraka na iko kama ilivyoelezwa.",
    },
  ],
  bd: [{ title: "দারুণ", comment: "সময়মতো পেয়েছি, মান খুব ভালো।" }],
  in: [{ title: "बहुत बढ़िया", comment: "समय पर मिला, जैसा बताया था वैसा ही है।" }],
  us: [{ title: "Five stars", comment: "Shipping was quick." }],
}

export const replies: Readonly<Record<"good" | "bad", readonly string[]>> = {
  good: [
    "Thank you for taking the time to write. Enjoy it!",
    "We are glad that you like it. Asante sana!",
  ],
  bad: [
    "We are sorry about this. Please send us your order number, and we will put it right.",
    "Thank you for telling us. We have changed the pictures so that nobody else is surprised.",
  ],
}

export const REJECTION = "It is about the courier, not about the product."
