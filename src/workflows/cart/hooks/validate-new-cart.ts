import { createCartWorkflow } from "@medusajs/medusa/core-flows"
import { checkCartLines } from "../checks"

createCartWorkflow.hooks.validate(({ input }, { container }) =>
  checkCartLines(container, input.items)
)
