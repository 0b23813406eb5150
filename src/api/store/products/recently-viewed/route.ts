import { GET as list } from "@medusajs/medusa/api/store/products/route"

// The products are chosen before: `../chosen.ts`. Core reads and shows them.
export const GET = list
