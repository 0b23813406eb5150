import { number, text } from "../kinds"
import { section, setting } from "../setting"

export const demo = section(
  "Demo shop",
  "What the seed makes, which `npm start` runs once. It refuses production.",
  {
    SEED_ORDERS: setting(number(0, 100_000), {
      about: "How many orders the demo shop gets.",
      fallback: "200",
    }),
    SEED_PASSWORD: setting(text, {
      about: "Password of the demo shop's log-ins.",
      fallback: "Duka-demo-1",
      secret: true,
    }),
    SEED_REPORT: setting(text, {
      about:
        "File into which the seed writes log-ins, publishable key and regions as JSON.",
    }),
  }
)
