import { number, text } from "../kinds"
import { section, setting } from "../setting"

export const demo = section(
  "Demo shop",
  "For `npm run seed`, which `npm start` runs once. It refuses production.",
  {
    SEED_ORDERS: setting(number(0, 100_000), {
      about: "How many orders to make.",
      fallback: "200",
    }),
    SEED_PASSWORD: setting(text, {
      about: "Password of the demo log-ins.",
      fallback: "Duka-Demo-2024!",
      secret: true,
    }),
    SEED_REPORT: setting(text, {
      about: "File to which the log-ins and ids of the demo shop are written.",
    }),
  }
)
