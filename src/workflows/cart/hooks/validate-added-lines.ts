import { addToCartWorkflow } from "@medusajs/medusa/core-flows"
import { checkCartLines } from "../checks"

addToCartWorkflow.hooks.validate(({ input, cart }, { container }) =>
  checkCartLines(container, input.items, cart)
)
